package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/** Cases 35 and 36: the manual's table of keys is what each key does in each state. */
@ExtendWith(ApplicationExtension.class)
class KeyTableTest {

    private static final Path MANUAL = Path.of("src", "docs", "manual", "keys.md");
    private static final Duration NEUTRAL = Duration.ofSeconds(21);
    private static final List<String> HEADLINES = List.of("Checked in", "Back again", "Look before you let in", "Admitted",
            "In before");
    private static final List<String> PAGES = List.of("Scan", "Search", "Dashboard", "Journal", "Setup");

    private static final int NOTES = 1000;

    @TempDir Path folder;
    private int notes = NOTES;
    private final List<String> wrong = new ArrayList<>();
    private DeskRig desk;

    private record Key(KeyCode code, String character) {

        static Key of(String name) {
            return switch (name) {
                case "Enter" -> new Key(KeyCode.ENTER, "\r");
                case "Space" -> new Key(KeyCode.SPACE, " ");
                case "Esc" -> new Key(KeyCode.ESCAPE, "");
                case "a letter" -> new Key(KeyCode.X, "x");
                case "0", "1" -> new Key(KeyCode.getKeyCode(name), name);
                default -> new Key(KeyCode.valueOf(name), "");
            };
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<List<String>> table() throws IOException {
        return Files.readAllLines(MANUAL).stream().filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip).toList())
                .filter(cells -> !cells.getFirst().startsWith("---")).toList();
    }

    private void check(String frame) throws IOException, TimeoutException {
        check(frame, table().getFirst());
    }

    private void check(String frame, List<String> pressed) throws IOException, TimeoutException {
        List<List<String>> table = table();
        List<String> keys = table.getFirst();
        for (List<String> row : table.subList(1, table.size())) {
            if (row.getFirst().equals(frame) || row.getFirst().startsWith(frame + ",")) {
                for (int i = 1; i < keys.size(); i++) {
                    if (pressed.contains(keys.get(i))) {
                        press(row.getFirst(), keys.get(i), row.get(i));
                    }
                }
            }
        }
    }

    private void press(String state, String key, String expected) throws TimeoutException {
        prepare(state);
        Seen before = seen();
        Key pressed = Key.of(key);
        if (state.endsWith("is asked for") && pressed.code() == KeyCode.ESCAPE) {
            new Keyboard().press(KeyCode.ESCAPE);   // a pop-over is closed by its owner's key
        } else {
            desk.press(pressed.code(), pressed.character());
        }
        settle();
        try {
            QuickRobot.until(() -> before.effect(seen()).equals(expected), Duration.ofSeconds(3));
        } catch (TimeoutException other) {
            wrong.add(state + ", " + key + ": " + before.effect(seen()) + ", not " + expected);
        }
    }

    private void settle() {
        desk.rig.station().ledger().write(_ -> null).join();
        desk.robot().interact(() -> {});
    }

    private Seen seen() {
        Seen[] seen = new Seen[1];
        long voided = desk.journal().stream().filter(entry -> entry.voidedAt() != null).count();
        long handedOut = desk.recorded(RecordKind.REDEMPTION);
        long checkedIn = desk.recorded(RecordKind.CHECK_IN);
        String card = desk.text(".headline");
        desk.robot().interact(() -> seen[0] = new Seen(page(), card, showing("#acknowledge"),
                desk.texts().stream().anyMatch(text -> text.startsWith("Still ")), showing("#findItem"),
                showing("#facts"), showing("#searching"), showing("#known"), showing("#submit"),
                (int) Window.getWindows().stream().filter(Window::isShowing).count(),
                typed(), handedOut, checkedIn, voided));
        return seen[0];
    }

    private String page() {
        return PAGES.stream().filter(page -> desk.scene().lookup(tab(page)) instanceof ToggleButton tab
                && tab.isSelected()).findFirst().orElse("");
    }

