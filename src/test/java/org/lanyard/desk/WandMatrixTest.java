package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.SimulatedWand.Ending;
import org.lanyard.desk.SimulatedWand.Stroke;
import org.lanyard.desk.wand.Calibration;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.KeyboardLayout;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Wands by layout, speed, jitter, end key, prefix and load, after the wand check, into a window at work: no code is lost,
 * joined with another, or under another name. The desk's clock is the test's.
 */
@ExtendWith(ApplicationExtension.class)
class WandMatrixTest {

    private static final long SEED = 20261127;
    private static final int COMBINATIONS = 80;
    private static final int SLOW_COMBINATIONS = 320;
    private static final int PEOPLE = 200;
    private static final List<Integer> PACES = List.of(2, 5, 10, 20, 33, 50, 70, 90, 110);
    private static final List<Integer> JITTERS = List.of(0, 10, 20);
    private static final List<String> PREFIXES = List.of("", "]Q3", "", "#2");
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private final List<String> codes = new ArrayList<>();
    private DeskRig desk;

    /** What somebody does with the window while the wand is used. */
    private enum Work {
        SEARCH {
            @Override
            void before(DeskRig desk, List<Stroke> note) {
                fire(desk, "#searchTab");
            }

            @Override
            void begin(DeskRig desk) {
                fire(desk, "#searchTab");
                type(desk);
            }

            private static void type(DeskRig desk) {
                desk.robot().interact(() -> ((TextField) desk.scene().lookup("#query")).setText("ab"));
            }

            @Override
            String after(DeskRig desk) {
                fire(desk, "#searchTab");
                String typed = desk.at("query", TextField.class).getText();
                type(desk);
                return typed.equals("ab") ? "" : "in the search stands " + typed + ", ";
            }
        },
        DIALOG {
            @Override
            void begin(DeskRig desk) throws TimeoutException {
                desk.wand("AAAA1111").sees("Back again", "Ada Lovelace").strip("Void what was recorded for Ada Lovelace")
                        .says("Why void this record?");
            }
        },
        NOTE {
            @Override
            void before(DeskRig desk, List<Stroke> note) {
                desk.play(note);
            }
        },
        JOURNAL {
            @Override
            void before(DeskRig desk, List<Stroke> note) {
                fire(desk, "#journalTab");
                desk.robot().interact(() -> {
                    TableView<?> table = (TableView<?>) desk.scene().lookup("#table");
                    table.requestFocus();
                    table.scrollTo(table.getItems().size() / 2);
                });
            }
        };

        void begin(DeskRig desk) throws TimeoutException {
            // the scan screen is shown
        }

        void before(DeskRig desk, List<Stroke> note) {
            // nothing between two badges
        }

        String after(DeskRig desk) {
            return "";
        }

        private static void fire(DeskRig desk, String tab) {
            desk.robot().interact(() -> ((ToggleButton) desk.scene().lookup(tab)).fire());
        }
    }

    @BeforeEach
    void open() {
        IntStream.range(0, PEOPLE).forEach(_ -> codes.add(code()));
        Rig rig = Rig.in(folder);
        rig.csv(Stream.concat(Stream.of(DeskRig.ROSTER),
                codes.stream().map(code -> code + ",Person " + code + ",Individual,O" + code + ",paid,lunch:2,"))
                .toArray(String[]::new));
        desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            code.append(random.nextInt(2, 10)).append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return random.nextBoolean() ? code.toString() : code.reverse().toString();
    }

    /** Every value of each dimension comes up as often as any other. */
    private List<SimulatedWand> wands(int combinations) {
        List<KeyboardLayout> layouts = shuffled(KeyboardLayout.all());
        List<Ending> endings = shuffled(List.of(Ending.values()));
        List<SimulatedWand> wands = new ArrayList<>();
        for (int i = 0; i < combinations; i++) {
            wands.add(new SimulatedWand(layouts.get(i % layouts.size()), PACES.get(random.nextInt(PACES.size())),
                    JITTERS.get(random.nextInt(JITTERS.size())), endings.get(i % endings.size()),
                    PREFIXES.get(random.nextInt(PREFIXES.size())), random.nextBoolean()));
        }
        return wands;
    }

    private <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void R6_oneCodeOfSomeCombinationsArrives() throws TimeoutException {
        run(COMBINATIONS, 1);
    }

    @Test
    @Tag("slow")
    void R6_oneCodeOfEachCombinationArrives() throws TimeoutException {
        run(SLOW_COMBINATIONS, 1);
    }

    @Test
    @Tag("slow")
    void R6_twoHundredCodesOfEachCombinationArrive() throws TimeoutException {
        run(SLOW_COMBINATIONS, PEOPLE);
    }

    private void run(int combinations, int scans) throws TimeoutException {
        System.out.println("Wands with seed " + SEED);
        List<String> wrong = new ArrayList<>();
        List<SimulatedWand> wands = wands(combinations);
        int each = combinations / Work.values().length;
        for (int i = 0; i < wands.size(); i++) {
            Work work = Work.values()[i / each];
            String problem = calibrate(wands.get(i));
            desk.click("Scan");
            if (i % each == 0) {
                work.begin(desk);
            }
            problem += scan(wands.get(i), work, scans);
            if (!problem.isEmpty()) {
                wrong.add(work + ", " + wands.get(i) + ": " + problem);
            }
        }
        assertThat(wrong).as("of " + wands.size() + " combinations").isEmpty();
    }

    private String calibrate(SimulatedWand wand) {
        desk.click("Setup");
        SetupHands.page(desk, "Wand");
        desk.play(wand.strokes(Calibration.CODE, random)).play(List.of(SimulatedWand.SILENCE));
        List<String> said = desk.texts();
        return said.stream().anyMatch(text -> text.startsWith("Fine") || text.startsWith("The keyboard layout changes"))
                ? "" : "not calibrated, ";
    }

    private String scan(SimulatedWand wand, Work work, int scans) throws TimeoutException {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < scans; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            work.before(desk, wand.strokes("DDDD4444", random));
            desk.play(wand.strokes(random.nextBoolean() ? code : "conf:" + code, random));
            sent.add(code);
        }
        desk.play(List.of(SimulatedWand.SILENCE));
        desk.rig.decide(new Mode.CheckIn(), "AAAA1111");
        List<String> arrived = desk.journal().stream().filter(entry -> !isNote(entry)).limit(scans + 1).toList().reversed()
                .stream().map(WandMatrixTest::told).toList();
        sent.add("AAAA1111");
        return work.after(desk) + (arrived.equals(sent) ? "" : "sent " + sent + ", arrived " + arrived);
    }

    private static boolean isNote(Entry entry) {
        return entry.kind() == RecordKind.REFUSAL && "needs_attention".equals(entry.detail());
    }

    private static String told(Entry entry) {
        return entry.kind() == RecordKind.CHECK_IN ? entry.accessCode() : entry.detail() + " " + entry.payload();
    }
}
