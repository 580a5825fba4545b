package org.lanyard.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.UUID;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.protocol.Uploaded;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.StationFault;
import org.lanyard.roster.SharedTerms;
import org.lanyard.venue.SharedVenue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Doors, products' times, staff with their PIN hashes and the conference's settings: what is set at one station holds at all.
 * Each field has a version of its own; the highest counts, which is the last in the venue's order, also at a hub that came
 * back from an older backup. A station that joins takes what the hub has, and sends nothing of what it had.
 */
final class SharedSettings {

    static final String KIND = "setting";

    private static final Logger LOG = LoggerFactory.getLogger(SharedSettings.class);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String STAFF = "staff:";
    // Says whose versions these are: those of another venue mean nothing here.
    private static final String VENUE = "venue";
    private static final int BATCH = 200;

    private static final String TAKE_AS_OLD = """
            INSERT INTO hub_setting (conference, key, here) SELECT conference, key, value FROM shared_setting WHERE true
                ON CONFLICT DO UPDATE SET here = excluded.here, version = 0
            """;
    private static final String TAKE_NEW_AS_OLD = """
            INSERT INTO hub_setting (conference, key, here) SELECT conference, key, value FROM shared_setting WHERE true
                ON CONFLICT DO NOTHING
            """;
    private static final String SEND_AGAIN =
            "UPDATE hub_setting SET there = NULL, hub_version = 0, changed = 0, refused = NULL";
    private static final String PUBLISH = """
            INSERT INTO hub_setting (conference, key, here, version) SELECT conference, key, value, 1 FROM shared_setting
             WHERE true ON CONFLICT DO UPDATE SET version = max(version, 1)
            """;
    private static final String KNOWN_VENUE = "SELECT here FROM hub_setting WHERE key = 'venue' AND here IS NOT NULL";
    private static final String FOLLOWED = "SELECT 1 FROM hub_setting WHERE key = 'venue' AND hub_version > 0";
    private static final String TO_SEND = """
            SELECT now.conference, now.key, now.value, changed,
                   iif(now.value IS here AND version > 0, version, 1 + max(ifnull(version, 0), ifnull(hub_version, 0)))
              FROM shared_setting now LEFT JOIN hub_setting USING (conference, key)
             WHERE CASE WHEN ifnull(hub_version, 0) = 0 THEN now.value IS NOT here OR version > 0
                        ELSE (version > 0 OR refused IS NOT NULL)
                         AND (now.value IS NOT here AND now.value IS NOT there OR version > hub_version) END
            """;
    private static final String SENT = """
            INSERT INTO hub_setting (conference, key, here, version, there, hub_version, changed)
            VALUES (?1, ?2, ?3, ?4, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET here = ?3, version = ?4, there = ?3, hub_version = ?4, changed = ?5, refused = NULL
            """;
    // Two that were made at once have one version; the one that the hub has counts.
    private static final String MIRROR = """
            INSERT INTO hub_setting (conference, key, there, hub_version, changed) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO UPDATE SET there = ?3, hub_version = ?4, changed = ?5, refused = NULL,
                   version = iif(version = ?4 AND here IS NOT ?3, 0, version) WHERE changed < ?5
            """;
    private static final String SAME = """
            UPDATE hub_setting SET here = there, version = hub_version, refused = NULL
             WHERE (conference, key) IN (SELECT known.conference, known.key FROM shared_setting now
                     CROSS JOIN hub_setting known ON known.conference = now.conference AND known.key = now.key
                     WHERE now.value IS there AND hub_version > 0 AND version <= hub_version
                       AND (version < hub_version OR now.value IS NOT here))
            """;
    // What its conference or item is not here for waits until a roster brings it. The view first: it has no index.
    private static final String TO_TAKE = """
            SELECT known.conference, known.key, there, hub_version, changed FROM shared_setting now
              CROSS JOIN hub_setting known ON known.conference = now.conference AND known.key = now.key
             WHERE hub_version > 0 AND (refused IS NULL OR now.value IS there)
               AND (version = 0 OR version < hub_version AND (now.value IS here OR now.value IS there)
                    OR version = hub_version AND now.value IS NOT here AND now.value IS there)
            UNION ALL
            SELECT conference, key, there, hub_version, changed FROM hub_setting
             WHERE conference = '' AND key GLOB 'staff:*' AND version < hub_version AND refused IS NULL
               AND key NOT IN (SELECT key FROM shared_setting WHERE conference = '')
             ORDER BY changed
            """;
    private static final String TAKEN = """
            UPDATE hub_setting SET version = hub_version, here =
                   (SELECT value FROM shared_setting now WHERE now.conference = ?1 AND now.key = ?2)
             WHERE conference = ?1 AND key = ?2 AND hub_version = ?3
            """;
    private static final String REFUSE = """
            UPDATE hub_setting SET refused = ?4, here =
                   (SELECT value FROM shared_setting now WHERE now.conference = ?1 AND now.key = ?2)
             WHERE conference = ?1 AND key = ?2 AND hub_version = ?3
            """;
    private static final String REFUSED =
            "SELECT key, refused FROM hub_setting WHERE refused IS NOT NULL ORDER BY conference, key";

