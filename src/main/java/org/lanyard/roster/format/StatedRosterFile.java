package org.lanyard.roster.format;

import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanyard.scan.Detail;
import org.lanyard.roster.BlockedCode;
import org.lanyard.roster.StatedTimes;
import org.lanyard.scan.Product;
import org.lanyard.scan.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

final class StatedRosterFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final StatedRoster roster;

    StatedRosterFile(StatedRoster roster) {
        this.roster = roster;
    }

    void json(OutputStream out) {
        try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            json.writeStartObject().writeName("conference").writeStartObject()
                    .writeStringProperty("slug", roster.slug().orElse(null))
                    .writeStringProperty("name", roster.name().orElse(null))
                    .writeStringProperty("timezone", roster.timezone().orElse(null)).writeEndObject();
            products(json, "ticket_types", Product.Kind.TICKET_TYPE);
            products(json, "addons", Product.Kind.ADDON);
            json.writeName("orders").writeStartArray();
            roster.orders().forEach(order -> order(json, order));
            json.writeEndArray().writeName("attendees").writeStartArray();
            Map<String, List<BlockedCode>> blocked = roster.blockedCodes().stream().collect(Collectors.groupingBy(
                    BlockedCode::owner));
            roster.people().forEach(person -> person(json, person, blocked.getOrDefault(person.accessCode(), List.of())));
            json.writeEndArray().writeEndObject();
        }
    }

    private void products(JsonGenerator json, String list, Product.Kind kind) {
        json.writeName(list).writeStartArray();
        roster.products().forEach((key, name) -> {
            if (key.kind() == kind) {
                json.writeStartObject().writeStringProperty("slug", key.word()).writeStringProperty("name", name);
                Optional.ofNullable(roster.times().get(key)).ifPresent(times -> times(json, times));
                json.writeEndObject();
            }
        });
        json.writeEndArray();
    }

    private static void times(JsonGenerator json, StatedTimes times) {
        times.valid().ifPresent(valid -> {
            json.writeName("valid").writeStartArray();
            valid.forEach(time -> json.writeStartObject().writeStringProperty("from", time.from())
                    .writeStringProperty("to", time.to()).writeEndObject());
            json.writeEndArray();
        });
        times.perDay().ifPresent(limit -> {
            if (limit == 0) {
                json.writeNullProperty("per_day");
            } else {
                json.writeNumberProperty("per_day", limit);
            }
        });
    }

    private static void order(JsonGenerator json, StatedOrder order) {
        json.writeStartObject().writeStringProperty("reference", order.reference())
                .writeStringProperty("status", order.status()).writeName("items").writeStartArray();
        order.lines().forEach(line -> item(json, line));
        json.writeEndArray().writeEndObject();
    }

    private static void item(JsonGenerator json, StatedLine line) {
        json.writeStartObject();
        line.upstreamId().ifPresent(id -> json.writeNumberProperty("id", id));
        json.writeStringProperty(line.product().kind() == Product.Kind.TICKET_TYPE ? "ticket_type" : "addon",
                line.product().word()).writeStringProperty("description", line.description())
                .writeNumberProperty("quantity", line.quantity());
        line.holder().ifPresent(holder -> json.writeStringProperty("attendee", holder));
        line.status().ifPresent(status -> json.writeStringProperty("status", status));
        json.writeEndObject();
    }

    private static void blockedCodes(JsonGenerator json, List<BlockedCode> blocked) {
        if (!blocked.isEmpty()) {
            json.writeName("blocked_codes").writeStartArray();
            blocked.forEach(code -> json.writeStartObject().writeStringProperty("code", code.code())
                    .writeStringProperty("reason", code.reason()).writeEndObject());
            json.writeEndArray();
        }
    }

    private static void person(JsonGenerator json, StatedPerson person, List<BlockedCode> blocked) {
        json.writeStartObject().writeStringProperty("access_code", person.accessCode());
        for (Detail detail : Detail.values()) {
            String text = person.details().text(detail);
            if (detail == Detail.PARTY) {
                json.writeNumberProperty(detail.word(), person.details().party());
                continue;
            }
            json.writeStringProperty(detail.word(), text.isEmpty() && detail == Detail.ATTENTION ? null : text);
        }
        json.writeName("fields").writeStartObject();
        person.details().shown().forEach(json::writeStringProperty);
        json.writeEndObject().writeName("codes").writeStartArray();
        person.furtherCodes().forEach(json::writeString);
        json.writeEndArray();
        blockedCodes(json, blocked);
        json.writeName("orders").writeStartArray();
        person.orders().forEach(json::writeString);
        json.writeEndArray();
        switch (person.checkIn()) {
            case StatedPerson.CheckIn.NotStated() -> {}
            case StatedPerson.CheckIn.None() -> json.writeNullProperty("checked_in_at");
            case StatedPerson.CheckIn.At(Instant at) -> json.writeStringProperty("checked_in_at", Times.iso(at));
        }
        person.source().ifPresent(source -> json.writeStringProperty("source", source.word()));
        if (person.withdrawn()) {
            json.writeBooleanProperty("withdrawn", true);
        }
        json.writeEndObject();
    }
}
