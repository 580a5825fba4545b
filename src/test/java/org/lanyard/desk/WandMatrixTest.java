package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
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
    private static final int WANDS = 80;
    /** What a wand sends at the end, how evenly, and how busy the window is, is nothing that the wand check learns. */
    private static final int VARIANTS = 4;
    private static final int PEOPLE = 200;
    /** So many codes come before the window can paint, and answer, again; it takes most of the time. */
    private static final int AT_ONCE = 10;
    private static final List<Integer> PACES = List.of(2, 5, 10, 20, 33, 50, 70, 90, 110);
    private static final List<Integer> JITTERS = List.of(0, 10, 20);
    private static final List<String> PREFIXES = List.of("", "]Q3", "", "#2");
    private static final String TOO_SLOW = "Those keys came too slowly for a wand";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private final List<String> codes = new ArrayList<>();
    private DeskRig desk;
    private int told;
    private final Map<String, List<Stroke>> played = new HashMap<>();

    /** What somebody does with the window while the wand is used; on the FX thread. */
    private enum Work {
        SEARCH {
            @Override
            void before(DeskRig desk) {
                fire(desk, "#searchTab");
                query(desk).setText("ab");
            }

            @Override
            String after(DeskRig desk) {
                String typed = query(desk).getText();
                return typed.equals("ab") ? "" : "in the search stands " + typed + ", ";
            }

            private static TextField query(DeskRig desk) {
                return (TextField) desk.scene().lookup("#query");
            }
        },
        /** A pop-over that stays. */
        DIALOG {
            @Override
            void begin(DeskRig desk) throws TimeoutException {
                desk.wand("AAAA1111").sees("Back again", "Ada Lovelace").strip("Void what was recorded for Ada Lovelace")
                        .says("Why void this record?");
            }
        },
        NOTE {
            @Override
            void waits(DeskRig desk, List<Stroke> note) throws TimeoutException {
                desk.play(note).play(List.of(SimulatedWand.SILENCE)).sees("Look before you let in", "Dee Wu");
            }
        },
        JOURNAL {
            @Override
            void before(DeskRig desk) {
                fire(desk, "#journalTab");
                TableView<?> table = (TableView<?>) desk.scene().lookup("#table");
                table.requestFocus();
                table.scrollTo(table.getItems().size() / 2);
            }
        };

        void begin(DeskRig desk) throws TimeoutException {
            // the scan screen is shown
        }

        void waits(DeskRig desk, List<Stroke> note) throws TimeoutException {
            // nobody is shown
        }

        void before(DeskRig desk) {
            // nothing between two badges
        }

        String after(DeskRig desk) {
            return "";
        }
    }

    /** Of one combination. */
    private record Outcome(Work work, SimulatedWand wand, int sent, int lost, int joined, int wrong, int told,
            String problem) {

        private static final String HEADER = "%-60s%6s%8s%6s%8s%7s%6s".formatted("", "wands", "codes", "lost", "joined",
                "wrong", "told");

        private String seen() {
            return row(work + ", " + wand, List.of(this)) + (problem.isEmpty() ? "" : " " + problem);
        }

        private static String row(String name, List<Outcome> of) {
            return "%-60s%6d%8d%6d%8d%7d%6d".formatted(name, of.size(), sum(of, Outcome::sent), sum(of, Outcome::lost),
                    sum(of, Outcome::joined), sum(of, Outcome::wrong), sum(of, Outcome::told));
        }

        private static int sum(List<Outcome> of, ToIntFunction<Outcome> part) {
            return of.stream().mapToInt(part).sum();
        }

        @Override
        public String toString() {
            return work + ", " + wand + ": " + problem;
        }
    }

    private static void fire(DeskRig desk, String tab) {
        ((ToggleButton) desk.scene().lookup(tab)).fire();
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
    private List<SimulatedWand> wands() {
        List<KeyboardLayout> layouts = shuffled(KeyboardLayout.all());
        List<Ending> endings = shuffled(List.of(Ending.values()));
        List<SimulatedWand> wands = new ArrayList<>();
        for (int i = 0; i < WANDS; i++) {
            int pace = PACES.get(random.nextInt(PACES.size()));
            String prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
            for (int variant = 0; variant < VARIANTS; variant++) {
                wands.add(new SimulatedWand(layouts.get(i % layouts.size()), pace,
                        JITTERS.get(random.nextInt(JITTERS.size())), endings.get(wands.size() % endings.size()), prefix,
                        random.nextBoolean()));
            }
        }
        return wands;
    }

    private <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void R6_oneCodeOfEachCombinationArrives() throws TimeoutException {
        run(1);
    }

    @Test
    @Tag("slow")
    void R6_twoHundredCodesOfEachCombinationArrive() throws TimeoutException {
        run(PEOPLE);
    }

    private void run(int scans) throws TimeoutException {
        System.out.println("Wands with seed " + SEED);
        System.out.println(Outcome.HEADER);
        QuickRobot.onFx(() -> ((Label) desk.scene().lookup(".title")).textProperty()
                .subscribe(title -> told += title.equals(TOO_SLOW) ? 1 : 0));
        desk.robot().interact(() -> desk.scene().getRoot().setOpacity(0));   // nobody looks, and painting takes time
        List<Outcome> outcomes = new ArrayList<>();
        List<SimulatedWand> wands = wands();
        desk.click("Setup");
        SetupHands.page(desk, "Wand");
        int each = wands.size() / Work.values().length;
        for (int i = 0; i < wands.size(); i++) {
            Work work = Work.values()[i / each];
            if (i % each == 0) {
                desk.click("Scan");
                work.begin(desk);
            }
            boolean calibrates = i % VARIANTS == 0;
            String problem = calibrates ? calibrate(wands.get(i)) : "";
            boolean works = calibrates || scans > 1 || work == Work.NOTE;   // to show a screen takes long
            outcomes.add(scan(wands.get(i), work, works, scans, problem));
            if (scans > 1) {
                System.out.println(outcomes.getLast().seen());   // a run that breaks off has shown something
            }
        }
        print(outcomes);
        assertThat(outcomes.stream().filter(outcome -> !outcome.problem().isEmpty()))
                .as("of " + wands.size() + " combinations")
                .isEmpty();
    }

    private static void print(List<Outcome> outcomes) {
        rows(outcomes, outcome -> "window: " + outcome.work());
        rows(outcomes, outcome -> "layout: " + outcome.wand().layout());
        rows(outcomes, outcome -> "pace: %3d ms".formatted(outcome.wand().perKey()));
        rows(outcomes, outcome -> "jitter: %2d %%".formatted(outcome.wand().jitter()));
        rows(outcomes, outcome -> "end: " + outcome.wand().ending());
        rows(outcomes, outcome -> "prefix: " + outcome.wand().prefix());
        rows(outcomes, outcome -> "busy: " + outcome.wand().load());
    }

    private static void rows(List<Outcome> outcomes, Function<Outcome, String> by) {
        outcomes.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .forEach((name, of) -> System.out.println(Outcome.row(name, of)));
    }

    private String calibrate(SimulatedWand wand) {
        String[] said = new String[1];
        QuickRobot.onFx(() -> {
            fire(desk, "#setupTab");
            desk.playHere(wand.strokes(Calibration.CODE, random));
            desk.playHere(List.of(SimulatedWand.SILENCE));
            said[0] = ((Label) desk.scene().lookup("#layout")).getText();
            fire(desk, "#scanTab");
        });
        return said[0].startsWith("Fine") || said[0].startsWith("The keyboard layout changes") ? "" : "not calibrated, ";
    }

    private Outcome scan(SimulatedWand wand, Work work, boolean works, int scans, String calibrated)
            throws TimeoutException {
        List<String> sent = new ArrayList<>(shuffled(codes).subList(0, scans));   // nobody twice: one lost would be there
        int toldBefore = told;
        String[] after = new String[1];
        for (int from = 0; from < scans; from += AT_ONCE) {
            if (works) {
                work.waits(desk, wand.strokes("DDDD4444", random));
            }
            List<String> next = sent.subList(from, Math.min(scans, from + AT_ONCE));
            QuickRobot.onFx(() -> next.forEach(code -> {
                if (works) {
                    work.before(desk);
                }
                List<Stroke> strokes = wand.strokes(random.nextBoolean() ? code : "conf:" + code, random);
                played.put(code, strokes);
                desk.playHere(strokes);
            }));
        }
        QuickRobot.onFx(() -> {
            desk.playHere(List.of(SimulatedWand.SILENCE));
            after[0] = work.after(desk);
        });
        await(sent.getLast());
        desk.rig.decide(new Mode.CheckIn(), "AAAA1111");
        sent.add("AAAA1111");
        return outcome(wand, work, sent, arrived(scans + 1), told - toldBefore, calibrated + after[0]);
    }

    /** Scans are decided one after another, beside the window. */
    private void await(String code) {
        try {
            QuickRobot.await(() -> arrived(1).equals(List.of(code)), Duration.ofSeconds(2));
        } catch (TimeoutException lost) {
            // said by the comparison
        }
    }

    private List<String> arrived(int latest) {
        return desk.journal(3 * latest).stream().filter(entry -> !isNote(entry)).limit(latest).toList().reversed().stream()
                .map(WandMatrixTest::told).toList();
    }

    private Outcome outcome(SimulatedWand wand, Work work, List<String> sent, List<String> arrived, int said,
            String problem) {
        List<String> strange = arrived.stream().filter(each -> !sent.contains(each)).toList();
        int joined = (int) strange.stream().filter(each -> sent.stream().filter(each::contains).count() > 1).count();
        List<String> lost = sent.stream().filter(each -> !arrived.contains(each)).toList();
        return new Outcome(work, wand, sent.size() - 1, lost.size(), joined, strange.size() - joined, said,
                problem + (arrived.equals(sent) ? ""
                        : "lost " + lost.stream().map(played::get).map(WandMatrixTest::gaps).toList()
                                + ", strange " + strange + ", shown " + desk.texts()));
    }

    /** In milliseconds, and where the window was busy before a key. */
    private static String gaps(List<Stroke> strokes) {
        return strokes.stream().map(stroke -> stroke.character() + stroke.after().toMillis()
                + (stroke.busy().isZero() ? "" : "(busy " + stroke.busy().toMillis() + ")"))
                .collect(Collectors.joining(" "));
    }

    private static boolean isNote(Entry entry) {
        return entry.kind() == RecordKind.REFUSAL && "needs_attention".equals(entry.detail());
    }

    private static String told(Entry entry) {
        return entry.kind() == RecordKind.CHECK_IN ? entry.accessCode() : entry.detail() + " " + entry.payload();
    }
}