    private final Ledger ledger;
    private final SharedTerms terms;
    private final HubLink link;
    private final Supplier<UUID> ids;

    SharedSettings(Ledger ledger, SharedTerms terms, HubLink link, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.terms = terms;
        this.link = link;
        this.ids = ids;
    }

    private record Value(String conference, String key, Optional<String> value, long changed, long version) {

        static Value read(ResultSet row) throws SQLException {
            return new Value(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)), row.getLong(4),
                    row.getLong(5));
        }

        Entry entry() {
            return new Entry(conference, KIND, key, Entry.State.LIVE, MAPPER.writeValueAsString(
                    MAPPER.createObjectNode().put("value", value.orElse(null)).put("version", version)), List.of(), changed);
        }
    }

    /** Everything that is here now is from before this station joined. */
    static void begin(Db db) throws SQLException {
        db.run(TAKE_AS_OLD);
    }

    static void startAnew(Db db) throws SQLException {
        db.run(SEND_AGAIN);
    }

    /** Items of another station's roster are that station's to set first. */
    static void cameWithRoster(Db db) throws SQLException {
        db.run(TAKE_NEW_AS_OLD);
    }

    long toSend(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM (" + TO_SEND + ")");
    }

    List<Sentence> refused(Db db) throws SQLException {
        return db.list(row -> Sentence.of("hub.setting.refused",
                row.getString(1).replaceFirst("^[a-z]*:", "").replaceFirst("/[^/]*$", ""),
                Sentence.ofLine(row.getString(2))), REFUSED);
    }

    static void mirror(Db db, Placed placed) throws SQLException {
        Entry entry = placed.entry();
        try {
            JsonNode body = MAPPER.readTree(entry.body());
            Optional<String> value =
                    Optional.ofNullable(body.get("value")).filter(node -> !node.isNull()).map(JsonNode::asString);
            mirror(db, placed, value, body.path("version").asLong(1));
        } catch (JacksonException malformed) {
            LOG.warn("a setting of another station stays at the hub: {} {}", entry.key(), malformed.getMessage());
        }
    }

    private static void mirror(Db db, Placed placed, Optional<String> value, long version) throws SQLException {
        Entry entry = placed.entry();
        db.run(MIRROR, entry.conference(), entry.key(), value, version, placed.changed());
        if (entry.key().equals(VENUE)) {
            Optional<String> before = knownVenue(db);
            if (before.isPresent() && !before.equals(value)) {
                begin(db);
            }
            db.run(SENT, entry.conference(), VENUE, value, version, placed.changed());
        }
    }

    private static Optional<String> knownVenue(Db db) throws SQLException {
        return db.one(row -> row.getString(1), KNOWN_VENUE);
    }

    /** Everything of the venue's order is here, and its rosters; each value by itself: one that is refused stops no other. */
    void takeOver() {
        if (ledger.read(SharedSettings::waiting).isEmpty()) {
            return;
        }
        ledger.writeNow(db -> db.run(SAME));
        for (Value each : ledger.read(SharedSettings::waiting)) {
            try {
                ledger.writeNow(db -> {
                    if (waiting(db).contains(each)) {   // else it was set here meanwhile
                        take(db, each);
                        db.run(TAKEN, each.conference(), each.key(), each.version());
                    }
                    return true;
                });
            } catch (NotPossible | StationFault refused) {
                Sentence why = why(refused);
                ledger.writeNow(db -> db.run(REFUSE, each.conference(), each.key(), each.version(), why.line()));
            }
        }
    }

    private static List<Value> waiting(Db db) throws SQLException {
        return db.list(row -> new Value(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)), 0,
                row.getLong(4)), TO_TAKE);
    }

    private static Sentence why(RuntimeException refused) {
        return switch (refused) {
            case NotPossible known -> known.sentence();
            case StationFault fault when SharedTerms.refusal(fault) instanceof NotPossible known -> known.sentence();
            case StationFault fault when fault.getCause() instanceof SQLException sql
                    && sql.getErrorCode() == Arrivals.CONSTRAINT -> Sentence.of("hub.setting.unknown");
            default -> throw refused;
        };
    }

    private void take(Db db, Value it) throws SQLException {
        int slash = it.key().lastIndexOf('/');
        String subject = it.key().substring(0, Math.max(slash, 0));
        String field = it.key().substring(slash + 1);
        if (subject.startsWith(STAFF)) {
            known(SharedVenue.setStaff(db, subject.substring(STAFF.length()), field, it.value()));
            return;
        }
        Conference conference = terms.conference(db, it.conference()).orElseThrow();
        Optional<Product> product = terms.product(db, conference, subject);
        known(product.isEmpty() ? terms.set(db, conference, field, it.value())
                : terms.set(db, conference, product.get(), field, it.value())
                        || SharedVenue.setDoor(db, product.get(), field, it.value()));
    }

    private static void known(boolean field) {
        if (!field) {
            throw new NotPossible("hub.setting.unknown");
        }
    }

    /** @return false where another station was first: its value is to be followed before this station sends again */
    boolean send(Hub hub) throws HubGone {
        publish(hub);
        boolean first = true;
        List<Value> all = ledger.read(db -> db.list(Value::read, TO_SEND));
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Value> part = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Uploaded> answers = hub.upload(link.instance(), part.stream().map(Value::entry).toList());
            ledger.writeNow(db -> {
                for (int i = 0; i < part.size(); i++) {
                    if (answers.get(i) instanceof Uploaded.Kept(long _, long changed)) {
                        sent(db, part.get(i), changed);
                    }
                }
                return true;
            });
            first &= answers.stream().noneMatch(Uploaded.Behind.class::isInstance);
        }
        return first;
    }

    // A hub that has none yet takes those of the first station.
    private void publish(Hub hub) throws HubGone {
        if (ledger.read(db -> db.number(FOLLOWED)) != 0) {
            return;
        }
        Value venue = new Value("", VENUE, Optional.of(ledger.read(SharedSettings::knownVenue)
                .orElseGet(() -> ids.get().toString())), 0, 1);
        if (hub.upload(link.instance(), List.of(venue.entry())).getFirst() instanceof Uploaded.Kept(long _, long changed)) {
            ledger.writeNow(db -> {
                sent(db, venue, changed);
                return db.run(PUBLISH);
            });
        }
    }

    private static void sent(Db db, Value it, long changed) throws SQLException {
        db.run(SENT, it.conference(), it.key(), it.value(), it.version(), changed);
    }
}
