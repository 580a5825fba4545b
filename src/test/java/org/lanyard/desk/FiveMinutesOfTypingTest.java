package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.desk.SimulatedWand.Stroke;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/** Case 36: a run of typed characters is not a row of commands, whoever is shown meanwhile. */
@ExtendWith(ApplicationExtension.class)
class FiveMinutesOfTypingTest {

    private static final long SEED = 20261127;
    /** A quarter of the five minutes for each station and person. */
    private static final Duration LENGTH = Duration.ofSeconds(75);
    private static final List<String> NAMES = List.of("Anna Schmidt", "Bob Müller", "Jo 2nd", "van der Berg 3", "Li",
            "o'Neill", "Zoë Ångström", "1st Lt. Ray");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> NAMES.get(random.nextInt(NAMES.size()));
            case 1 -> "0" + random.nextInt(100, 1000) + " " + random.nextInt(10_000, 1_000_000);
            case 2 -> random.nextInt(1, 10) + "" + random.nextInt(1, 10);
            default -> random.ints(8, 0, LETTERS.length()).collect(StringBuilder::new,
                    (code, i) -> code.append(LETTERS.charAt(i)), StringBuilder::append).toString();
        };
    }

    /** A hand's keys: some people are fast and some are slow, none is even. */
    private List<Stroke> typed(String text) {
        int fastest = random.nextInt(60, 200);
        List<Stroke> strokes = new ArrayList<>();
        for (char c : text.toCharArray()) {
            KeyCode code = c == ' ' ? KeyCode.SPACE : SimulatedWand.keyOf(c);
            strokes.add(new Stroke(
                    Duration.ofMillis(strokes.isEmpty() ? 1500 : random.nextInt(fastest, Math.min(400, 3 * fastest))),
                    Duration.ZERO, code, String.valueOf(c), false));
        }
        return strokes;
    }

    /** As a station whose wand has never been checked, and as one whose wand is slow. */
    @ParameterizedTest
    @CsvSource({"35,AAAA1111,Ada Lovelace", "35,DDDD4444,Dee Wu", "120,AAAA1111,Ada Lovelace", "120,DDDD4444,Dee Wu"})
    void nothingIsHandedOutVoidedAcknowledgedOrSentAway(int slowestWand, String shown, String name) throws TimeoutException {
        System.out.println("Typing with seed " + SEED);
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> {
            rig.station().settings().set(Settings.WAND_SLOWEST, slowestWand);
            return rig.post(new Mode.CheckIn());
        });
        for (Duration passed = Duration.ZERO; passed.compareTo(LENGTH) < 0;) {
            desk.wand(shown).until(name, () -> desk.text(".title").equals(name));
            List<Stroke> strokes = typed(text());
            desk.play(strokes).play(List.of(SimulatedWand.SILENCE));
            passed = strokes.stream().map(Stroke::after).reduce(passed, Duration::plus);
            assertThat(desk.text(".title")).as(strokes.toString()).isEqualTo(name);
            desk.robot().interact(() -> {
                ((TextField) desk.scene().lookup(".code")).clear();
                desk.scene().getRoot().requestFocus();
            });
        }
        assertThat(desk.journal()).extracting(Entry::accessCode).containsOnly(shown);
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isZero();
        assertThat(desk.journal()).extracting(Entry::voidedAt).containsOnlyNulls();
        assertThat(desk.journal().stream().filter(entry -> entry.kind() == RecordKind.CHECK_IN)
                .map(Entry::accessCode)).doesNotContain("DDDD4444");
    }
}
