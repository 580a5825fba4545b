package org.lanyard.scan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.lanyard.scan.Verdict.Admitted;
import org.lanyard.scan.Verdict.AdmittedAgain;
import org.lanyard.scan.Verdict.CheckedIn;
import org.lanyard.scan.Verdict.NotInside;
import org.lanyard.scan.Verdict.CheckedOut;
import org.lanyard.scan.Verdict.HubUnreachable;
import org.lanyard.scan.Verdict.Member;
import org.lanyard.scan.Verdict.ChoosePeople;
import org.lanyard.scan.Verdict.NotValidNow;
import org.lanyard.scan.Verdict.NotCheckedIn;
import org.lanyard.scan.Verdict.Blocked;
import org.lanyard.scan.Verdict.ChooseItem;
import org.lanyard.scan.Verdict.DoorFull;
import org.lanyard.scan.Verdict.FullyRedeemed;
import org.lanyard.scan.Verdict.LookAlike;
import org.lanyard.scan.Verdict.NeedsAttention;
import org.lanyard.scan.Verdict.NoOrder;
import org.lanyard.scan.Verdict.NoTicket;
import org.lanyard.scan.Verdict.NotPurchased;
import org.lanyard.scan.Verdict.Occupancy;
import org.lanyard.scan.Verdict.OrderNotActive;
import org.lanyard.scan.Verdict.ReEntry;
import org.lanyard.scan.Verdict.Redeemed;
import org.lanyard.scan.Verdict.RepeatScan;
import org.lanyard.scan.Verdict.UnknownCode;
import org.lanyard.scan.Verdict.Unreadable;
import org.lanyard.scan.Verdict.WrongConference;

/** An example of every verdict, of each shape that is worded differently. */
final class Verdicts {

    static final Instant AT = Instant.parse("2027-05-14T16:03:11.201Z");
    static final Seen LAST = new Seen(Instant.parse("2027-05-14T14:59:02.008Z"), "Door A", "sam");
    static final Seen ELSEWHERE = new Seen(null, null, null);
    static final Attendee ZOE =
            new Attendee(1, "A3K9M2X1", PersonDetails.named("Zoë Ångström").with(Detail.EMAIL, "zoe@example.org"),
                    "individual", "Individual", "paid");
    static final Item LUNCH = new Item("lunch", "Lunch, three days", 3, 3, 0);
    static final Occupancy DOOR = new Occupancy("Tutorial", 30, OptionalInt.of(30));
    private static final Conference PYCON = new Conference(1, "pycon-us-2027", "PyCon US 2027",
            ZoneId.of("America/New_York"), Conference.RedeemPer.ATTENDEE);

    private Verdicts() {}

    static final List<Verdict> STOPS = List.of(new Unreadable(), new WrongConference("EuroPython"),
            new UnknownCode("NOBODY", null), new UnknownCode("A3K9M2XI", new LookAlike("A3K9M2X1", "Zoë Ångström")),
            new NoOrder(ZOE), new OrderNotActive(ZOE, "pending", "ORD-1"), new OrderNotActive(ZOE, "refunded", "ORD-1"),
            new OrderNotActive(ZOE, "cancelled", "ORD-1"), new OrderNotActive(ZOE, "withdrawn", null), new NoTicket(ZOE),
            new DoorFull(ZOE, DOOR), new Verdict.NotDecided(), new NotPurchased(ZOE, "Tutorial", List.of(), null),
            new NotPurchased(ZOE, "Tutorial", List.of("Lunch", "T-shirt"), null),
            new NotPurchased(ZOE, "Tutorial", List.of("Lunch"), "refunded"),
            new FullyRedeemed(ZOE, LUNCH, List.of(LAST)), new FullyRedeemed(ZOE, LUNCH, List.of(ELSEWHERE)),
            new FullyRedeemed(ZOE, LUNCH, List.of()), new Blocked(ZOE, false), new Blocked(ZOE, true), new NotCheckedIn(ZOE),
            new NotValidNow(ZOE, "Saturday", List.of(new ValidTime("2027-05-15", "2027-05-15")), 0, Optional.empty()),
            new NotValidNow(ZOE, "Lunch", List.of(new ValidTime("2027-05-14T11:30", "2027-05-14T14:00"),
                    new ValidTime("2027-05-15T23:30", "2027-05-16T02:00"), new ValidTime("2027-05-17", "2027-05-19")), 0,
                    Optional.empty()),
            new NotValidNow(ZOE, "Lunch", List.of(), 1, Optional.of(LAST)));

    static final List<Verdict> OTHERS = List.of(new RepeatScan(Optional.of(ZOE)), new RepeatScan(Optional.empty()),
            new NeedsAttention(ZOE, "Hand over the green lanyard"), new CheckedIn(ZOE, AT), new ReEntry(ZOE, AT, LAST, 2),
            new ReEntry(ZOE, AT, new Seen(LAST.at(), null, null), 2), new Admitted(ZOE, AT, DOOR, false),
            new Admitted(ZOE, AT, DOOR, true),
            new Admitted(ZOE, AT, new Occupancy("Tutorial", 1, OptionalInt.empty()), false),
            new AdmittedAgain(ZOE, AT, DOOR, LAST, 2), new Redeemed(ZOE, AT, LUNCH),
            new CheckedIn(ZOE, AT, 2, true), new ReEntry(ZOE, AT, LAST, 2, true),
            new AdmittedAgain(ZOE, AT, DOOR, LAST, 2, true), new Redeemed(ZOE, AT, LUNCH, true),
            new ChoosePeople("ORD-1", List.of(new Member(ZOE, Member.State.OUT, new CheckedIn(ZOE, AT)))),
            new HubUnreachable(ZOE, List.of()), new HubUnreachable(ZOE, List.of("Lunch 1", "Lunch 2")),
            new CheckedOut(ZOE, AT, Optional.empty(), 41, 1), new CheckedOut(ZOE, AT, Optional.of("Tutorial"), 29, 1),
            new NotInside(ZOE, AT, Optional.empty(), 41, 1), new NotInside(ZOE, AT, Optional.of("Tutorial"), 29, 1),
            new ChooseItem(ZOE, List.of(LUNCH)), new ChooseItem(ZOE, List.of()));

    /** At PyCon US, in New York. */
    static Decision decision(Verdict verdict) {
        return new Decision(new Scan(new UUID(0, 1), "pycon-us-2027:A3K9M2X1", Source.WAND, AT),
                new Post(PYCON, 1, "Registration Desk 1", null, new Mode.CheckIn()), verdict, OptionalInt.of(1), List.of());
    }
}
