package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.scan.Product;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a roster that is not in any database, in the forms that an import reads. */
final class StatedRosterFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final StatedRoster roster;

    StatedRosterFile(StatedRoster roster) {
        this.roster = roster;
    }

    void csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord("access_code", "name", "email", "company", "ticket_type", "order_reference", "order_status",
                "items", "attention");
        for (StatedRoster.Attendee attendee : roster.attendees.values()) {
            for (String reference : attendee.orders.isEmpty() ? List.of("") : attendee.orders) {
                StatedRoster.Order order = roster.orders.get(reference);
                csv.writeRecord(attendee.accessCode, attendee.name, attendee.email, attendee.company,
                        order == null ? "" : ticket(order, attendee), reference, order == null ? "" : order.status,
                        order == null ? "" : items(order), attendee.attention);
            }
        }
        csv.flush();
    }

    private static String ticket(StatedRoster.Order order, StatedRoster.Attendee attendee) {
        return order.lines.stream().filter(line -> attendee.accessCode.equals(line.holder()))
                .map(line -> line.product().slug()).findFirst().orElse("");
    }

    private static String items(StatedRoster.Order order) {
        return order.lines.stream().filter(line -> line.product().kind() == Product.Kind.ADDON)
                .map(line -> line.product().slug() + ":" + line.quantity()).collect(Collectors.joining("; "));
    }

    void json(OutputStream out) {
        try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            json.writeStartObject().writeName("conference").writeStartObject()
                    .writeStringProperty("slug", roster.slug).writeStringProperty("name", roster.name)
                    .writeStringProperty("timezone", roster.timezone).writeEndObject();
            products(json, "ticket_types", Product.Kind.TICKET_TYPE);
            products(json, "addons", Product.Kind.ADDON);
            json.writeName("orders").writeStartArray();
            roster.orders.values().forEach(order -> order(json, order));
            json.writeEndArray().writeName("attendees").writeStartArray();
            roster.attendees.values().forEach(attendee -> attendee(json, attendee));
            json.writeEndArray().writeEndObject();
        }
    }

    private void products(JsonGenerator json, String list, Product.Kind kind) {
        json.writeName(list).writeStartArray();
        roster.products.forEach((key, name) -> {
            if (key.kind() == kind) {
                json.writeStartObject().writeStringProperty("slug", key.slug()).writeStringProperty("name", name)
                        .writeEndObject();
            }
        });
        json.writeEndArray();
    }

    private static void order(JsonGenerator json, StatedRoster.Order order) {
        json.writeStartObject().writeStringProperty("reference", order.reference)
                .writeStringProperty("status", order.status).writeName("items").writeStartArray();
        for (StatedRoster.Line line : order.lines) {
            json.writeStartObject().writeStringProperty(
                    line.product().kind() == Product.Kind.TICKET_TYPE ? "ticket_type" : "addon", line.product().slug())
                    .writeStringProperty("description", line.description())
                    .writeNumberProperty("quantity", line.quantity());
            if (line.holder() != null) {
                json.writeStringProperty("attendee", line.holder());
            }
            json.writeEndObject();
        }
        json.writeEndArray().writeEndObject();
    }

    private static void attendee(JsonGenerator json, StatedRoster.Attendee attendee) {
        json.writeStartObject().writeStringProperty("access_code", attendee.accessCode)
                .writeStringProperty("name", attendee.name).writeStringProperty("email", attendee.email)
                .writeStringProperty("company", attendee.company).writeName("orders").writeStartArray();
        attendee.orders.forEach(json::writeString);
        json.writeEndArray().writeStringProperty("attention", attendee.attention.isEmpty() ? null : attendee.attention)
                .writeNullProperty("checked_in_at").writeEndObject();
    }
}
