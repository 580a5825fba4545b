package org.lanyard.roster;

import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Detail;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Times;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries to another station that it is a lead here, and no roster, who says so: there too it then stays until the roster
 * says the same (R31, R34, R35, R37). The roster that goes along has people as they were corrected. Payments stay here.
 */
public final class PreparedCorrections {

    private static final int VERSION = 1;
    private static final String MARK = "lanyard_corrections";
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern UNITS = Pattern.compile("[0-9]{1,6}");
    private static final Set<String> PRODUCTS = Set.of(Standing.TICKET, Standing.NO_MORE, Standing.MOVED, Standing.MERGED);

    private static final String STANDING = """
            SELECT correction.id, corrected_at, access_code, it.what, it.about, it.value, roster_value, reason, it.orders
              FROM standing_correction it JOIN correction ON correction.seq = it.correction
              JOIN attendee ON attendee.id = it.attendee_id
             WHERE it.conference_id = ? ORDER BY it.correction
            """;
    private static final String PEOPLE = """
            SELECT access_code, source = 'local', iif(attention_here IS NULL, NULL, attention),
                   iif(blocked_here IS NULL, NULL, blocked) FROM attendee
             WHERE conference_id = ? AND withdrawn = 0
               AND (source = 'local' OR attention_here IS NOT NULL OR blocked_here IS NOT NULL) ORDER BY id
            """;
    private static final String ORDERS =
            "SELECT reference, status FROM orders WHERE conference_id = ? AND status_here IS NOT NULL ORDER BY id";
    private static final String LINKS = """
            SELECT access_code, reference FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id
              JOIN orders ON orders.id = link.order_id
             WHERE attendee.conference_id = ? AND link.source = 'local' ORDER BY attendee.id, position
            """;
    private static final String CODES =
            "SELECT code FROM attendee_code WHERE conference_id = ? AND source = 'local' ORDER BY code";

