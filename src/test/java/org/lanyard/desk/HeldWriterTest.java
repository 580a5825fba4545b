package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.desk.shell.Screen;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Case 49: the writer is held until every control of every screen was pressed, the window had handled each press, and a frame had
 * come after it. Only then it is let go, so whatever waits for it would wait for ever, and is named.
 */
@ExtendWith(ApplicationExtension.class)
class HeldWriterTest {

    /** Controls that ask for a file, start a server, or take the window away. */
    private static final Set<String> NOT_PRESSED = Stream
            .of("backups.back-up", "backups.choose", "backups.prepare", "backups.take-over", "backups.practise",
                    "paper.save",
                    "till.save", "badges.own-file", "roster.choose", "journal.export", "dashboard.image", "dashboard.csv",
                    "venue.be-hub.go", "kiosk.begin")
            .flatMap(key -> Words.LANGUAGES.stream().map(language -> new Words(language).say(key)))
            .collect(Collectors.toSet());
    /** Within these are choices of screens and pages, which are made in turn, and links of the manual. */
    private static final List<String> NOT_ENTERED = List.of("rail", "setup-choices", "manual", "manual-bar");
    /** The next task would be that of a door, which has no other screens; the task is chosen once more. */
    private static final String BINDS_THE_STATION = "task";
    /** For a window that hangs, which never answers however long one waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();
    private final Set<String> pressed = new LinkedHashSet<>();
    private Rig rig;
    private DeskRig desk;
    private CompletableFuture<Boolean> holder;
    private Thread fxThread;

    @BeforeEach
    void prepare() {
        rig = Rig.in(folder);
        rig.csv(DeskRig.ROSTER);
    }

    @AfterEach
    void close() {
        released.complete(true);
        System.out.println(pressed.size() + " controls: " + pressed);
        desk.close();
    }

    private void open(Opening opening, Mode mode) {
        desk = DeskRig.open(rig, opening, made -> made.post(mode));
        desk.robot().interact(() -> fxThread = Thread.currentThread());
    }

    private void hold() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        holder = rig.station().ledger().write(_ -> {
            held.countDown();
            return released.join();
        });
        held.await();
    }

    @Test
    void everyControlOfTheDeskAnswersWhileTheWriterIsHeld() throws TimeoutException, InterruptedException {
        open(Opening.STRAIGHT, new Mode.CheckIn());
        desk.wand("DDDD4444").sees("Look before you let in", "Dee Wu");
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        hold();
        for (Screen screen : EnumSet.complementOf(EnumSet.of(Screen.SETUP))) {
            pressAll(screen.id(), () -> choose(choice(".rail", screen.ordinal())));
        }
        for (SetupPage page : SetupPage.values()) {
            pressAll("setup " + page.id(), () -> {
                choose(choice(".rail", Screen.SETUP.ordinal()));
                QuickRobot.layOut();   // what scrolls is found once it was laid out
                choose(choice(".setup-choices", page.ordinal()));
            });
        }
        assertThat(holder).isNotDone();
        assertThat(pressed).extracting(each -> each.replaceAll(":.*", "")).contains("top bar", "scan", "search", "dashboard",
                "journal")
                .contains(Arrays.stream(SetupPage.values()).map(page -> "setup " + page.id()).toArray(String[]::new));
    }

    @Test
    void everyControlOfADoorAnswersWhileTheWriterIsHeld() throws TimeoutException, InterruptedException {
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        open(Opening.STRAIGHT, new Mode.Door(rig.product("individual")));
        holdAndPress("door");
    }

    @Test
    void everyControlOfAKioskAnswersWhileTheWriterIsHeld() throws TimeoutException, InterruptedException {
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        open(Opening.KIOSK, new Mode.CheckIn());
        holdAndPress("kiosk");
    }

    @Test
    void everyControlOfTheSignInAnswersWhileTheWriterIsHeld() throws TimeoutException, InterruptedException {
        rig.station().venue().setRole("Sam", Role.LEAD);
        rig.station().settings().set(Settings.SIGN_IN, true).join();
        open(Opening.STRAIGHT, new Mode.CheckIn());
        holdAndPress("sign-in");
    }

    @Test
    void everyControlOfTheFirstRunAnswersWhileTheWriterIsHeld() throws TimeoutException, InterruptedException {
        open(Opening.USUAL, new Mode.CheckIn());
        holdAndPress("first run");
    }

    /** Until the last of them leads to the desk. */
    private void holdAndPress(String screen) throws TimeoutException, InterruptedException {
        hold();
        pressAll(screen, () -> {});
        assertThat(holder).isNotDone();
        assertThat(pressed).hasSizeGreaterThan(1);
    }

