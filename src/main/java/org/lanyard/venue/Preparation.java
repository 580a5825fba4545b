package org.lanyard.venue;

import java.util.List;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What another station needs besides the roster: doors, staff with their hashed PINs, settings. No records, no passwords. */
public final class Preparation {

    /** What belongs to one machine and stays with it. */
    private static final String OWN = "key IN ('station', 'mode', 'backup.folder', 'set-up', 'camera', 'mirror')"
            + " OR key LIKE '%.wrong' OR key LIKE 'upstream.%.contact' OR key LIKE 'wand.%'";

    private final Ledger ledger;
    private final Settings settings;

    public Preparation(Ledger ledger, Settings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    public String write(Conference conference) {
        ObjectNode file = JsonMapper.shared().createObjectNode().put("lanyard_station", 1)
                .put("conference", conference.slug()).put("redeem_per", conference.redeemPer().word());
        ledger.read(db -> {
            db.each(row -> file.withArray("doors").addObject().put("kind", row.getString(1)).put("slug", row.getString(2))
                    .put("capacity", (Integer) row.getObject(3)), """
                    SELECT 'ticket', slug, capacity FROM door JOIN ticket_type p ON p.id = ticket_type_id
                     WHERE conference_id = ?1
                    UNION ALL SELECT 'addon', slug, capacity FROM door JOIN addon p ON p.id = addon_id
                     WHERE conference_id = ?1
                    """, conference.id());
            db.each(row -> file.withArray("staff").addObject().put("name", row.getString(1)).put("role", row.getString(2))
                    .put("pin_hash", row.getString(3)), "SELECT name, role, pin_hash FROM staff_member ORDER BY id");
            db.each(row -> file.withObject("settings").put(row.getString(1), row.getString(2)),
                    "SELECT key, value FROM setting WHERE NOT (" + OWN + ")");
            return null;
        });
        return file.toString();
    }

    /**
     * Takes over what {@link #write} wrote, beside what is here; the conference's roster is here already.
     *
     * @throws NotPossible when it was not written so; then nothing was changed
     */
    public void read(String text, Conference conference, List<Product> products) {
        JsonNode file = parsed(text);
        ledger.writeNow(db -> {
            for (JsonNode door : file.path("doors")) {
                for (Product product : products) {
                    if (product.kind().prefix().equals(door.path("kind").asString(""))
                            && product.slug().equals(door.path("slug").asString(""))) {
                        db.run("INSERT INTO door (" + Venue.column(product.kind()) + ", capacity) VALUES (?, ?)"
                                + " ON CONFLICT DO UPDATE SET capacity = excluded.capacity", product.id(),
                                door.path("capacity").isInt() ? door.path("capacity").asInt() : null);
                    }
                }
            }
            for (JsonNode member : file.path("staff")) {
                db.run("INSERT INTO staff_member (name, role, pin_hash) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT DO UPDATE SET role = ?2, pin_hash = ifnull(?3, pin_hash)",
                        member.path("name").asString(null), member.path("role").asString(null),
                        member.path("pin_hash").asString(null));
            }
            for (var setting : file.path("settings").properties()) {
                db.run("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                        setting.getKey(), setting.getValue().asString(""));
            }
            return db.run("UPDATE conference SET redeem_per = ? WHERE id = ?", file.path("redeem_per").asString("attendee"),
                    conference.id());
        });
        settings.reload();
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode file = JsonMapper.shared().readTree(text);
            if (file.path("lanyard_station").asInt(0) == 1) {
                return file;
            }
        } catch (JacksonException malformed) {
            throw new NotPossible(malformed, "file.no-preparation");
        }
        throw new NotPossible("file.no-preparation");
    }
}
