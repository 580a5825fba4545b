package org.lanyard.upstream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Undelivered.Group;

/** The records that a person should know of, and what a person does about them. */
final class UndeliveredRecords {

    private static final String GROUP = """
            CASE WHEN state = 'refused' AND refused_for = 'used_up' AND NOT voided AND noted_at IS NULL THEN 0
                 WHEN state = 'confirmed' AND elsewhere_after > elsewhere_before AND noted_at IS NULL THEN 1
                 WHEN state = 'undecided' THEN 2
                 WHEN state = 'in_doubt' THEN 3
                 WHEN state = 'refused' THEN 4
                 WHEN state = 'undeliverable' THEN 5 END
            """;
    static final String TWICE = """
            SELECT count(*) FROM delivery_facts WHERE conference_id = ? AND noted_at IS NULL
               AND (state = 'refused' AND refused_for = 'used_up' AND NOT voided
                    OR state = 'confirmed' AND elsewhere_after > elsewhere_before)
            """;
    private static final String ALL = """
            SELECT %s AS place, seq, id, at, access_code, person, station, addon, reason, refused_for, counted_before,
                   counted_after, elsewhere_before, elsewhere_after
              FROM delivery_facts
             WHERE conference_id = ?1 AND (state IN ('in_doubt', 'undecided', 'refused', 'undeliverable')
                OR state = 'confirmed' AND elsewhere_after > elsewhere_before AND noted_at IS NULL)
             ORDER BY place, seq DESC LIMIT ?2
            """.formatted(GROUP);
    private static final String SEND_AGAIN = """
            UPDATE delivery SET state = 'pending', sent_at = NULL, reason = NULL, refused_for = NULL, reopened = 1
             WHERE state IN ('refused', 'undeliverable') AND seq = ?
            """;

    private final Ledger ledger;

    UndeliveredRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Undelivered> list(Conference conference, int limit) {
        return ledger.read(db -> db.list(UndeliveredRecords::undelivered, ALL, conference.id(), limit));
    }

    boolean decide(long seq, boolean arrived) {
        return ledger.writeNow(
                db -> db.run("UPDATE delivery SET state = ?, reason = NULL, reopened = 1 WHERE seq = ? AND state = ?",
                        (arrived ? Delivery.State.CONFIRMED : Delivery.State.PENDING).word(), seq,
                        Delivery.State.UNDECIDED.word())) > 0;
    }

    int note(Conference conference, Instant now) {
        return ledger.writeNow(db -> db.run("""
                UPDATE delivery SET noted_at = ? WHERE conference_id = ? AND noted_at IS NULL
                   AND (state = 'refused' AND refused_for = 'used_up' OR elsewhere_after > elsewhere_before)
                """, now, conference.id()));
    }

    int sendAgain(List<Long> records) {
        if (records.isEmpty()) {
            return 0;
        }
        return ledger.writeNow(db -> {
            int waiting = 0;
            for (long seq : records) {
                waiting += db.run(SEND_AGAIN, seq);
            }
            return waiting;
        });
    }

    long find(Conference conference, String record) {
        return list(conference, Integer.MAX_VALUE).stream().filter(Undelivered::refused)
                .filter(each -> record.equals(Long.toString(each.seq())) || record.equalsIgnoreCase(each.id()))
                .map(Undelivered::seq).findFirst().orElseThrow(() -> new NotPossible("server.not-refused", record));
    }

    /** Sends again what was refused for a reason that a roster shows to be gone. */
    int sendAgain(Conference conference, ServerRoster roster) {
        record Refused(long seq, String code, Refusal.Reason reason, Optional<Long> line) {}
        List<Refused> refused = ledger.read(db -> db.list(row -> new Refused(row.getLong(1), row.getString(2),
                Refusal.Reason.of(row.getString(3)), Optional.of(row.getLong(4)).filter(line -> line != 0)), """
                SELECT seq, access_code, refused_for, line_there FROM delivery_facts
                 WHERE conference_id = ? AND refused_for IS NOT NULL AND NOT voided AND state IN ('refused', 'undeliverable')
                """, conference.id()));
        return sendAgain(refused.stream().filter(record -> switch (record.reason()) {
            case ORDER, PERSON -> roster.names(record.code());
            case USED_UP, ITEM -> record.line().filter(line -> roster.unitsLeft(record.code(), line) > 0).isPresent();
            case UNASKABLE, OTHER -> false;
        }).map(Refused::seq).toList());
    }

    private static Undelivered undelivered(ResultSet row) throws SQLException {
        Group group = Group.values()[row.getInt(1)];
        boolean counted = group == Group.COUNTED_TWICE;
        Sentence stored = Optional.ofNullable(row.getString(9)).map(Sentence::ofLine).orElse(Sentence.NONE);
        Sentence reason = counted ? Sentence.of("delivery.more", row.getInt(13), row.getInt(14)) : stored;
        return new Undelivered(row.getLong(2), row.getString(3), group, Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5), row.getString(6), row.getString(7), Optional.ofNullable(row.getString(8)), reason,
                advice(group, Optional.ofNullable(row.getString(10))), count(row, 11), count(row, 12));
    }

    private static Sentence advice(Group group, Optional<String> refusedFor) {
        boolean order = refusedFor.filter(Set.of("order", "person")::contains).isPresent();
        return Sentence.of(switch (group) {
            case HANDED_OUT_TWICE -> "advice.handed-out-twice";
            case COUNTED_TWICE -> "advice.counted-twice";
            case UNDECIDED -> "advice.undecided";
            case IN_DOUBT -> "advice.in-doubt";
            case REFUSED -> order ? "advice.refused-order" : "advice.refused";
            case UNDELIVERABLE -> "advice.undeliverable";
        });
    }

    private static OptionalInt count(ResultSet row, int column) throws SQLException {
        int count = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
