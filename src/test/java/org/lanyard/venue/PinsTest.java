package org.lanyard.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.redemption.Race;
import org.lanyard.scan.NotPossible;

/** PINs: hashes only, and whoever guesses has to wait. */
@Execution(ExecutionMode.CONCURRENT)
class PinsTest {

    private Rig rig;
    private Pins.Owner sam;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = Rig.in(folder);
        sam = new Pins.Owner.Staff(rig.station().venue().staff("Sam"));
        pins().set(sam, "4711");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Pins pins() {
        return rig.station().pins();
    }

    @Test
    void theRightOneIsRightAndAnotherIsWrong() {
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Right());
        assertThat(pins().check(sam, "4712")).isEqualTo(new Pins.Answer.Wrong());
    }

    @Test
    void afterFiveWrongOnesEvenTheRightOneWaitsAlsoAfterARestart() {
        for (int i = 0; i < 5; i++) {
            assertThat(pins().check(sam, "000" + i)).isEqualTo(new Pins.Answer.Wrong());
        }
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Wait(Duration.ofSeconds(15)));
        rig.reopened().pass(Duration.ofSeconds(15));
        assertThat(pins().check(sam, "4712")).isEqualTo(new Pins.Answer.Wrong());
        assertThat(pins().check(sam, "4711")).as("twice as long").isEqualTo(new Pins.Answer.Wait(Duration.ofSeconds(30)));
        rig.pass(Duration.ofSeconds(30));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Right());
    }

    @Test
    void everybodyHasTheirOwnAndTheKioskToo() {
        Pins.Owner kiosk = new Pins.Owner.Kiosk();
        assertThat(pins().isSet(kiosk)).isFalse();
        assertThat(pins().check(kiosk, "4711")).isEqualTo(new Pins.Answer.Wrong());
        pins().set(kiosk, "123456");
        assertThat(pins().check(kiosk, "123456")).isEqualTo(new Pins.Answer.Right());
        pins().set(kiosk, null);
        assertThat(pins().isSet(kiosk)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567890123", "12a4", "１２３４"})
    void whatIsNoPinIsRefused(String pin) {
        assertThatThrownBy(() -> pins().set(sam, pin)).isInstanceOf(NotPossible.class);
    }

    @Test
    void noFileHoldsThePinItself() throws Exception {
        pins().set(sam, "918273645546");
        rig.close();
        try (var files = Files.list(rig.database().getParent())) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("918273645546");
            }
        }
        rig = Rig.in(rig.database().getParent());
    }

    /** Case 60: of many tries at the same instant, five are looked at. */
    @Test
    void of64TriesAtOnceFiveAreLookedAt() throws InterruptedException {
        List<Pins.Answer> answers = Collections.synchronizedList(new ArrayList<>());
        Race.run(64, 1, (thread, _) -> answers.add(pins().check(sam, "%04d".formatted(thread))));
        assertThat(answers).hasSize(64).filteredOn(new Pins.Answer.Wrong()::equals).hasSize(5);
        assertThat(answers).filteredOn(Pins.Answer.Wait.class::isInstance).hasSize(59);
    }

    /** Case 57: a pause lasts its own length, whatever becomes of the clock. */
    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3600, -1, 0, 1, 3600, 86_400})
    void aClockThatIsSetNeitherLengthensNorShortensAPause(long seconds) {
        for (int i = 0; i < 5; i++) {
            pins().check(sam, "000" + i);
        }
        rig.at(Rig.NINE.plusSeconds(seconds));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Wait(Duration.ofSeconds(15)));
        rig.pass(Duration.ofSeconds(14));
        rig.at(Rig.NINE.minusSeconds(seconds));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Wait(Duration.ofSeconds(1)));
        rig.pass(Duration.ofSeconds(1));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Right());
    }

    @Test
    void aClockSetBackBeforeTheStartCostsThePauseItselfAndNoMore() {
        for (int i = 0; i < 5; i++) {
            pins().check(sam, "000" + i);
        }
        rig.reopened().at(Rig.NINE.minusSeconds(3600));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Wait(Duration.ofSeconds(15)));
        rig.pass(Duration.ofSeconds(15));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Right());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1 2 3", "99999999999999999999 1", "-1 -1"})
    void aCountThatSomebodyElseWroteLocksNobodyOut(String text) {
        rig.station().ledger().writeNow(db -> db.run("INSERT INTO setting (key, value) VALUES (?, ?)",
                "pin.staff." + ((Pins.Owner.Staff) sam).member().id() + ".wrong", text));
        assertThat(pins().check(sam, "4711")).isEqualTo(new Pins.Answer.Right());
    }
}
