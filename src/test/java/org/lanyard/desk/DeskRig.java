package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.lanyard.Rig;
import org.lanyard.desk.shell.Shell;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.testfx.api.FxRobot;

/** A real window over a real station, headless, and hands and a wand to use it with. */
final class DeskRig implements AutoCloseable {

    static final String[] ROSTER = {
            "access_code,name,ticket_type,order_reference,order_status,items,attention",
            "AAAA1111,Ada Lovelace,Individual,O1,paid,lunch:2; tshirt-m,",
            "BBBB2222,Bob Müller,Individual,O2,pending,,",
            "1CCC3333,Cyd Anna Schmidt,Individual,O3,paid,,",
            "DDDD4444,Dee Wu,Speaker,O4,paid,,Hand over the green lanyard"};

    /** Longer than whatever a key waits for, before it and after. */
    private static final Duration ALONE = Duration.ofMillis(1300);

    final Rig rig;
    private final FxRobot robot = new QuickRobot();
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Stage stage;
    private final TestClock clock;
    private final Shell shell;

    /** On the FX thread, in a test's start method. */
    DeskRig(Path folder, Stage stage) {
        this(withRoster(Rig.in(folder)), stage, Opening.STRAIGHT, Locale.ENGLISH,
                rig -> rig.post(new Mode.CheckIn()));
    }

    private DeskRig(Rig rig, Stage stage, Opening opening, Locale language, Function<Rig, Post> begins) {
        this.rig = rig;
        this.stage = stage;
        Thread.currentThread().setUncaughtExceptionHandler(this::escaped);
        clock = new TestClock(true);
        shell = new Shell(new Workplace(rig.station(), begins.apply(rig)), opening, new Words(language), clock,
                _ -> stage.close());
        shell.show(stage);
    }

    /** Opens a roster file as choosing or dropping it does. */
    DeskRig openRoster(Path file) {
        robot.interact(() -> shell.roster().open(file));
        return this;
    }

