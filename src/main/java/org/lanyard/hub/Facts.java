package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.ledger.Db;
import org.lanyard.roster.SharedCorrection;
import org.lanyard.roster.SharedCorrections;
import org.lanyard.venue.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Corrections, blocks and links of the venue's stations (R31, R34, R35, R37). The venue's order decides: of two corrections of
 * one subject the later counts, of two links of one code the first.
 */
final class Facts {

    static final String KIND = "correction";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String MARK = "corrections";
    private static final String OWN = "own:";
    private static final String IS_SENT = "SELECT 1 FROM hub_sent WHERE id = ?";
    private static final String PUT = "INSERT OR REPLACE INTO hub_state (key, value) VALUES (?, ?)";
    private static final String PENDING =
            "SELECT 1 FROM hub_state WHERE key >= 'own:' AND key < 'own;' AND value = ?";

    private final SharedCorrections corrections;

    Facts(SharedCorrections corrections) {
        this.corrections = corrections;
    }

    Map<Long, Entry> toSend(Db db) throws SQLException {
        Map<Long, Entry> entries = new TreeMap<>();
        for (var each : unsent(db).entrySet()) {
            entries.put(each.getKey(), entry(db, each.getValue()));
        }
        return entries;
    }

    private Map<Long, SharedCorrection> unsent(Db db) throws SQLException {
        Map<Long, SharedCorrection> after = corrections.after(db, mark(db), Integer.MAX_VALUE);
        Map<Long, SharedCorrection> unsent = new TreeMap<>();
        for (var each : after.entrySet()) {
            if (db.number(IS_SENT, each.getValue().id()) == 0) {
                unsent.put(each.getKey(), each.getValue());
            }
        }
        return unsent;
    }

    private static long mark(Db db) throws SQLException {
        return db.one(row -> row.getLong(1), "SELECT value FROM hub_state WHERE key = ?", MARK).orElse(0L);
    }

    boolean hasNew(Db db) throws SQLException {
        return !corrections.after(db, mark(db), 1).isEmpty();
    }

    void allSent(Db db) throws SQLException {
        Map<Long, SharedCorrection> after = corrections.after(db, mark(db), Integer.MAX_VALUE);
        if (!after.isEmpty() && unsent(db).isEmpty()) {
            db.run(PUT, MARK, after.keySet().stream().max(Long::compare).orElseThrow());
        }
    }

    void startAnew(Db db) throws SQLException {
        db.run(PUT, MARK, 0);
        db.run("DELETE FROM hub_state WHERE key >= 'own:' AND key < 'own;'");
    }

    // It has no place yet that this station has seen: what comes before it is older.
    void sent(Db db, Entry entry) throws SQLException {
        db.run(PUT, OWN + entry.key(), read(db, entry).subject());
    }

    boolean isKnown(Db db, String id) throws SQLException {
        return corrections.isRecorded(db, id);
    }

    void followedOwn(Db db, String id) throws SQLException {
        db.run("DELETE FROM hub_state WHERE key = ?", OWN + id);
    }

    /** Of corrections made here that the hub does not know yet. */
    Set<String> unsentSubjects(Db db) throws SQLException {
        return unsent(db).values().stream().map(SharedCorrection::subject).collect(Collectors.toSet());
    }

    boolean make(Db db, Entry entry, boolean conflict, Set<String> unsent) throws SQLException {
        SharedCorrection it = read(db, entry);
        boolean later = it.link().isEmpty() && (db.number(PENDING, it.subject()) != 0 || unsent.contains(it.subject()));
        return corrections.apply(db, it, !conflict && !later);
    }

    private static Entry entry(Db db, SharedCorrection it) throws SQLException {
        ObjectNode body = MAPPER.createObjectNode().put("code", it.code()).put("at", it.at().toEpochMilli())
                .put("what", it.what()).put("about", it.about()).put("value", it.value()).put("reason", it.reason());
        if (it.staff().isPresent()) {
            body.put("by", Names.ofStaff(db, it.staff().get()));
        }
        if (it.station().isPresent()) {
            body.put("station", Names.ofStation(db, it.station().get()));
        }
        it.amount().ifPresent(amount -> body.put("amount", amount).put("means", it.means().orElseThrow()));
        it.newcomer().ifPresent(newcomer -> body.put("email", newcomer.email()).put("company", newcomer.company())
                .put("ticket", newcomer.ticket()));
        return new Entry(it.conference(), KIND, it.id().toString(), Entry.State.LIVE, MAPPER.writeValueAsString(body),
                claims(it), 0);
    }

    // A second link of one code is one too many, and so a conflict at the hub.
    private static List<Claim> claims(SharedCorrection it) {
        return it.link().isEmpty() ? List.of()
                : List.of(new Claim(new Bucket(it.conference(), "codes", 0), SharedCorrections.foldedLink(it), 1, 1));
    }

    private static SharedCorrection read(Db db, Entry entry) throws SQLException {
        JsonNode body = MAPPER.readTree(entry.body());
        Optional<String> by = text(body, "by");
        Optional<String> station = text(body, "station");
        return new SharedCorrection(UUID.fromString(entry.key()), entry.conference(), body.get("code").asString(),
                Instant.ofEpochMilli(body.get("at").asLong()),
                by.isPresent() ? Optional.of(Names.staff(db, by.get())) : Optional.empty(),
                station.isPresent() ? Optional.of(Names.station(db, station.get())) : Optional.empty(),
                body.get("what").asString(), body.get("about").asString(), body.get("value").asString(),
                text(body, "amount").map(Long::valueOf), text(body, "means"), body.get("reason").asString(),
                text(body, "email").map(email -> new SharedCorrection.Newcomer(email, body.get("company").asString(),
                        body.get("ticket").asString())));
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.get(name)).map(JsonNode::asString);
    }
}