    private static String tab(String page) {
        return "#" + page.toLowerCase(Locale.ROOT) + "Tab";
    }

    private boolean showing(String id) {
        return DeskRig.visible(desk.scene().getRoot()).anyMatch(node -> id.substring(1).equals(node.getId()));
    }

    /** The text of every field that can be seen. */
    private static String typed() {
        return Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> DeskRig.visible(window.getScene().getRoot())).filter(TextInputControl.class::isInstance)
                .map(field -> Objects.requireNonNullElse(((TextInputControl) field).getText(), "")).collect(
                        Collectors.joining("|"));
    }

    private void prepare(String state) throws TimeoutException {
        if (state.startsWith("Door")) {
            door(state);
        } else if (state.startsWith("Kiosk")) {
            kiosk(state);
        } else if (!state.equals("Sign-in")) {
            reset();
            onTheDesk(state);
        }
    }

    /** The desk with nobody shown, nothing typed and nothing open. */
    private void reset() {
        desk.robot().interact(() -> List.copyOf(Window.getWindows()).stream().filter(window -> window != desk.stage())
                .forEach(Window::hide));
        fire("Journal");
        desk.robot().interact(() -> fireIfThere("#back"));
        fire("Scan");
        clear("#code");
        clear("#query");
        desk.leap(Duration.ofMinutes(3));
    }

    private void fireIfThere(String id) {
        if (showing(id)) {
            ((javafx.scene.control.Button) desk.scene().lookup(id)).fire();
        }
    }

    private void clear(String id) {
        desk.robot().interact(() -> {
            Node field = desk.scene().lookup(id);
            if (field != null) {
                ((TextField) field).clear();
                desk.scene().getRoot().requestFocus();
            }
        });
    }

    private void fire(String page) {
        desk.robot().interact(() -> ((ToggleButton) desk.scene().lookup(tab(page))).fire());
    }

    private void onTheDesk(String state) throws TimeoutException {
        switch (state) {
            case "Scan, nobody shown" -> idle();
            case "Scan, a card with two items" -> shown("AAAA1111", "Ada Lovelace");
            case "Scan, a card with twelve items" -> shown("TWELVE12", "Tilda Twelve");
            case "Scan, a card that is no longer in colour" -> {
                shown("AAAA1111", "Ada Lovelace");
                desk.leap(NEUTRAL);
            }
            case "Scan, somebody found by search" -> {
                search("ada");
                desk.press(KeyCode.ENTER, "\r").sees("Found by search", "Ada Lovelace").pass(Duration.ofSeconds(1));
            }
            case "Scan, a note waits" -> shown("NOTE" + notes++, "Nora Note");
            case "Scan, a note waits for more than 20 s" -> {
                shown("NOTE" + notes++, "Nora Note");
                desk.leap(NEUTRAL);
            }
            case "Scan, the reason of a void is asked for" -> {
                shown("AAAA1111", "Ada Lovelace");
                desk.strip("Void what was recorded for Ada Lovelace").says("Why void this record?");
            }
            case "Scan, the person's card" -> card();
            case "Scan, a form on the person's card" -> {
                card();
                desk.press(KeyCode.C, "c").until("the form", () -> showing("#submit"));
            }
            case "Search, nothing typed" -> fire("Search");
            case "Search, somebody is found" -> {
                shown("AAAA1111", "Ada Lovelace");
                search("ada");
            }
            case "Dashboard", "Setup" -> fire(state);
            case "Journal, a row is chosen" -> journal();
            case "Journal, a record is open" -> {
                journal();
                desk.press(KeyCode.ENTER, "\r").says("Journal number");
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void card() throws TimeoutException {
        shown("AAAA1111", "Ada Lovelace");
        desk.press(KeyCode.F8, "").until("the card", () -> showing("#known"));
    }

    private void idle() throws TimeoutException {
        shown("NOTE" + notes++, "Nora Note");
        desk.press(KeyCode.ESCAPE, "").says("Scan a badge").pass(Duration.ofSeconds(1));
        settle();
    }

    private void shown(String code, String name) throws TimeoutException {
        desk.wand(code);
        settle();
        desk.until(name, () -> desk.text(".title").equals(name) && HEADLINES.contains(desk.text(".headline")))
                .pass(Duration.ofMillis(500));
    }

    private void search(String typed) throws TimeoutException {
        fire("Search");
        desk.type("query", typed).says("AAAA1111");
        desk.robot().interact(() -> desk.scene().lookup("#query").requestFocus());
    }

    private void journal() throws TimeoutException {
        fire("Journal");
        desk.until("entries", () -> !desk.at("table", TableView.class).getItems().isEmpty());
        desk.robot().interact(() -> {
            TableView<?> table = (TableView<?>) desk.scene().lookup("#table");
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        desk.until("the chosen entry is read",
                () -> desk.at("table", TableView.class).getSelectionModel().getSelectedItem() != null);
    }

    private void door(String state) throws TimeoutException {
        desk.leap(Duration.ofMinutes(3));
        if (showing("#searching")) {
            desk.press(KeyCode.ESCAPE, "");
        }
        if (!state.equals("Door or lunch queue")) {
            shown("AAAA1111", "Ada Lovelace");
        }
        if (state.endsWith("the search is open")) {
            desk.press(KeyCode.F3, "");
        }
    }

    private void kiosk(String state) throws TimeoutException {
        if (showing("#leaving")) {
            desk.click("Stay here");
        }
        desk.leap(Duration.ofSeconds(40));
        if (state.endsWith("somebody is shown")) {
            desk.wand("AAAA1111").says("Ada L.");
        } else if (state.endsWith("its PIN is asked for")) {
            desk.click("Leave this screen");
        }
    }

    private Rig rig() {
        Rig rig = Rig.in(folder);
        rig.csv(Stream.of(Stream.of(DeskRig.ROSTER).map(line -> line.replace("lunch:2", "lunch:99")),
                IntStream.range(NOTES, NOTES + 60).mapToObj(i -> "NOTE" + i + ",Nora Note,Individual,ON" + i
                        + ",paid,,Hand over the green lanyard"),
                Stream.of("TWELVE12,Tilda Twelve,Individual,O5,paid,"
                        + IntStream.range(0, 12).mapToObj(i -> "item" + i + ":50")
                                .collect(Collectors.joining("; "))
                        + ","))
                .flatMap(each -> each).toArray(String[]::new));
        return rig;
    }

    @Test
    void whereKeysActOnAPerson() throws IOException, TimeoutException {
        desk = DeskRig.open(rig(), Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        check("Scan", List.of("Enter", "Space", "Esc", "0", "1"));
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("slow")
    void onTheDesk() throws IOException, TimeoutException {
        desk = DeskRig.open(rig(), Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        for (String page : PAGES) {
            check(page);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("slow")
    void atADoor() throws IOException, TimeoutException {
        desk = DeskRig.open(rig(), Opening.STRAIGHT, rig -> rig.post(new Mode.Door(rig.product("individual"))));
        check("Door or lunch queue");
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("slow")
    void atAKiosk() throws IOException, TimeoutException {
        desk = DeskRig.open(rig(), Opening.KIOSK, rig -> {
            rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
            return rig.post(new Mode.CheckIn());
        });
        check("Kiosk");
        assertThat(wrong).isEmpty();
    }

    @Test
    void atTheSignIn() throws IOException, TimeoutException {
        desk = DeskRig.open(rig(), Opening.STRAIGHT, rig -> {
            rig.station().venue().setRole("Sam", Role.LEAD);
            rig.station().settings().set(Settings.SIGN_IN, true);
            return rig.post(new Mode.CheckIn());
        });
        check("Sign-in");
        assertThat(wrong).isEmpty();
    }
}
