package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.ledger.Db;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Units that this station asked the hub for, and has no recorded answer of yet. */
final class Questions {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Questions() {}

    static void begin(Db db, Entry unit, Instant at) throws SQLException {
        db.insert("INSERT OR REPLACE INTO hub_asked (id, entry, asked_at) VALUES (?, ?, ?)", unit.key(), json(unit), at);
    }

    static boolean isOpen(Db db, String id) throws SQLException {
        return db.number("SELECT 1 FROM hub_asked WHERE id = ?", id) != 0;
    }

    /** @return false where none was open */
    static boolean end(Db db, String id) throws SQLException {
        return db.run("DELETE FROM hub_asked WHERE id = ?", id) == 1;
    }

    /** The oldest first. */
    static List<Entry> open(Db db) throws SQLException {
        return db.list(row -> entry(row.getString(1), row.getString(2)),
                "SELECT id, entry FROM hub_asked ORDER BY asked_at, id");
    }

    static long count(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM hub_asked");
    }

    static void forget(Db db) throws SQLException {
        db.run("DELETE FROM hub_asked");
    }

    private static String json(Entry entry) {
        ObjectNode node = MAPPER.createObjectNode().put("conference", entry.conference()).put("kind", entry.kind());
        var claims = node.putArray("claims");
        entry.claims().forEach(claim -> claims.addObject().put("product", claim.bucket().product())
                .put("number", claim.bucket().number()).put("pool", claim.pool()).put("limit", claim.limit()));
        return MAPPER.writeValueAsString(node);
    }

    private static Entry entry(String id, String json) {
        JsonNode node = MAPPER.readTree(json);
        String conference = node.get("conference").asString();
        List<Claim> claims = new ArrayList<>();
        node.get("claims").forEach(claim -> claims.add(new Claim(
                new Bucket(conference, claim.get("product").asString(), claim.get("number").asInt()),
                claim.get("pool").asString(), claim.get("limit").asInt(), 1)));
        return new Entry(conference, node.get("kind").asString(), id, Entry.State.LIVE, "", claims, 0);
    }
}
