package org.lanyard.desk.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lanyard.Rig;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.Face;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Source;
import org.lanyard.scan.ValidTime;
import org.lanyard.scan.Verdict;

/** What the scan screen says of each verdict. */
class VerdictWordsTest {

    private static final Instant AT = Rig.NINE;
    private static final Attendee ADA = new Attendee(1, "AAAA1111", PersonDetails.named("Ada Lovelace")
            .with(Detail.EMAIL, "ada@example.org").with(Detail.COMPANY, "Analytical"), "individual", "Individual", "paid");
    private static final Seen LAST = new Seen(AT.minusSeconds(600), "Door A", "sam");
    private static final Item LUNCH = new Item("lunch", "Lunch", 2, 1, 1);
    private static final Item EATEN = new Item("lunch", "Lunch", 2, 2, 0);
    private static final Verdict.Occupancy DOOR = new Verdict.Occupancy("Tutorial", 30, OptionalInt.of(30));

    private static final List<Verdict> ALL = List.of(new Verdict.CheckedIn(ADA, AT), new Verdict.ReEntry(ADA, AT, LAST, 2),
            new Verdict.Admitted(ADA, AT, DOOR, false), new Verdict.AdmittedAgain(ADA, AT, DOOR, LAST, 2),
            new Verdict.Redeemed(ADA, AT, LUNCH), new Verdict.ChooseItem(ADA, List.of(LUNCH)),
            new Verdict.NeedsAttention(ADA, "Hand over the green lanyard"), new Verdict.RepeatScan(Optional.of(ADA)),
            new Verdict.FullyRedeemed(ADA, EATEN, List.of(LAST)), new Verdict.DoorFull(ADA, DOOR),
            new Verdict.NotPurchased(ADA, "Tutorial", List.of("Lunch"), null), new Verdict.NoOrder(ADA),
            new Verdict.NoTicket(ADA), new Verdict.OrderNotActive(ADA, "pending", "O1"),
            new Verdict.WrongConference("EuroPython"), new Verdict.UnknownCode("AAAA1111", null), new Verdict.Unreadable(),
            new Verdict.ChoosePeople("O1", List.of()), new Verdict.Blocked(ADA, false),
            new Verdict.NotValidNow(ADA, "Saturday", List.of(new ValidTime("2027-05-15", "2027-05-15")), 0,
                    Optional.empty()),
            new Verdict.NotCheckedIn(ADA),
            new Verdict.HubUnreachable(ADA, List.of()), new Verdict.CheckedOut(ADA, AT, Optional.empty(), 41, 1),
            new Verdict.NotInside(ADA, AT, Optional.of("Tutorial"), 29, 1),
            new Verdict.NotDecided());

    private static final String SNAPSHOT = """
            go | Checked in | Ada Lovelace | Welcome! | items
            go-again | Back again | Ada Lovelace | Last in at 08:50 at Door A. | items
            go | Admitted | Ada Lovelace | Tutorial: 30 of 30 in. | items
            go-again | In before | Ada Lovelace | Last admitted at 08:50 at Door A; this is time 2. | items
            go | Handed out | Ada Lovelace | Lunch: 1 of 2. | items
            ask | What is it for? | Ada Lovelace | Choose what to hand out. | items
            ask | Look before you let in | Ada Lovelace | Hand over the green lanyard | nothing
            again | Same badge | Ada Lovelace | This badge was just scanned. | items
            stop | Nothing left | Ada Lovelace | Lunch was handed out, last at 08:50 at Door A. Please go to the help desk if that was not you. | items
            stop | Full | Ada Lovelace | Tutorial: 30 of 30 in. Please ask a lead, or wait until somebody leaves. | nothing
            stop | Not bought | Ada Lovelace | Tutorial was not bought, but Lunch. Please go to the help desk. | nothing
            stop | No order | Ada Lovelace | There is no order for this person. Please go to the help desk. | nothing
            stop | No ticket | Ada Lovelace | There is an order, but no ticket on it. Please go to the help desk. | nothing
            stop | Order not paid | Ada Lovelace | Order O1 is pending. Please go to the help desk. | nothing
            stop |  | Another event | This badge is for EuroPython. Please go to the help desk. | nothing
            stop |  | Unknown code | Nobody here has this code. Search by name, or go to the help desk. | nothing
            stop |  | Not readable | Scan the badge again, or type the code below it. | nothing
            ask | Who is here? | Order O1 | Choose who comes in. | nothing
            stop | Blocked | Ada Lovelace | Please call a lead. | nothing
            stop | Not valid now | Ada Lovelace | Saturday is valid: Saturday, May 15, 2027. Now it is Friday, May 14, 2027. Please go to the help desk. | nothing
            stop | Not checked in | Ada Lovelace | Please check in first. | nothing
            unreachable | No answer from the hub | Ada Lovelace | The hub did not answer. Hand nothing out; scan again. | nothing
            go | Checked out | Ada Lovelace | Goodbye! Still inside: 41. | items
            go-again | Was not inside | Ada Lovelace | The exit is recorded. Tutorial: 29 still inside. | items
            stop |  | Not decided | Nobody was signed in, and nobody signed in within a minute. Scan the badge again. | nothing
            """;

    private static Face shown(Verdict verdict, Words words) {
        return card(verdict, words).face();
    }

    private static Card card(Verdict verdict, Words words) {
        Conference conference = new Conference(1, "conf", "Conf", Rig.BERLIN, Conference.RedeemPer.ATTENDEE);
        return Card.of(new Decision(new Scan(new UUID(0, 1), "AAAA1111", Source.WAND, AT),
                new Post(conference, 1, "Desk", null, new Mode.CheckIn()), verdict, OptionalInt.of(1), List.of(LUNCH)),
                words);
    }

    @Test
    void eachVerdictIsSaidSo() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(ALL.stream().map(verdict -> card(verdict, words)).map(card -> String.join(" | ",
                card.look().style().substring("look-".length()), card.face().headline(), card.name(),
                card.face().sentence(), card.items().isEmpty() ? "nothing" : "items") + "\n")
                .collect(Collectors.joining())).isEqualTo(SNAPSHOT);
    }

    @Test
    void noVerdictIsLeftOut() {
        assertThat(ALL).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(
                Arrays.asList(Verdict.class.getPermittedSubclasses()));
    }

    @Test
    void everyLanguageHasWordsForEachVerdict() {
        for (Locale language : Words.LANGUAGES) {
            Words words = new Words(language);
            assertThat(ALL).allSatisfy(verdict -> assertThat(shown(verdict, words).sentence()).isNotBlank()
                    .doesNotContain("{", "null"));
        }
    }
}