    /** The headless platform cannot paint a window beyond its own screen, which is no fault of the window's. */
    private void escaped(Thread thread, Throwable thrown) {
        boolean painting = Stream.of(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless.HeadlessWindow"));
        if (!painting) {
            escaped.add(thrown);
        }
    }

    private static Rig withRoster(Rig rig) {
        rig.csv(ROSTER);
        return rig;
    }

    /**
     * A window of its own over a new station, from any thread.
     *
     * @param begins prepares the station, and says where the window begins
     */
    static DeskRig open(Path folder, Opening opening, Function<Rig, Post> begins) {
        return open(withRoster(Rig.in(folder)), opening, begins);
    }

    /** A window of its own over a station that there is. */
    static DeskRig open(Rig rig, Opening opening, Function<Rig, Post> begins) {
        return open(rig, opening, Locale.ENGLISH, begins);
    }

    static DeskRig open(Rig rig, Opening opening, Locale language, Function<Rig, Post> begins) {
        DeskRig[] made = new DeskRig[1];
        new QuickRobot().interact(() -> made[0] = new DeskRig(rig, new Stage(), opening, language, begins));
        try {
            QuickRobot.until(() -> made[0].stage.isFocused());
        } catch (TimeoutException never) {
            throw new IllegalStateException("the window never had the focus", never);
        }
        return made[0];
    }

    /** Closes the window, and opens another over the same station and its file. */
    DeskRig restarted(Opening opening, Function<Rig, Post> begins) {
        shut();
        return open(rig.reopened(), opening, begins);
    }

    /** A wand's keys, without a pause between them, ended by Enter. */
    DeskRig wand(String text) {
        robot.interact(() -> strikeAll(text));
        return this;
    }

    /** A wand whose first key comes alone for long enough to be a person's, then the rest at a wand's pace. */
    DeskRig hesitantWand(String code) {
        robot.interact(() -> {
            clock.pass(ALONE);
            strike(KeyCode.getKeyCode(code.substring(0, 1)), code.substring(0, 1));
            clock.pass(Duration.ofMillis(100));
            strikeAll(code.substring(1));
        });
        return this;
    }

    /** Plays a wand's keys at their times, by the desk's clock alone; a busy window handles some of them late. */
    DeskRig play(List<SimulatedWand.Stroke> strokes) {
        robot.interact(() -> playHere(strokes));
        return this;
    }

    /** As {@link #play}, on the FX thread. */
    void playHere(List<SimulatedWand.Stroke> strokes) {
        clock.stop();
        long late = 0;
        for (SimulatedWand.Stroke stroke : strokes) {
            clock.step(stroke.busy());
            late += stroke.busy().toNanos();
            long waits = Math.max(0, stroke.after().toNanos() - late);
            late -= stroke.after().toNanos() - waits;
            clock.advance(waits);
            strike(stroke.code(), stroke.character(), stroke.control());
        }
    }

    private static void strikeAll(String code) {
        code.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c).toUpperCase(Locale.ROOT)),
                String.valueOf((char) c)));
        strike(KeyCode.ENTER, "\r");
    }

    /** A wand that sends nothing after the code. */
    DeskRig wandWithoutEnd(String text) {
        robot.interact(() -> text.chars().forEach(c -> strike(KeyCode.getKeyCode(String.valueOf((char) c)),
                String.valueOf((char) c))));
        return pass(Duration.ofMillis(400));
    }

    /** A person's keys, 200 ms each. */
    DeskRig hand(String text) {
        for (char c : text.toCharArray()) {
            robot.interact(() -> {
                strike(KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT)), String.valueOf(c));
                clock.pass(Duration.ofMillis(200));
            });
        }
        return pass(Duration.ofMillis(400));
    }

    /** A key struck alone: with silence before and after. */
    DeskRig press(KeyCode key, String character) {
        robot.interact(() -> {
            clock.pass(ALONE);
            strike(key, character);
            clock.pass(ALONE);
        });
        return this;
    }

    /** Lets the desk's clock go on. */
    DeskRig pass(Duration length) {
        robot.interact(() -> clock.pass(length));
        return this;
    }

    /** Lets the desk's clock go on by a leap, with no frame in between. */
    DeskRig leap(Duration length) {
        robot.interact(() -> {
            clock.step(length);
            clock.pass(Duration.ofMillis(100));
        });
        return this;
    }

    private static void strike(KeyCode code, String character) {
        strike(code, character, false);
    }

    private static void strike(KeyCode code, String character, boolean control) {
        Window window = Window.getWindows().stream().filter(Window::isFocused).reduce((_, later) -> later)
                .orElse(Window.getWindows().getLast());
        Scene scene = window.getScene();
        Node focus = scene.getFocusOwner();
        javafx.event.EventTarget target = focus == null ? scene : focus;
        KeyCode key = code == null ? KeyCode.UNDEFINED : code;
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, control, false,
                false));
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, control, false, false));
    }

    /** Waits until the scan screen says this under this name. */
    DeskRig sees(String headline, String title) throws TimeoutException {
        try {
            QuickRobot.until(() -> text(".headline").equals(headline) && text(".title").equals(title));
        } catch (TimeoutException late) {
            assertThat(text(".headline") + ": " + text(".title")).isEqualTo(headline + ": " + title);
        }
        return this;
    }

    /** True where a card has this look. */
    boolean shows(String look) {
        boolean[] shown = new boolean[1];
        robot.interact(() -> shown[0] = visible(stage.getScene().getRoot()).anyMatch(
                node -> node.getStyleClass().contains(look) && !node.getStyleClass().contains("last-badge")));
        return shown[0];
    }

    String text(String style) {
        String[] text = {""};
        robot.interact(() -> text[0] = stage.getScene().lookup(style) instanceof Label label ? label.getText() : "");
        return text[0];
    }

    /** Waits until this is so. */
    DeskRig until(String what, Callable<Boolean> so) throws TimeoutException {
        try {
            QuickRobot.until(so);
        } catch (TimeoutException late) {
            throw (TimeoutException) new TimeoutException(what + " did not happen; shown is " + texts()).initCause(late);
        }
        return this;
    }

    /** Waits until this stands somewhere in a window. */
    DeskRig says(String text) throws TimeoutException {
        return until("\"" + text + "\"", () -> texts().contains(text));
    }

    /** Everything that can be read in all windows. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> visible().map(DeskRig::readable).filter(text -> text != null && !text.isEmpty())
                .forEach(texts::add));
        return texts;
    }

    /** A label's text, or the marked pieces of a line as one; null for anything else. */
    private static String readable(Node node) {
        return node instanceof Labeled label ? label.getText() : node instanceof TextFlow line
                ? line.getChildren().stream()
                        .map(piece -> piece instanceof Labeled link ? link.getText() : ((Text) piece).getText())
                        .collect(Collectors.joining())
                : null;
    }

    private static Stream<Node> visible() {
        QuickRobot.layOut();
        return List.copyOf(Window.getWindows()).reversed().stream().filter(Window::isShowing)
                .map(window -> window.getScene().getRoot()).flatMap(DeskRig::visible);
    }

    /** A node and all in it that nothing hides. */
    static Stream<Node> visible(Node node) {
        return !node.isVisible() ? Stream.empty() : node instanceof Parent parent
                ? Stream.concat(Stream.of(node), List.copyOf(parent.getChildrenUnmodifiable()).stream()
                        .flatMap(DeskRig::visible))
                : Stream.of(node);
    }

    /** What can be seen and has this id, in any window. */
    <T extends Node> T at(String id, Class<T> type) {
        return seen(type, node -> id.equals(node.getId()), id);
    }

    private <T extends Node> T seen(Class<T> type, java.util.function.Predicate<T> wanted, String name) {
        List<T> found = new ArrayList<>();
        Callable<Boolean> look = () -> {
            robot.interact(() -> visible().filter(type::isInstance).map(type::cast).filter(wanted).forEach(found::add));
            return !found.isEmpty();
        };
        try {
            QuickRobot.until(look);   // a control's parts are there once it was laid out
        } catch (TimeoutException absent) {
            // said below
        }
        assertThat(found).as(name + " in " + texts()).isNotEmpty();
        return found.getFirst();
    }

    /** Presses the button that has this text, or that is read out so; the foremost of several. */
    DeskRig click(String text) {
        ButtonBase button = button(text);
        assertThat(button.isDisabled()).as(text + " is disabled").isFalse();
        robot.interact(button::fire);
        return this;
    }

    /** Presses the button in the strip of last scans that is named for this person; of several, the latest scan's. */
    DeskRig strip(String beginning) {
        ButtonBase button = seen(ButtonBase.class, each -> each.getAccessibleText() != null
                && each.getAccessibleText().startsWith(beginning + ", "), beginning);
        robot.interact(button::fire);
        return this;
    }

    ButtonBase button(String text) {
        return seen(ButtonBase.class, each -> text.equals(each.getText()) || text.equals(each.getAccessibleText()), text);
    }

    DeskRig type(String id, String text) {
        javafx.scene.control.TextInputControl field = at(id, javafx.scene.control.TextInputControl.class);
        robot.interact(() -> field.setText(text));
        return this;
    }

    /** Types a PIN that is asked for, and enters it. */
    DeskRig pin(String digits) {
        digits.chars().forEach(digit -> click(String.valueOf((char) digit)));
        return click("Enter");
    }

    /** Everything recorded and refused, latest first. */
    List<Entry> journal() {
        return journal(1000);
    }

    List<Entry> journal(int latest) {
        return rig.station().journal().latest(rig.conference(), latest);
    }

    long recorded(RecordKind kind) {
        return journal().stream().map(Entry::kind).filter(kind::equals).count();
    }

    Stage stage() {
        return stage;
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Whatever the window threw while it was open fails the test. */
    @Override
    public void close() {
        shut();
        rig.close();
        assertThat(escaped).isEmpty();
    }

    /** The toolkit keeps hold of windows that were closed for a while: what this one showed it must not keep as well. */
    private void shut() {
        robot.interact(() -> {
            stage.hide();
            stage.getScene().setRoot(new Pane());
        });
    }
}
