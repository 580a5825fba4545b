package org.lanyard.gate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;

/** Takes a record back: it stays, marked with who did it, when and why (R24, R25). */
public final class Voids {

    /** How long after it was made a volunteer may void a record of the same station. */
    public static final Duration VOLUNTEERS_TIME = Duration.ofMinutes(5);

    private static final String FIND = """
            SELECT 'check_in', station_id, checked_in_at, voided_at FROM check_in WHERE id = ?1
            UNION ALL SELECT 'door_check', station_id, checked_at, voided_at FROM door_check WHERE id = ?1
            UNION ALL SELECT 'product_redemption', station_id, redeemed_at, voided_at FROM product_redemption
             WHERE id = ?1
            """;

    private final Ledger ledger;

    Voids(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What became of the wish to void. */
    public enum Outcome { VOIDED, WAS_VOIDED_BEFORE }

    private record Found(String table, long station, Instant at, Instant voidedAt) {}

    /**
     * @param by where and by whom; a volunteer may void what was made there in the last five minutes, anywhere when the
     *           post's station is 0
     * @throws NotPossible when there is no such record, or this person may not
     */
    Outcome run(UUID id, String reason, Post by, Instant at) {
        if (reason.isBlank()) {
            throw new NotPossible("void.reason");
        }
        return ledger.writeNow(db -> {
            Optional<Found> found = db.one(row -> new Found(row.getString(1), row.getLong(2), Db.instant(row, 3),
                    Db.instant(row, 4)), FIND, id);
            if (found.isEmpty()) {
                throw new NotPossible("void.none", id);
            }
            return voided(db, found.get(), id, reason, by, at);
        });
    }

    private static Outcome voided(Db db, Found found, UUID id, String reason, Post by, Instant at)
            throws SQLException {
        if (found.voidedAt() != null) {
            return Outcome.WAS_VOIDED_BEFORE;
        }
        boolean ownAndFresh = (by.stationId() == 0 || by.stationId() == found.station())
                && Duration.between(found.at(), at).compareTo(VOLUNTEERS_TIME) <= 0;
        if (!ownAndFresh && !by.allows(Role.LEAD)) {
            throw new NotPossible("void.late");
        }
        db.run("UPDATE " + found.table() + " SET voided_at = ?, voided_by = ?, void_reason = ? WHERE id = ?", at,
                by.staffId(), reason, id);
        return Outcome.VOIDED;
    }
}
