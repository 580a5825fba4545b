package org.lanyard.roster;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the fuller JSON form of a roster, as of one snapshot. */
final class RosterExport {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Db db;
    private final Conference conference;
    private final boolean checkIns;
    private final Map<Long, String> codes = new HashMap<>();

    /** @param checkIns whether to say who came, which to another roster is a check-in made elsewhere */
    RosterExport(Db db, Conference conference, boolean checkIns) {
        this.db = db;
        this.conference = conference;
        this.checkIns = checkIns;
    }

    void write(OutputStream out) throws SQLException {
        db.each(row -> codes.put(row.getLong(1), row.getString(2)),
                "SELECT id, access_code FROM attendee WHERE conference_id = ? AND withdrawn = 0", conference.id());
        try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            json.writeStartObject();
            json.writeName("conference").writeStartObject();
            json.writeStringProperty("slug", conference.slug()).writeStringProperty("name", conference.name())
                    .writeStringProperty("timezone", conference.zone().getId()).writeEndObject();
            products(json, "ticket_types", "SELECT slug, name FROM ticket_type WHERE conference_id = ? ORDER BY id");
            products(json, "addons", "SELECT slug, name FROM addon WHERE conference_id = ? ORDER BY id");
            orders(json);
            attendees(json);
            json.writeEndObject();
        }
    }

    private void products(JsonGenerator json, String list, String sql) throws SQLException {
        json.writeName(list).writeStartArray();
        db.each(row -> json.writeStartObject().writeStringProperty("slug", row.getString(1))
                .writeStringProperty("name", row.getString(2)).writeEndObject(), sql, conference.id());
        json.writeEndArray();
    }

    private void orders(JsonGenerator json) throws SQLException {
        json.writeName("orders").writeStartArray();
        long[] open = {0};
        db.each(row -> {
            if (row.getLong(1) != open[0]) {
                endOrder(json, open[0]);
                open[0] = row.getLong(1);
                json.writeStartObject().writeStringProperty("reference", row.getString(2))
                        .writeStringProperty("status", row.getString(3)).writeName("items").writeStartArray();
            }
            if (row.getString(6) != null) {
                item(json, row);
            }
            return null;
        }, """
                SELECT orders.id, reference, ifnull(status_here, orders.status), upstream_id, holder_id,
                       ifnull(ticket_type.slug, addon.slug), ticket_type.id, description, quantity
                  FROM orders LEFT JOIN order_line_item line ON line.order_id = orders.id
                  LEFT JOIN ticket_type ON ticket_type.id = line.ticket_type_id
                  LEFT JOIN addon ON addon.id = line.addon_id
                 WHERE orders.conference_id = ? AND EXISTS (SELECT 1 FROM attendee_order link
                       JOIN attendee ON attendee.id = link.attendee_id AND attendee.withdrawn = 0
                       WHERE link.order_id = orders.id)
                 ORDER BY orders.id, line.position, line.id
                """, conference.id());
        endOrder(json, open[0]);
        json.writeEndArray();
    }

    private static void endOrder(JsonGenerator json, long open) {
        if (open != 0) {
            json.writeEndArray().writeEndObject();
        }
    }

    private void item(JsonGenerator json, ResultSet row) throws SQLException {
        String holder = codes.get(row.getLong(5));
        if (row.getLong(5) != 0 && holder == null) {
            return;   // held by somebody withdrawn: it serves nobody who is in the file
        }
        json.writeStartObject();
        if (row.getLong(4) != 0) {
            json.writeNumberProperty("id", row.getLong(4));
        }
        json.writeStringProperty(row.getLong(7) != 0 ? "ticket_type" : "addon", row.getString(6))
                .writeStringProperty("description", row.getString(8)).writeNumberProperty("quantity", row.getInt(9));
        if (holder != null) {
            json.writeStringProperty("attendee", holder);
        }
        json.writeEndObject();
    }

    private void attendees(JsonGenerator json) throws SQLException {
        Map<Long, List<String>> orders = new HashMap<>();
        db.each(row -> orders.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>(1)).add(row.getString(2)), """
                SELECT link.attendee_id, orders.reference FROM orders
                  JOIN attendee_order link ON link.order_id = orders.id
                 WHERE orders.conference_id = ? ORDER BY link.attendee_id, link.position
                """, conference.id());
        json.writeName("attendees").writeStartArray();
        db.each(row -> attendee(json, row, orders.getOrDefault(row.getLong(1), List.of())), """
                SELECT attendee.id, access_code, name, email, company, note, ifnull(attention_here, attention),
                       first.checked_in_at, source
                  FROM attendee LEFT JOIN first_check_in first ON first.attendee_id = attendee.id
                 WHERE conference_id = ? AND withdrawn = 0 ORDER BY attendee.id
                """, conference.id());
        json.writeEndArray();
    }

    private Object attendee(JsonGenerator json, ResultSet row, List<String> orders) throws SQLException {
        String attention = row.getString(7);
        json.writeStartObject().writeStringProperty("access_code", row.getString(2))
                .writeStringProperty("name", row.getString(3)).writeStringProperty("email", row.getString(4))
                .writeStringProperty("company", row.getString(5)).writeStringProperty("note", row.getString(6));
        json.writeName("orders").writeStartArray();
        orders.forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("attention", attention.isEmpty() ? null : attention);
        json.writeStringProperty("checked_in_at", checkIns ? Times.iso(Db.instant(row, 8)) : null);
        return json.writeStringProperty("source", row.getString(9)).writeEndObject();
    }
}
