package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.scan.Verdicts.AT;
import static org.lanyard.scan.Verdicts.DOOR;
import static org.lanyard.scan.Verdicts.LAST;
import static org.lanyard.scan.Verdicts.LUNCH;
import static org.lanyard.scan.Verdicts.ZOE;
import static org.lanyard.scan.Verdicts.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.scan.Verdict.AdmittedAgain;
import org.lanyard.scan.Verdict.FullyRedeemed;
import org.lanyard.scan.Verdict.LookAlike;
import org.lanyard.scan.Verdict.NotPurchased;
import org.lanyard.scan.Verdict.OrderNotActive;
import org.lanyard.scan.Verdict.ReEntry;
import org.lanyard.scan.Verdict.Redeemed;
import org.lanyard.scan.Verdict.UnknownCode;
import org.lanyard.scan.Verdict.WrongConference;

/** Every verdict in words, in the venue's time. */
class WordingTest {

    private final Wording wording = new Wording(Locale.ENGLISH);

    static Stream<Verdict> all() {
        return Stream.concat(Verdicts.STOPS.stream(), Verdicts.OTHERS.stream());
    }

    static Stream<Verdict> stops() {
        return Verdicts.STOPS.stream();
    }

    private String sentence(Verdict verdict) {
        return wording.sentence(decision(verdict));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyVerdictHasAHeadlineAndASentence(Verdict verdict) {
        assertThat(wording.headline(verdict)).isNotBlank().doesNotEndWith(".").doesNotContain("{", "null");
        assertThat(sentence(verdict)).isNotBlank().doesNotContain("{", "null");
    }

    /** Case 31: an unpaid order has a reason of its own. */
    @ParameterizedTest
    @MethodSource("stops")
    void everyStopSaysWhatToDo(Verdict stop) {
        assertThat(sentence(stop)).matches(".*([Pp]lease |Scan the badge again|Search by name).*");
    }

    @Test
    void theMessageOfTheContractsExample() {
        assertThat(wording.message(decision(new ReEntry(ZOE, AT, LAST, 2))))
                .isEqualTo("Back again. Last in at 10:59 at Door A.");
    }

    @Test
    void R28_timesAreTheVenues() {
        assertThat(sentence(new ReEntry(ZOE, AT, new Seen(LAST.at(), null, null), 2)))
                .isEqualTo("Checked in elsewhere at 10:59.");
        assertThat(sentence(new AdmittedAgain(ZOE, AT, DOOR, LAST, 2)))
                .isEqualTo("Last admitted at 10:59 at Door A; this is time 2.");
        assertThat(sentence(new FullyRedeemed(ZOE, LUNCH, List.of(LAST)))).startsWith(
                "Lunch, three days was handed out, last at 10:59 at Door A.");
    }

    /** Case 10: yesterday ended at the venue's midnight, four hours after that of UTC. */
    @Test
    void R28_aTimeThatIsNotTodayAtTheVenueHasItsDate() {
        Seen lateYesterday = new Seen(LAST.at().minus(Duration.ofHours(11)), "Door A", null);
        Seen earlyToday = new Seen(LAST.at().minus(Duration.ofHours(10)), "Door A", null);
        assertThat(sentence(new ReEntry(ZOE, AT, lateYesterday, 2)))
                .isEqualTo("Last in at May 13, 2027, 23:59 at Door A.");
        assertThat(sentence(new ReEntry(ZOE, AT, earlyToday, 2))).isEqualTo("Last in at 00:59 at Door A.");
    }

    @Test
    void R9_anOrderThatIsNotActiveIsNamedWithItsStatus() {
        assertThat(wording.message(decision(new OrderNotActive(ZOE, "pending", "ORD-1"))))
                .isEqualTo("Order not paid. Order ORD-1 is pending. Please go to the help desk.");
        assertThat(wording.message(decision(new OrderNotActive(ZOE, "withdrawn", null)))).isEqualTo(
                "No longer registered. This registration was withdrawn. Please go to the help desk.");
    }

    @Test
    void R15_whatWasBoughtInsteadIsNamed() {
        assertThat(sentence(new NotPurchased(ZOE, "Tutorial", List.of("Lunch", "T-shirt"), null)))
                .isEqualTo("Tutorial was not bought, but Lunch, T-shirt. Please go to the help desk.");
        assertThat(sentence(new NotPurchased(ZOE, "Tutorial", List.of("Lunch"), "refunded")))
                .isEqualTo("Tutorial is on another order (Order refunded). Please go to the help desk.");
    }

    @Test
    void R17_aFullDoorSaysHowFull() {
        assertThat(sentence(new Verdict.DoorFull(ZOE, DOOR)))
                .isEqualTo("Tutorial: 30 of 30 in. Please ask a lead, or wait until somebody leaves.");
        assertThat(sentence(new Verdict.Admitted(ZOE, AT, DOOR, true)))
                .isEqualTo("Let through by a lead. Tutorial: 30 of 30 in.");
    }

    @Test
    void R5_whatPeopleWroteIsNeverAFormat() {
        String hostile = "{0} '{' %s %n ''<b>";
        assertThat(sentence(new WrongConference(hostile))).contains(hostile);
        assertThat(sentence(new Redeemed(ZOE, AT, new Item("x", hostile, 3, 1, 2)))).isEqualTo(hostile + ": 1 of 3.");
        assertThat(sentence(new UnknownCode("X", new LookAlike(hostile, hostile)))).contains(hostile);
        assertThat(sentence(new Verdict.Admitted(ZOE, AT, new Verdict.Occupancy(hostile, 1, OptionalInt.empty()), true)))
                .contains(hostile);
    }

    @Test
    void japaneseSentencesEndAsJapaneseSentencesDo() {
        Wording japanese = new Wording(Locale.JAPANESE);
        assertThat(japanese.message(decision(new ReEntry(ZOE, AT, LAST, 2)))).contains("。").doesNotContain(". ", "、 ");
        assertThat(japanese.message(decision(new Verdict.ChooseItem(ZOE, List.of(LUNCH))))).contains("？")
                .doesNotContain("？。", "？ ");
        assertThat(japanese.sentence(decision(new NotPurchased(ZOE, "Tutorial", List.of("Lunch", "T-shirt"), null))))
                .contains("Lunch、T-shirt");
        assertThat(japanese.inOne("", "Zoe", "")).isEqualTo("Zoe");
    }

    @Test
    void aLanguageThatIsNotShippedIsAnsweredInEnglish() {
        assertThat(new Wording(Locale.forLanguageTag("tlh")).headline(new Verdict.CheckedIn(ZOE, AT)))
                .isEqualTo("Checked in");
    }
}
