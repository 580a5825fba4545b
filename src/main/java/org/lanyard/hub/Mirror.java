package org.lanyard.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.ledger.Db;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Makes and voids here what the other stations have recorded; what this file has no person or item for is left out until a
 * roster brings them.
 */
final class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final String VOID = """
            UPDATE hub_record SET voided_at = ?2 ->> 'voided_at', voided_by = ?2 ->> 'voided_by',
                   void_reason = ifnull(?2 ->> 'void_reason', '') WHERE id = ?1 AND voided_at IS NULL
            """;
    // A unit that nobody was handed: at its own time, by nobody.
    private static final String UNDO = """
            UPDATE hub_record SET voided_at = at, voided_by = NULL, void_reason = '' WHERE id = ?1 AND voided_at IS NULL
            """;
    private static final String LEFT_OUT = """
            SELECT substr(key, 6), value ->> 'conference', value ->> 'kind', value ->> 'body' FROM hub_state
             WHERE key >= 'left:' AND key < 'left;'
            """;
    private static final String OF_SOME_PEOPLE = """
            AND ifnull((value ->> 'body') ->> 'code', '') IN (
                SELECT ifnull((value ->> 'body') ->> 'code', '') FROM hub_state WHERE key >= 'left:' AND key < 'left;'
                 ORDER BY random() LIMIT ?)
            """;
    private static final String IN_ORDER =
            " ORDER BY (SELECT place FROM hub_sent WHERE hub_sent.id = substr(hub_state.key, 6))";
    private static final String MADE = "DELETE FROM hub_state WHERE key = 'left:' || ?";

    private final HubLog log;
    private final Facts facts;

    Mirror(HubLog log, Facts facts) {
        this.log = log;
        this.facts = facts;
    }

    /** Some of the venue's order, one after another within one transaction. */
    Page page(Db db) {
        return new Page(db);
    }

    final class Page {

        private final Db db;
        private final List<Placed> together = new ArrayList<>();
        private Optional<Set<String>> unsent = Optional.empty();

        private Page(Db db) {
            this.db = db;
        }

        /** Nothing is here before {@link #end}. */
        void mirror(Placed placed) throws SQLException {
            Entry entry = placed.entry();
            if (entry.kind().equals(HubLog.PREPARATION)) {
                return;
            }
            boolean fact = entry.kind().equals(Facts.KIND);
            if (!fact && entry.state() == Entry.State.LIVE) {
                together.add(placed);   // nearly all of them
            } else {
                end();
                change(placed, fact);
            }
        }

        void end() throws SQLException {
            List<Placed> page = List.copyOf(together);
            together.clear();
            Set<String> known = new Arrivals(db).makeNew(page.stream().map(Page::arrival).toList());
            for (Placed placed : page) {
                if (known.contains(HubLog.noted(placed.entry()))) {
                    change(placed, false);
                }
            }
        }

        private static Arrivals.Arrival arrival(Placed placed) {
            return new Arrivals.Arrival(placed.entry(), Optional.of(placed.place()));
        }

        private void change(Placed placed, boolean fact) throws SQLException {
            Entry entry = placed.entry();
            String noted = HubLog.noted(entry);
            if (Questions.isOpen(db, noted)) {   // this station's own, whose record is about to be made
                return;
            }
            boolean known = db.number("SELECT 1 FROM hub_sent WHERE id = ?", noted) != 0
                    || (fact ? facts.isKnown(db, noted) : isHere(entry));
            if (!known && entry.state() != Entry.State.UNDONE) {
                make(placed, fact);
            }
            if (fact) {
                facts.followedOwn(db, noted);
            }
            if (entry.state() == Entry.State.VOIDED) {
                db.run(VOID, entry.key(), entry.body());
            } else if (entry.state() == Entry.State.UNDONE) {   // it may be here from before the one that asked came back
                db.run(UNDO, entry.key());
            }
            if (entry.state() != Entry.State.LIVE) {
                db.run(MADE, noted);
            }
            log.sent(db, noted, entry.state() != Entry.State.LIVE);
            log.placed(db, noted, placed.place());
        }

        private boolean isHere(Entry entry) throws SQLException {
            return db.number("SELECT 1 FROM hub_record WHERE id = ? AND kind = ?", entry.key(), entry.kind()) != 0;
        }

        private void make(Placed placed, boolean fact) throws SQLException {
            if (fact) {
                makeFact(placed.entry(), placed.conflict());
            } else {
                new Arrivals(db).make(List.of(arrival(placed)));
            }
        }

        // False where it could not be made.
        private boolean makeFact(Entry entry, boolean conflict) throws SQLException {
            try {
                if (facts.make(db, entry, conflict, unsent())) {
                    return true;
                }
                Arrivals.leaveOut(db, entry);
            } catch (SQLException | StationFault | JacksonException refused) {
                LOG.warn("a correction of another station stays at the hub: {} {}", entry.key(), refused.getMessage());
            }
            return false;
        }

        // The same for the whole page: corrections of others are the hub's.
        private Set<String> unsent() throws SQLException {
            if (unsent.isEmpty()) {
                unsent = Optional.of(facts.unsentSubjects(db));
            }
            return unsent.get();
        }

        private void makeLeftOut(List<LeftOut> records) throws SQLException {
            Arrivals arrivals = new Arrivals(db);
            arrivals.make(records.stream().map(LeftOut::entry).filter(entry -> !entry.kind().equals(Facts.KIND))
                    .map(entry -> new Arrivals.Arrival(entry, Optional.empty())).toList());
            for (LeftOut record : records) {
                Entry entry = record.entry();
                boolean made = entry.kind().equals(Facts.KIND) ? makeFact(entry, false) : arrivals.made(entry);
                if (made) {
                    db.run(MADE, record.key());
                }
            }
        }
    }

    /** Makes records of a person that were left out, now that a roster may have brought the person or the item. */
    void makeLeftOut(Db db, String accessCode) throws SQLException {
        page(db).makeLeftOut(
                db.list(LeftOut::of, LEFT_OUT + " AND (value ->> 'body') ->> 'code' = ?" + IN_ORDER, accessCode));
    }

    /** As for one person; all of some people at a time, whoever they are. */
    void makeLeftOut(Db db, int people) throws SQLException {
        page(db).makeLeftOut(db.list(LeftOut::of, LEFT_OUT + OF_SOME_PEOPLE + IN_ORDER, people));
    }

    boolean hasLeftOut(Db db) throws SQLException {
        return db.number("SELECT 1 FROM hub_state WHERE key >= 'left:' AND key < 'left;' LIMIT 1") != 0;
    }

    private record LeftOut(String key, Entry entry) {

        static LeftOut of(ResultSet row) throws SQLException {
            String key = row.getString(1);
            return new LeftOut(key, new Entry(row.getString(2), row.getString(3), key.replace("refusal:", ""),
                    Entry.State.LIVE, row.getString(4), List.of(), 0));
        }
    }
}
