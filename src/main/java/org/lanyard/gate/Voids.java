package org.lanyard.gate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;

/** Voids records: they stay, marked with who did it, when and why (R24, R25). */
public final class Voids {

    /** The time after it was made in which a volunteer may void a record of the same station. */
    public static final Duration VOLUNTEERS_TIME = Duration.ofMinutes(5);

    private static final String FIND = """
            SELECT 'check_in', seq, station_id, checked_in_at, voided_at IS NOT NULL FROM check_in WHERE id = ?1
            UNION ALL SELECT 'door_check', seq, station_id, checked_at, voided_at IS NOT NULL FROM door_check
             WHERE id = ?1
            UNION ALL SELECT 'product_redemption', seq, station_id, redeemed_at, voided_at IS NOT NULL
              FROM product_redemption WHERE id = ?1
            UNION ALL SELECT 'check_out', seq, station_id, checked_out_at, voided_at IS NOT NULL FROM check_out
             WHERE id = ?1
            """;

    private final Ledger ledger;
    private final RecordAges ages;

    Voids(Ledger ledger, RecordAges ages) {
        this.ledger = ledger;
        this.ages = ages;
    }

    public enum Outcome { VOIDED, WAS_VOIDED_BEFORE }

    private record Found(String table, long seq, long station, Instant at, boolean voided) {}

    /**
     * @param by a volunteer may void what was made at the post's station in the last five minutes; at any station where
     *           the post's station is 0
     * @throws NotPossible when there is no such record, or this person may not
     */
    Outcome run(UUID id, String reason, Post by, Instant at) {
        if (reason.isBlank()) {
            throw new NotPossible("void.reason");
        }
        return ledger.writeNow(db -> {
            Found found = db.one(row -> new Found(row.getString(1), row.getLong(2), row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4)), row.getInt(5) != 0), FIND, id)
                    .orElseThrow(() -> new NotPossible("void.none", id));
            return run(db, found, id, reason, by, at);
        });
    }

    private Outcome run(Db db, Found found, UUID id, String reason, Post by, Instant at) throws SQLException {
        if (found.voided()) {
            return Outcome.WAS_VOIDED_BEFORE;
        }
        boolean here = by.stationId() == 0 || by.stationId() == found.station();
        if (!(here && fresh(found, at)) && !by.allows(Role.LEAD)) {
            throw new NotPossible("void.late");
        }
        db.insert("UPDATE " + found.table() + " SET voided_at = ?, voided_by = ?, void_reason = ? WHERE id = ?", at,
                by.staffId(), reason, id);
        return Outcome.VOIDED;
    }

    // A clock that was set back makes no record fresh again.
    private boolean fresh(Found found, Instant at) {
        Duration age = Duration.between(found.at(), at);
        return !age.isNegative() && age.compareTo(VOLUNTEERS_TIME) <= 0 && !ages.older(found.seq());
    }
}
