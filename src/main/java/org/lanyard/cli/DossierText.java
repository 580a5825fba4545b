package org.lanyard.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanyard.desk.ShownText;
import org.lanyard.gate.Dossier;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Times;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class DossierText {

    private DossierText() {}

    static ObjectNode node(Dossier dossier) {
        Attendee attendee = dossier.attendee();
        ObjectNode node = Json.object();
        node.put("access_code", attendee.accessCode()).put("ticket_type", attendee.ticketType())
                .put("order_status", attendee.orderStatus())
                .put("checked_in_at", Times.iso(dossier.checkedInAt().orElse(null))).put("check_ins", dossier.checkIns());
        for (Detail detail : Detail.values()) {
            node.put(detail.word(), attendee.details().text(detail));
        }
        Json.put(node, Detail.ATTENTION.word(), Optional.of(attendee.attention()).filter(note -> !note.isEmpty()));
        ArrayNode codes = node.putArray("codes");
        dossier.codes().forEach(code -> codes.addObject().put("code", code.code()).put("blocked", code.blocked()));
        Json.put(node, "order_reference", dossier.orderReference());
        ArrayNode tickets = node.putArray("tickets");
        dossier.tickets().forEach(ticket -> tickets.addObject().put("ticket_type", ticket.type().slug())
                .set("valid", Answer.times(ticket.valid())));
        node.put(Detail.PARTY.word(), dossier.party().size());
        Json.put(node, Detail.BLOCKED.word(), Optional.of(attendee.details().blocked()).filter(reason -> !reason.isEmpty()));
        node.put("inside", dossier.party().in());
        ObjectNode fields = node.putObject("fields");
        attendee.details().shown().forEach(fields::put);
        node.set("items", Answer.items(dossier.items()));
        return node;
    }

    static String json(Dossier dossier) {
        return Json.line(node(dossier));
    }

    static String line(Dossier dossier) {
        Attendee attendee = dossier.attendee();
        return "%-10s %s%s%s".formatted(attendee.accessCode(),
                ShownText.line(attendee.shownName()),
                attendee.company().isEmpty() ? "" : ", " + ShownText.line(attendee.company()),
                Optional.ofNullable(attendee.ticketName()).map(ticket -> " (" + ShownText.line(ticket) + ")").orElse(""));
    }

    static String text(Dossier dossier) {
        Attendee attendee = dossier.attendee();
        String in = dossier.checkIns() == 0 ? "not checked in"
                : "checked in at " + Times.iso(dossier.checkedInAt().orElse(null)) + ", " + dossier.checkIns() + " in all";
        String items = dossier.items().stream().map(item -> "\n  %s: %d of %d redeemed".formatted(
                ShownText.line(item.description()),
                item.redeemed(), item.quantity())).collect(Collectors.joining());
        return line(dossier) + (attendee.email().isEmpty() ? "" : "\n  " + ShownText.line(attendee.email()))
                + "\n  order: " + Optional.ofNullable(attendee.orderStatus()).orElse("none") + "\n  " + in
                + details(attendee.details()) + items;
    }

    private static String details(PersonDetails details) {
        StringBuilder text = new StringBuilder();
        for (Detail detail : EnumSet.complementOf(EnumSet.of(Detail.NAME, Detail.EMAIL, Detail.COMPANY))) {
            if (!details.text(detail).isEmpty()) {
                text.append("\n  ").append(detail.word()).append(": ").append(value(details.text(detail)));
            }
        }
        details.shown().forEach((field, shown) -> text.append("\n  ").append(ShownText.line(field)).append(": ")
                .append(value(shown)));
        return text.toString();
    }

    // Lines of a note never stand where a detail begins.
    private static String value(String text) {
        return ShownText.text(text).replace("\n", "\n    ");
    }
}
