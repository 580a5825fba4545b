package org.lanyard.desk;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.lanyard.scan.HostileNames;

/** Reads every window as it is laid out now, for what a hostile name might have done to it, and times the frames between. */
final class HostileLook {

    /** They turn, hide or join what stands beside them, or are no characters at all. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u200B\\u200E"
                    + "\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uE000-\\uF8FF\\p{Cs}\\p{Cn}]");
    private static final Pattern STACK = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Mc}]{5}");
    /** A note that was cut, and the words around it. */
    private static final int LONGEST = ShownText.LONGEST_TEXT + 300;
    /** So much of a name every screen has room for, in characters. */
    private static final int BEGINNING = 20;

    private final List<String> names;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Frame> slowest = new TreeMap<>();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private String screen = "";
    private int number;
    private long spent;

    /** @param number of the name that it showed */
    private record Frame(long millis, int number) {

        @Override
        public String toString() {
            return millis + " (name " + number + ")";
        }
    }

    /** @param names as they were stored */
    HostileLook(List<String> names) {
        this.names = names;
    }

    void begin(DeskRig desk) {
        desk.robot().interact(frames::start);
    }

    void end(DeskRig desk) {
        desk.robot().interact(frames::stop);
    }

    /** The FX thread's own time: what else the machine does meanwhile is no fault of the window's. */
    private void frame() {
        long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long millis = TimeUnit.NANOSECONDS.toMillis(now - spent);
        slowest.merge(screen, new Frame(millis, number), (one, other) -> one.millis() >= other.millis() ? one : other);
        spent = now;
    }

    /** What is done from here on is done on this screen. */
    void on(String shown, int name) {
        screen = shown;
        number = name;
    }

    /** Every window that is shown. */
    void look(DeskRig desk) {
        desk.robot().interact(() -> {});   // a bar that is needed no longer goes with the next frame
        desk.robot().interact(() -> {
            frame();
            showing().filter(Stage.class::isInstance).forEach(stage -> add(Fit.wrong(stage.getScene(), where())));
            showing().flatMap(window -> DeskRig.visible(window.getScene().getRoot())).forEach(this::read);
            spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        });
    }

    /** As {@link #look}; and the name stands there as it is, but for what no screen shows. */
    void lookFor(DeskRig desk, int name) {
        on(screen, name);
        look(desk);
        String safe = flat(ShownText.line(names.get(name)));
        String beginning =
                safe.substring(0, safe.offsetByCodePoints(0, Math.min(BEGINNING, safe.codePointCount(0, safe.length()))));
        if (desk.texts().stream().noneMatch(text -> flat(text).contains(beginning))) {
            wrong.add(where() + ": not as it is: " + escaped(safe));
        }
    }

    private static String flat(String text) {
        return text.replace('\n', ' ').strip();
    }

    private static Stream<Window> showing() {
        return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
    }

    private String where() {
        return screen + ", " + number;
    }

    private void add(List<String> found) {
        found.stream().map(HostileLook::escaped).forEach(wrong::add);
    }

    private void read(Node node) {
        said(node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            said(labeled.getText());
            shown(labeled.getText());
            if (labeled.isMnemonicParsing() && labeled.getText() != null && labeled.getText().contains("_")) {
                wrong.add(where() + ", an underscore is not shown: " + escaped(labeled.getText()));
            }
        } else if (node instanceof Text plain && plain.getParent() instanceof TextFlow) {
            said(plain.getText());
        }
    }

    private void said(String text) {
        if (text != null && (UNSEEN.matcher(text).find() || STACK.matcher(text).find() || text.length() > LONGEST)) {
            wrong.add(where() + ": " + escaped(text));
        }
    }

    private void shown(String text) {
        if (text != null && text.contains("\n") && !RightToLeft.in(text)
                && names.stream().anyMatch(name -> isPart(name, text))) {
            wrong.add(where() + ", more than a line: " + escaped(text));
        }
    }

    private static boolean isPart(String name, String text) {
        return name.contains("\n") && Stream.of(name.split("[\\p{Cntrl}\u2028\u2029]+")).filter(part -> part.length() > 2)
                .anyMatch(text::contains);
    }

    private static String escaped(String text) {
        String shown = text.codePoints()
                .mapToObj(c -> c >= ' ' && c < 0x7F ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}")
                .collect(Collectors.joining());
        return shown.length() > 300 ? shown.substring(0, 300) + "…" : shown;
    }

    List<String> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return names.size() + " names from " + names.getFirst() + ", slowest frame of each screen in ms of processor: "
                + slowest;
    }
}
