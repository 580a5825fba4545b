package org.lanyard.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.format.JsonRoster;

/**
 * Applies the upstream server's {@code preload/} answers, one after the other. The first is compared whole with what is
 * known; the next ones as far as they differ from the one before, as long as nothing else has changed a roster. Both
 * come to the same.
 */
final class RosterPull {

    /** Longer answers are not kept to be compared with the next, in bytes. */
    private static final int LONGEST_KEPT = 64 << 20;

    private final Ledger ledger;
    private final RosterImport imports;
    private final Map<String, Last> answers = new ConcurrentHashMap<>();

    RosterPull(Ledger ledger, RosterImport imports) {
        this.ledger = ledger;
        this.imports = imports;
    }

    /** @param version of the rosters that have this answer */
    private record Last(Preload answer, long version, Deliveries deliveries) {}

    /**
     * How far the records had come that the server counts as well.
     *
     * @param waiting   the first record that was still to be sent
     * @param unsettled of whom it was not known whether the server counts a record
     */
    private record Deliveries(long waiting, Set<String> unsettled) {

        private static final String OWNERS = "SELECT DISTINCT access_code FROM delivery"
                + " JOIN attendee ON attendee.id = attendee_id WHERE ";

        static Deliveries read(Db db) throws SQLException {
            long waiting = db.number("""
                    SELECT ifnull(min(seq), (SELECT ifnull(max(seq), 0) + 1 FROM delivery))
                      FROM delivery WHERE state = 'pending'
                    """);
            return new Deliveries(waiting, new HashSet<>(db.list(row -> row.getString(1),
                    OWNERS + "state IN ('sent', 'in_doubt', 'undecided')")));
        }

        /** Of whom the server may count a record more since, even where it says the same. */
        Set<String> changedSince(Db db) throws SQLException {
            Set<String> changed = new HashSet<>(unsettled);
            changed.addAll(db.list(row -> row.getString(1), OWNERS + "seq >= ? AND state <> 'pending'", waiting));
            return changed;
        }
    }

    /** {@link RosterImport#apply} of an answer, or of what is given for one. */
    ImportReport run(InputStream in, ImportOptions options, LongConsumer progress) throws IOException {
        Last before = answers.remove(options.conference());
        PreloadReader reader = new PreloadReader(in, progress);
        Optional<Preload> answer = reader.read();
        Deliveries deliveries = ledger.read(Deliveries::read);
        Optional<RosterImport.Applied> quickly = before == null ? Optional.empty()
                : answer.flatMap(now -> differing(now, before, options));
        RosterImport.Applied applied = quickly.isPresent() ? quickly.get() : imports.apply(JsonRoster.read(
                new ByteArrayInputStream(reader.bytes()), answer.isPresent() ? _ -> {} : progress), options);
        answer.filter(now -> applied.report().applied() && now.bytes().length <= LONGEST_KEPT)
                .ifPresent(now -> answers.put(options.conference(), new Last(now, applied.version(), deliveries)));
        return applied.report();
    }

    private Optional<RosterImport.Applied> differing(Preload now, Last before, ImportOptions options) {
        Scope scope = ledger.read(db -> scope(db, now, before));
        StatedRoster stated;
        try {
            stated = JsonRoster.read(now.only(scope.people()), _ -> {});
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return stated.unusable().isEmpty() ? imports.apply(stated, options, scope, before.version) : Optional.empty();
    }

    /** Whoever differs, and whoever has an order that one of them had or would have. */
    private static Scope scope(Db db, Preload now, Last before) throws SQLException {
        long conference = db.number("SELECT id FROM conference WHERE slug = ?", now.conference());
        Set<String> people = before.deliveries.changedSince(db);
        Scope scope;
        do {
            people = now.differing(before.answer, people);
            scope = new Scope(people, now.linesOf(people), now.without(people));
        } while (people.addAll(new RosterRows(db, conference, scope).sharers()));
        return scope;
    }
}
