package org.lanyard.upstream.django;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.upstream.Receipt;
import org.lanyard.upstream.ServerPerson;
import tools.jackson.databind.JsonNode;

final class Wire {

    private Wire() {}

    static Receipt receipt(JsonNode body) {
        JsonNode checkIn = body.path("checkin_id");
        boolean entry = checkIn.isIntegralNumber();
        return new Receipt((entry ? checkIn : body.path("redemption_id")).asLong(0),
                time(body.path(entry ? "checked_in_at" : "redeemed_at")),
                entry ? time(body.path("attendee").path("checked_in_at")) : Optional.empty());
    }

    static ServerPerson person(JsonNode body, Optional<String> reference) {
        JsonNode attendee = body.path("attendee");
        return new ServerPerson(attendee.path("access_code").asString(""), attendee.path("name").asString(""),
                attendee.path("email").asString(""), time(attendee.path("checked_in_at")),
                text(body.path("order_status")), reference, lines(body));
    }

    // Lines that can be redeemed stand in both lists, with the count in the second.
    private static List<ServerPerson.ServerLine> lines(JsonNode body) {
        Map<Long, ServerPerson.ServerLine> lines = new TreeMap<>();
        for (String list : List.of("products", "redeemable")) {
            for (JsonNode line : body.path(list)) {
                if (line.path("id").canConvertToLong()) {
                    lines.put(line.path("id").asLong(), new ServerPerson.ServerLine(line.path("id").asLong(),
                            text(line.path("ticket_type_slug")), text(line.path("addon_slug")),
                            line.path("description").asString(""), Math.max(0, line.path("quantity").asInt(0)),
                            line.path("redeemed_count").asInt(-1)));
                }
            }
        }
        return new ArrayList<>(lines.values());
    }

    static Optional<StatedLine> line(JsonNode product, StatedRoster.Builder roster) {
        JsonNode id = product.path("id");
        JsonNode quantity = product.path("quantity");
        Optional<String> ticket = text(product.path("ticket_type_slug"));
        Optional<String> addon = text(product.path("addon_slug"));
        boolean usable = id.isIntegralNumber() && id.canConvertToLong() && quantity.isIntegralNumber()
                && quantity.canConvertToInt() && quantity.asInt() >= 0 && quantity.asInt() <= StatedOrder.MOST_UNITS
                && !(ticket.isPresent() && addon.isPresent());
        if (!usable) {
            return Optional.empty();
        }
        String name = text(product.path("description")).or(() -> ticket).or(() -> addon).orElse("");
        ProductKey key = ticket.map(slug -> roster.product(Product.Kind.TICKET_TYPE, slug, name))
                .orElseGet(() -> roster.product(Product.Kind.ADDON, addon.orElse(""), name));
        return Optional.of(new StatedLine(Optional.of(id.asLong()), key, name, quantity.asInt(), Optional.empty(),
                Optional.empty()));
    }

    // A product that was deleted leaves its lines without either slug.
    static boolean isWithoutProduct(JsonNode product) {
        return product.path("id").isIntegralNumber() && text(product.path("ticket_type_slug")).isEmpty()
                && text(product.path("addon_slug")).isEmpty();
    }

    // A text that is null is empty; one that is missing was not stated.
    static PersonDetails details(JsonNode person) {
        PersonDetails details = PersonDetails.NONE;
        for (Detail detail : List.of(Detail.NAME, Detail.EMAIL)) {
            if (person.has(detail.word())) {
                details = details.with(detail, person.path(detail.word()).asString(""));
            }
        }
        return details;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode text) {
        try {
            return text.isString() ? Optional.of(OffsetDateTime.parse(text.stringValue()).toInstant()) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
