package org.lanyard.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and voids here what the other stations have recorded; what this file has no person or item for is left out until a
 * roster brings them.
 */
final class Mirror {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    // As the triggers of the view say it.
    private static final String NOT_HERE = "no such person or item here";
    // Notes one that this file does not know in any way; changes nothing where it does.
    private static final String NEW = """
            INSERT INTO hub_sent (id, voided, place)
            SELECT ?1, 0, ?2 WHERE NOT EXISTS (SELECT 1 FROM hub_asked WHERE id = ?1)
                               AND NOT EXISTS (SELECT 1 FROM hub_to_send WHERE id = ?1)
            ON CONFLICT DO NOTHING
            """;
    private static final String MAKE = """
            INSERT INTO hub_record (kind, seq, id, conference, code, product, order_reference, line, at, by_name, station, note,
                                    extra, overridden, mode, verdict, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String VOID = """
            UPDATE hub_record SET voided_at = ?2 ->> 'voided_at', voided_by = ?2 ->> 'voided_by',
                   void_reason = ifnull(?2 ->> 'void_reason', '') WHERE id = ?1 AND voided_at IS NULL
            """;
    // A unit that nobody was handed: at its own time, by nobody.
    private static final String UNDO = """
            UPDATE hub_record SET voided_at = at, voided_by = NULL, void_reason = '' WHERE id = ?1 AND voided_at IS NULL
            """;
    private static final String LEAVE_OUT = """
            INSERT OR REPLACE INTO hub_state (key, value)
            SELECT 'left:' || ?1, json_object('conference', ?2, 'kind', ?3, 'body', ?4)
            """;
    private static final String LEFT_OUT = """
            SELECT substr(key, 6), value ->> 'conference', value ->> 'kind', value ->> 'body' FROM hub_state
             WHERE key >= 'left:' AND key < 'left;'
            """;
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
        private Optional<Set<String>> unsent = Optional.empty();

        private Page(Db db) {
            this.db = db;
        }

        void mirror(Placed placed) throws SQLException {
            Entry entry = placed.entry();
            if (entry.kind().equals(HubLog.PREPARATION)) {
                return;
            }
            boolean fact = entry.kind().equals(Facts.KIND);
            boolean live = entry.state() == Entry.State.LIVE;
            if (!fact && live && db.run(NEW, entry.key(), placed.place()) == 1) {
                make(entry, placed.conflict());   // nearly all of them
            } else if (!log.isAsked(db, entry.key())) {   // else this station's own, whose record is about to be made
                change(placed, fact);
            }
        }

        private void change(Placed placed, boolean fact) throws SQLException {
            Entry entry = placed.entry();
            boolean known = db.number("SELECT 1 FROM hub_sent WHERE id = ?", entry.key()) != 0
                    || (fact ? facts.isKnown(db, entry.key()) : log.isRecorded(db, entry.key()));
            if (!known && entry.state() != Entry.State.UNDONE) {
                make(entry, placed.conflict());
            }
            if (fact) {
                facts.followedOwn(db, entry.key());
            }
            if (entry.state() == Entry.State.VOIDED) {
                db.run(VOID, entry.key(), entry.body());
            } else if (entry.state() == Entry.State.UNDONE) {   // it may be here from before the one that asked came back
                db.run(UNDO, entry.key());
            }
            if (entry.state() != Entry.State.LIVE) {
                db.run(MADE, entry.key());
            }
            log.sent(db, entry.key(), entry.state() != Entry.State.LIVE);
            db.run("UPDATE hub_sent SET place = ? WHERE id = ?", placed.place(), entry.key());
        }

        // False where it could not be made.
        private boolean make(Entry entry, boolean conflict) throws SQLException {
            try {
                if (!entry.kind().equals(Facts.KIND)) {
                    record(entry);
                    return true;
                }
                if (facts.make(db, entry, conflict, unsent())) {
                    return true;
                }
                leaveOut(entry);
            } catch (SQLException | StationFault | JacksonException refused) {
                if (String.valueOf(refused.getMessage()).contains(NOT_HERE)) {
                    leaveOut(entry);
                } else {
                    LOG.warn("a record of another station stays at the hub: {} {}", entry.key(), refused.getMessage());
                }
            }
            return false;
        }

        // The parts of its body are bound: SQLite would read the body again for each.
        private void record(Entry entry) throws SQLException {
            JsonNode body = MAPPER.readTree(entry.body());
            db.run(MAKE, entry.kind(), db.place(), entry.key(), entry.conference(), text(body, "code"),
                    text(body, "product"),
                    text(body, "order"), text(body, "line"), body.path("at").asLong(), text(body, "by"),
                    text(body, "station"),
                    text(body, "note"), text(body, "extra"), body.path("overridden").asInt(0), text(body, "mode"),
                    text(body, "verdict"), text(body, "payload"));
        }

        private static Optional<String> text(JsonNode body, String name) {
            return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull()).map(JsonNode::asString);
        }

        // The same for the whole page: corrections of others are the hub's.
        private Set<String> unsent() throws SQLException {
            if (unsent.isEmpty()) {
                unsent = Optional.of(facts.unsentSubjects(db));
            }
            return unsent.get();
        }

        private void leaveOut(Entry entry) throws SQLException {
            db.run(LEAVE_OUT, entry.key(), entry.conference(), entry.kind(), entry.body());
        }
    }

    /** Makes records of a person that were left out, now that a roster may have brought the person or the item. */
    void makeLeftOut(Db db, String accessCode) throws SQLException {
        makeLeftOut(db, db.list(LeftOut::of, LEFT_OUT + " AND (value ->> 'body') ->> 'code' = ?", accessCode));
    }

    /** As for one person; some at a time, whichever they are. */
    void makeLeftOut(Db db, int limit) throws SQLException {
        makeLeftOut(db, db.list(LeftOut::of, LEFT_OUT + " ORDER BY random() LIMIT ?", limit));
    }

    private void makeLeftOut(Db db, List<LeftOut> records) throws SQLException {
        Page page = page(db);
        for (LeftOut record : records) {
            if (page.make(
                    new Entry(record.conference(), record.kind(), record.id(), Entry.State.LIVE, record.body(), List.of(),
                            0),
                    false)) {
                db.run(MADE, record.id());
            }
        }
    }

    boolean hasLeftOut(Db db) throws SQLException {
        return db.number("SELECT 1 FROM hub_state WHERE key >= 'left:' AND key < 'left;' LIMIT 1") != 0;
    }

    private record LeftOut(String id, String conference, String kind, String body) {

        static LeftOut of(ResultSet row) throws SQLException {
            return new LeftOut(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }
}