    private static final String RECORD = """
            INSERT INTO correction (seq, id, conference_id, attendee_id, corrected_at, what, about, value, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_MERGED = """
            INSERT INTO attendee (conference_id, access_code, source, withdrawn) VALUES (?, ?, 'roster', 1)
            ON CONFLICT DO NOTHING
            """;
    private static final String MERGE = """
            UPDATE attendee SET withdrawn = 1, merged_into = (SELECT id FROM attendee WHERE conference_id = ?1
               AND access_code = ?3) WHERE conference_id = ?1 AND access_code = ?2 AND access_code <> ?3
            """;
    private static final String SET_LOCAL = "UPDATE attendee SET source = 'local' WHERE id = ?";
    private static final String SET_ATTENTION = """
            UPDATE attendee SET attention_here = attention, attention = ?1
             WHERE id = ?2 AND attention_here IS NULL AND attention <> ?1
            """;
    private static final String SET_BLOCKED = """
            UPDATE attendee SET blocked_here = blocked, blocked = ?1
             WHERE id = ?2 AND blocked_here IS NULL AND blocked <> ?1
            """;
    private static final String SET_STATUS = """
            UPDATE orders SET status_here = status, status = ?1
             WHERE conference_id = ?2 AND reference = ?3 AND status_here IS NULL AND status <> ?1
            """;
    private static final String SET_LINK = """
            UPDATE attendee_order SET source = 'local'
             WHERE attendee_id = (SELECT id FROM attendee WHERE conference_id = ?1 AND access_code = ?2)
               AND order_id = (SELECT id FROM orders WHERE conference_id = ?1 AND reference = ?3)
            """;
    private static final String SET_CODE = "UPDATE attendee_code SET source = 'local' WHERE conference_id = ? AND code = ?";

    private final Ledger ledger;

    public PreparedCorrections(Ledger ledger) {
        this.ledger = ledger;
    }

    public String write(Conference conference) {
        ObjectNode file = JsonMapper.shared().createObjectNode().put(MARK, VERSION);
        long id = conference.id();
        ledger.read(db -> {
            db.each(row -> file.withArray("corrections").addObject().put("id", row.getString(1))
                    .put("at", Times.iso(Db.instant(row, 2))).put("access_code", row.getString(3))
                    .put("what", row.getString(4)).put("about", row.getString(5)).put("value", row.getString(6))
                    .put("roster_value", row.getString(7)).put("reason", row.getString(8))
                    .put("orders", row.getString(9)), STANDING, id);
            db.each(row -> file.withArray("people").addObject().put("access_code", row.getString(1))
                    .put("added", row.getInt(2) != 0).put("roster_attention", row.getString(3))
                    .put("roster_blocked", row.getString(4)), PEOPLE, id);
            db.each(row -> file.withArray("orders").addObject().put("reference", row.getString(1))
                    .put("roster_status", row.getString(2)), ORDERS, id);
            db.each(row -> file.withArray("links").addObject().put("access_code", row.getString(1))
                    .put("reference", row.getString(2)), LINKS, id);
            db.each(row -> file.withArray("codes").add(row.getString(1)), CODES, id);
            return file;
        });
        return file.toString();
    }

    /**
     * Checks what {@link #write} wrote, and changes nothing.
     *
     * @return how many corrections stand in it
     * @throws NotPossible where it is of a later version, or anything in it is not valid
     */
    public int check(String text) {
        return corrections(parse(text)).size();
    }

    /** Takes it over, after the roster that goes along with it; a second time it changes nothing. Waits for the writer. */
    public void apply(Conference conference, String text) {
        JsonNode file = parse(text);
        List<Carried> corrections = corrections(file);
        ledger.writeNow(db -> {
            Applied applied = new Applied(db, conference.id());
            applied.people(file.path("people"));
            applied.orders(file.path("orders"));
            for (JsonNode link : file.path("links")) {
                db.run(SET_LINK, conference.id(), text(link, "access_code"), text(link, "reference"));
            }
            for (JsonNode code : file.path("codes")) {
                db.run(SET_CODE, conference.id(), code.asString(""));
            }
            for (Carried correction : corrections) {
                applied.stand(correction);
            }
            Conferences.rosterChanged(db, conference.id());
            return file;
        });
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode file = JsonMapper.shared().readTree(text);
            if (file.path(MARK).asInt(0) == VERSION) {
                return file;
            }
            throw new NotPossible(file.path(MARK).asInt(0) > VERSION ? "file.later-preparation" : "file.no-preparation");
        } catch (JacksonException malformed) {
            throw new NotPossible(malformed, "file.no-preparation");
        }
    }

    private record Carried(UUID id, Instant at, String code, String what, String about, String value, String rosterValue,
            String reason, String orders) {

        boolean valid() {
            return switch (what) {
                case Standing.FIELD -> about.startsWith(Standing.SHOWN) && about.length() > Standing.SHOWN.length()
                        || Detail.of(about).isPresent();
                case Standing.MORE -> UNITS.matcher(value).matches();
                default -> PRODUCTS.contains(what);
            };
        }
    }

    private static List<Carried> corrections(JsonNode file) {
        List<Carried> corrections = new ArrayList<>();
        for (JsonNode node : file.path("corrections")) {
            Carried correction;
            try {
                correction = new Carried(UUID.fromString(text(node, "id")), Instant.parse(text(node, "at")),
                        text(node, "access_code"), text(node, "what"), text(node, "about"), text(node, "value"),
                        text(node, "roster_value"), text(node, "reason"), text(node, "orders"));
            } catch (IllegalArgumentException | DateTimeParseException malformed) {
                throw new NotPossible(malformed, "file.no-preparation");
            }
            if (!correction.valid()) {
                throw new NotPossible("file.no-preparation");
            }
            corrections.add(correction);
        }
        return corrections;
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).asString("");
        if (text.length() > LONGEST_TEXT) {
            throw new NotPossible("file.no-preparation");
        }
        return text;
    }

    private record Applied(Db db, long conference) {

        void people(JsonNode people) throws SQLException {
            for (JsonNode node : people) {
                Optional<Person> person = People.byCode(db, conference, text(node, "access_code"));
                if (person.isEmpty()) {
                    continue;
                }
                long id = person.get().id();
                if (node.path("added").asBoolean(false)) {
                    db.run(SET_LOCAL, id);
                }
                if (node.path("roster_attention").isString()) {
                    db.run(SET_ATTENTION, text(node, "roster_attention"), id);
                }
                if (node.path("roster_blocked").isString()) {
                    db.run(SET_BLOCKED, text(node, "roster_blocked"), id);
                }
            }
        }

        void orders(JsonNode orders) throws SQLException {
            for (JsonNode order : orders) {
                String status = text(order, "roster_status");
                if (StatedOrder.STATUSES.contains(status)) {
                    db.run(SET_STATUS, status, conference, text(order, "reference"));
                }
            }
        }

        void stand(Carried it) throws SQLException {
            if (it.what().equals(Standing.MERGED)) {
                db.run(ADD_MERGED, conference, it.code());
                db.run(MERGE, conference, it.code(), it.value());
            }
            Optional<Person> person = People.byCode(db, conference, it.code());
            if (person.isPresent()) {
                long seq = recorded(it, person.get().id());
                Standing.put(db, conference,
                        new Standing(seq, person.get().id(), it.code(), it.what(), it.about(), it.value(),
                                it.rosterValue(), Standing.orders(it.orders())));
            }
        }

        private long recorded(Carried it, long attendee) throws SQLException {
            Optional<Long> known = db.one(row -> row.getLong(1), "SELECT seq FROM correction WHERE id = ?", it.id());
            if (known.isPresent()) {
                return known.get();
            }
            long seq = db.place();
            db.insert(RECORD, seq, it.id(), conference, attendee, it.at(), it.what(), it.about(), it.value(), it.reason());
            return seq;
        }
    }
}
