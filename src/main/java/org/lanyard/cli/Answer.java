package org.lanyard.cli;

import java.util.List;
import java.util.OptionalInt;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Times;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to one scan as a line of JSON. */
final class Answer {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Answer() {}

    static String of(Decision decision, Wording wording) {
        Verdict verdict = decision.verdict();
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("payload", Reading.cut(decision.scan().text()));
        answer.put("verdict", verdict.word());
        answer.put("recorded", verdict.recorded());
        answer.put("id", verdict.recorded() ? decision.scan().id().toString() : null);
        answer.put("at", Times.iso(decision.scan().at()));
        answer.put("access_code", verdict.about().map(Attendee::accessCode).orElse(null));
        answer.put("name", verdict.about().map(Attendee::name).orElse(null));
        answer.put("ticket_type", verdict.about().map(Attendee::ticketType).orElse(null));
        put(answer, "count", decision.count());
        details(answer, verdict);
        answer.put("message", wording.message(decision));
        return MAPPER.writeValueAsString(answer);
    }

    static String fault(Scan scan, StationFault fault) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("payload", Reading.cut(scan.text()));
        answer.putNull("verdict");
        answer.put("recorded", false);
        answer.put("error", fault.getMessage());
        return MAPPER.writeValueAsString(answer);
    }

    private static void details(ObjectNode answer, Verdict verdict) {
        switch (verdict) {
            case Verdict.ReEntry v -> answer.set("last", seen(v.last()));
            case Verdict.AdmittedAgain v -> {
                answer.set("last", seen(v.last()));
                door(answer, v.door());
            }
            case Verdict.Admitted v -> {
                door(answer, v.door());
                answer.put("overridden", v.overridden());
            }
            case Verdict.DoorFull v -> door(answer, v.door());
            case Verdict.OrderNotActive v -> answer.put("order_status", v.status());
            case Verdict.NotPurchased v -> answer.put("order_status", v.inactive());
            case Verdict.Redeemed v -> item(answer, v.item());
            case Verdict.FullyRedeemed v -> {
                item(answer, v.item());
                ArrayNode units = answer.putArray("units");
                v.units().forEach(unit -> units.add(seen(unit)));
            }
            case Verdict.ChooseItem v -> answer.set("items", items(v.items()));
            case Verdict.NeedsAttention v -> answer.put("attention", v.note());
            case Verdict.UnknownCode v when v.lookAlike() != null -> answer.putObject("look_alike")
                    .put("access_code", v.lookAlike().accessCode()).put("name", v.lookAlike().name());
            // @formatter:off
            case Verdict.CheckedIn _, Verdict.UnknownCode _, Verdict.WrongConference _, Verdict.NoOrder _,
                 Verdict.NoTicket _, Verdict.RepeatScan _, Verdict.Unreadable _ -> { }
            // @formatter:on
        }
    }

    private static void door(ObjectNode answer, Verdict.Occupancy door) {
        answer.put("admitted", door.admitted());
        put(answer, "capacity", door.capacity());
    }

    private static void put(ObjectNode answer, String field, OptionalInt number) {
        number.ifPresentOrElse(value -> answer.put(field, value), () -> answer.putNull(field));
    }

    private static void item(ObjectNode answer, Item item) {
        answer.put("item", item.item()).put("quantity", item.quantity()).put("remaining", item.remaining());
    }

    static ArrayNode items(List<Item> items) {
        ArrayNode list = MAPPER.createArrayNode();
        items.forEach(item -> list.addObject().put("item", item.item()).put("description", item.description())
                .put("quantity", item.quantity()).put("redeemed", item.redeemed()).put("remaining", item.remaining()));
        return list;
    }

    private static ObjectNode seen(Seen seen) {
        return MAPPER.createObjectNode().put("at", Times.iso(seen.at())).put("station", seen.station())
                .put("staff", seen.staff());
    }
}