    private static void choose(ToggleButton choice) {
        if (!choice.isSelected()) {
            choice.fire();
        }
    }

    private ToggleButton choice(String list, int place) {
        return (ToggleButton) ((Pane) desk.scene().lookup(list)).getChildren().get(place);
    }

    private boolean isDesk() {
        return desk.scene().lookup(".rail") != null;
    }

    private void pressAll(String screen, Runnable show) throws TimeoutException {
        boolean[] atTheDesk = new boolean[1];
        press(screen, () -> {
            show.run();
            atTheDesk[0] = isDesk();
        });
        for (Optional<Node> next = next(screen, atTheDesk[0]); next.isPresent(); next = next(screen, atTheDesk[0])) {
            Node control = next.get();
            press(name(screen, control), () -> {
                use(control);
                show.run();
            });
        }
    }

    /** A control that can be seen and was not pressed yet. */
    private Optional<Node> next(String screen, boolean atTheDesk) {
        return CompletableFuture.supplyAsync(() -> List.copyOf(Window.getWindows()).reversed().stream()
                .filter(window -> window.isShowing() && isDesk() == atTheDesk)
                .flatMap(window -> inside(window.getScene().getRoot())).filter(HeldWriterTest::isPressed)
                .filter(node -> pressed.add(name(screen, node))).findFirst(), Platform::runLater).join();
    }

    private static Stream<Node> inside(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getStyleClass().stream().anyMatch(NOT_ENTERED::contains)) {
            return Stream.empty();
        }
        return !(node instanceof Parent parent) || node instanceof ComboBoxBase<?> ? Stream.of(node)
                : Stream.concat(Stream.of(node),
                        List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(HeldWriterTest::inside));
    }

    private static boolean isPressed(Node node) {
        return switch (node) {
            case ButtonBase button -> !NOT_PRESSED.contains(String.valueOf(button.getText()));
            case ComboBox<?> _,ColorPicker _,ListView<?> _,TableView<?> _,Slider _ -> true;
            case TextInputControl field -> field.isEditable();
            default -> false;
        };
    }

    private String name(String screen, Node node) {
        boolean everywhere = Stream.iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(each -> each.getStyleClass().contains("top-bar"));
        String place = node.getScene() != desk.scene() ? "another window" : everywhere ? "top bar" : screen;
        String text = node instanceof ButtonBase button ? button.getText() : null;
        return place + ": " + node.getClass().getSimpleName() + " " + Optional.ofNullable(node.getId())
                .orElseGet(() -> text == null || text.isEmpty() ? String.valueOf(node.getAccessibleText()) : text);
    }

    private static void use(Node node) {
        switch (node) {
            case ButtonBase button -> button.fire();
            case ColorPicker colour -> colour.setValue(Color.RED);
            case ComboBox<?> box when BINDS_THE_STATION.equals(box.getId()) -> box.fireEvent(new ActionEvent());
            case ComboBox<?> box -> box.getSelectionModel().selectNext();
            case ListView<?> list -> list.getSelectionModel().selectFirst();
            case TableView<?> table -> table.getSelectionModel().selectFirst();
            case Slider slider -> slider.increment();
            case TextInputControl field -> {
                field.setText("7");
                field.fireEvent(new ActionEvent());
            }
            default -> throw new IllegalArgumentException(((Control) node).toString());
        }
    }

    private void press(String name, Runnable work) throws TimeoutException {
        CompletableFuture<Void> answered = CompletableFuture.runAsync(work, Platform::runLater)
                .thenRunAsync(QuickRobot::layOut, Platform::runLater);
        try {
            QuickRobot.await(answered::isDone, PATIENCE);
        } catch (TimeoutException hangs) {
            List<StackTraceElement> waits = List.of(fxThread.getStackTrace());
            released.complete(true);
            fail("The window waits for the writer after " + name + waits.stream().map(each -> "\n  " + each)
                    .collect(Collectors.joining()));
        }
        answered.join();
    }
}
