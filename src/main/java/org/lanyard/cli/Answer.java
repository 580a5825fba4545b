package org.lanyard.cli;

import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to one scan as a line of JSON. */
final class Answer {

    private Answer() {}

    static String of(Decision decision, Wording wording) {
        Verdict verdict = decision.verdict();
        ObjectNode answer = Json.object();
        answer.put("payload", Reading.cut(decision.scan().text()));
        answer.put("verdict", verdict.word());
        answer.put("recorded", verdict.recorded());
        Json.put(answer, "id", Optional.of(decision.scan().id().toString()).filter(_ -> verdict.recorded()));
        answer.put("at", Times.iso(decision.scan().at()));
        Json.put(answer, "access_code", verdict.about().map(Attendee::accessCode));
        Json.put(answer, "name", verdict.about().map(Attendee::name));
        Json.put(answer, "ticket_type", verdict.about().map(Attendee::ticketType));
        Json.put(answer, "count", decision.count());
        addDetails(answer, verdict);
        answer.put("message", wording.message(decision));
        return Json.line(answer);
    }

    static String fault(Scan scan, StationFault fault) {
        ObjectNode answer = Json.object();
        answer.put("payload", Reading.cut(scan.text()));
        answer.putNull("verdict");
        answer.put("recorded", false);
        answer.put("error", fault.getMessage());
        return Json.line(answer);
    }

    private static void addDetails(ObjectNode answer, Verdict verdict) {
        switch (verdict) {
            case Verdict.ReEntry v -> answer.set("last", seen(v.last()));
            case Verdict.AdmittedAgain v -> {
                answer.set("last", seen(v.last()));
                addDoor(answer, v.door());
            }
            case Verdict.Admitted v -> {
                addDoor(answer, v.door());
                answer.put("overridden", v.overridden());
            }
            case Verdict.DoorFull v -> addDoor(answer, v.door());
            case Verdict.OrderNotActive v -> answer.put("order_status", v.status());
            case Verdict.NotPurchased v -> answer.put("order_status", v.inactive());
            case Verdict.Redeemed v -> addItem(answer, v.item());
            case Verdict.FullyRedeemed v -> {
                addItem(answer, v.item());
                ArrayNode units = answer.putArray("units");
                v.units().forEach(unit -> units.add(seen(unit)));
            }
            case Verdict.ChooseItem v -> answer.set("items", items(v.items()));
            case Verdict.NeedsAttention v -> answer.put("attention", v.note());
            case Verdict.UnknownCode v -> Optional.ofNullable(v.lookAlike()).ifPresent(like -> answer
                    .putObject("look_alike").put("access_code", like.accessCode()).put("name", like.name()));
            // @formatter:off
            case Verdict.CheckedIn _, Verdict.WrongConference _, Verdict.NoOrder _, Verdict.NoTicket _,
                 Verdict.RepeatScan _, Verdict.Unreadable _, Verdict.NotDecided _ -> { }
            // @formatter:on
        }
    }

    private static void addDoor(ObjectNode answer, Verdict.Occupancy door) {
        answer.put("admitted", door.admitted());
        Json.put(answer, "capacity", door.capacity());
    }

    private static void addItem(ObjectNode answer, Item item) {
        answer.put("item", item.item()).put("quantity", item.quantity()).put("remaining", item.remaining());
    }

    static ArrayNode items(List<Item> items) {
        ArrayNode list = Json.array();
        items.forEach(item -> list.addObject().put("item", item.item()).put("description", item.description())
                .put("quantity", item.quantity()).put("redeemed", item.redeemed()).put("remaining", item.remaining()));
        return list;
    }

    private static ObjectNode seen(Seen seen) {
        return Json.object().put("at", Times.iso(seen.at())).put("station", seen.station()).put("staff", seen.staff());
    }
}
