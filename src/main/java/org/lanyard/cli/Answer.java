package org.lanyard.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Times;
import org.lanyard.scan.ValidTime;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class Answer {

    private Answer() {}

    static String of(Decision decision, Wording wording) {
        return Json.line(node(decision, wording));
    }

    private static ObjectNode node(Decision decision, Wording wording) {
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
        decision.party().ifPresent(party -> answer.putObject("party").put("size", party.size()).put("in", party.in()));
        answer.put("message", wording.message(decision));
        return answer;
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
            case Verdict.CheckedIn v -> answer.put("overridden", v.overridden());
            case Verdict.ReEntry v -> {
                answer.set("last", seen(v.last()));
                answer.put("overridden", v.overridden());
            }
            case Verdict.AdmittedAgain v -> {
                answer.set("last", seen(v.last()));
                addDoor(answer, v.door());
                answer.put("overridden", v.overridden());
            }
            case Verdict.Admitted v -> {
                addDoor(answer, v.door());
                answer.put("overridden", v.overridden());
            }
            case Verdict.DoorFull v -> addDoor(answer, v.door());
            case Verdict.OrderNotActive v -> answer.put("order_status", v.status());
            case Verdict.NotPurchased v -> answer.put("order_status", v.inactive());
            case Verdict.Redeemed v -> {
                addItem(answer, v.item());
                answer.put("overridden", v.overridden());
            }
            case Verdict.NotValidNow v -> {
                answer.set("valid", times(v.valid()));
                v.last().ifPresent(last -> answer.set("last", seen(last)));
            }
            case Verdict.ChoosePeople v -> addPeople(answer, v);
            case Verdict.CheckedOut v -> answer.put("inside", v.inside());
            case Verdict.NotInside v -> answer.put("inside", v.inside());
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
            case Verdict.WrongConference _, Verdict.Blocked _, Verdict.NotCheckedIn _, Verdict.HubUnreachable _, Verdict.NoOrder _, Verdict.NoTicket _,
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

    private static void addPeople(ObjectNode answer, Verdict.ChoosePeople group) {
        answer.put("order", group.order());
        ArrayNode people = answer.putArray("people");
        group.people().forEach(member -> person(people, member.attendee(), member.state(), member.verdict()));
    }

    private static ObjectNode person(ArrayNode people, Attendee attendee, Verdict.Member.State state, Verdict verdict) {
        return people.addObject().put("access_code", attendee.accessCode()).put("name", attendee.name())
                .put("ticket_type", attendee.ticketType()).put("state", state.word()).put("verdict", verdict.word());
    }

    static String of(GroupDecision group, Wording wording) {
        ObjectNode answer = node(group.decision(), wording);
        if (!group.people().isEmpty()) {
            answer.put("verdict", group.anyRecorded() ? "checked_in" : group.decision().verdict().word());
            answer.put("recorded", group.anyRecorded());
            ArrayNode people = answer.putArray("people");
            group.people().forEach(one -> {
                ObjectNode person = person(people, one.attendee(), one.state(), one.verdict())
                        .put("recorded", one.record().isPresent());
                Json.put(person, "id", one.record().map(UUID::toString));
                person.put("count", one.count());
            });
        }
        return Json.line(answer);
    }

    static ArrayNode times(List<ValidTime> times) {
        ArrayNode list = Json.array();
        times.forEach(time -> list.addObject().put("from", time.from()).put("to", time.to()));
        return list;
    }

    static ArrayNode items(List<Item> items) {
        ArrayNode list = Json.array();
        items.forEach(item -> list.addObject().put("item", item.item()).put("description", item.description())
                .put("quantity", item.quantity()).put("redeemed", item.redeemed()).put("remaining", item.remaining()));
        return list;
    }

    private static ObjectNode seen(Seen seen) {
        ObjectNode node = Json.object().put("at", Times.iso(seen.at())).put("station", seen.station()).put("staff",
                seen.staff());
        seen.carriedFrom().ifPresent(code -> node.put("carried_from", code));
        return node;
    }
}
