package org.lanyard.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.lanyard.reader.WandBuffer;

/**
 * Stands before every window and takes a wand's keys out of what people type. Keys that could be a wand's wait; when they
 * were a scan, nobody else ever sees them, and when they were not, they go where they would have gone, in order.
 */
public final class WandFilter {

    /** How long a first key waits in a text field: long enough for a wand's second key, too short to be felt. */
    private static final Duration FIRST_KEY = Duration.ofMillis(60);
    /** The most that counts from frame to frame: for whatever is more, the window was busy, and keys were waiting. */
    private static final Duration LONGEST_FRAME = Duration.ofMillis(30);
    private static final int FRAMES_OF_SILENCE = 4;
    private static final Set<KeyCode> ENDS = Set.of(KeyCode.ENTER, KeyCode.TAB);
    private static final Set<KeyCode> BARE = Set.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.ESCAPE);

    private final WandBuffer buffer = new WandBuffer();
    private final List<KeyEvent> held = new ArrayList<>();
    /** What stood in the field before each key of the run that went into it. */
    private final List<FieldState> letThrough = new ArrayList<>();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private final Set<Window> guarded = new HashSet<>();
    private final EventHandler<KeyEvent> handler = this::handle;
    private final ListChangeListener<Window> newWindows = this::windowsChanged;
    private final LongSupplier nanoTime;
    private final Consumer<Scanned> scans;
    private BareKeys bareKeys = (_, _) -> false;
    private long elapsed;
    private long lastFrame;
    private boolean watching;
    private long lastKey;
    private int framesSince;
    private boolean replaying;
    private boolean swallowingEnd;
    private Object shownWhenPressed;
    private boolean aloneBefore;

    /** What ended a scan. */
    public enum End { ENTER, TAB, PAUSE }

    /**
     * One scan as it arrived.
     *
     * @param perKey the average time from key to key
     */
    public record Scanned(String text, End end, Duration perKey) {}

    private record FieldState(TextInputControl field, String text, int anchor, int caret) {

        static FieldState of(TextInputControl field) {
            return new FieldState(field, field.getText(), field.getAnchor(), field.getCaretPosition());
        }

        void restore() {
            field.setText(text);
            field.selectRange(anchor, caret);
        }
    }

    /** Who wants single keys, pressed by a person with a quarter of a second of silence on either side. */
    public interface BareKeys {

        /** What is shown now; handed back with the key, so that it acts on nothing newer. */
        default Object shown() {
            return null;
        }

        /** False when the key means nothing here and should go its usual way. */
        boolean pressed(KeyCode key, Object shownThen);
    }

    /**
     * @param nanoTime a monotonic clock, in nanoseconds
     * @param scans    told each scan, on the FX thread, in the order they came
     */
    public WandFilter(LongSupplier nanoTime, Consumer<Scanned> scans) {
        this.nanoTime = nanoTime;
        this.scans = scans;
    }

    public void setBareKeys(BareKeys receiver) {
        bareKeys = receiver;
    }

    /** Stands before every window there is and will be, dialogs and pop-ups included, until {@link #leave}. */
    public void guardAllWindows() {
        Window.getWindows().forEach(this::guard);
        Window.getWindows().addListener(newWindows);
    }

    public void leave() {
        Window.getWindows().removeListener(newWindows);
        guarded.forEach(window -> window.removeEventFilter(KeyEvent.ANY, handler));
        guarded.clear();
        stopWatching();
    }

    private void guard(Window window) {
        if (guarded.add(window)) {
            window.addEventFilter(KeyEvent.ANY, handler);
        }
    }

    private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::guard);
            change.getRemoved().forEach(closed -> {
                closed.removeEventFilter(KeyEvent.ANY, handler);
                guarded.remove(closed);
            });
        }
    }

    private void handle(KeyEvent event) {
        boolean altGr = event.isControlDown() && event.isAltDown();
        if (replaying || !altGr && (event.isShortcutDown() || event.isAltDown() || event.isMetaDown())) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else {
            released(event);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        if (ENDS.contains(event.getCode()) && !buffer.isEmpty()) {
            endedBy(event);
            return;
        }
        boolean quiet = !watching;
        struck();
        boolean bare = BARE.contains(event.getCode()) && !inText();
        if (printable(event) || bare) {
            if (held.isEmpty()) {
                aloneBefore = quiet;
                shownWhenPressed = bareKeys.shown();
            }
            hold(event);
        } else {
            replay();
            buffer.clear();
            letThrough.clear();
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (swallowingEnd && ("\r".equals(character) || "\n".equals(character) || "\t".equals(character))) {
            event.consume();
        } else if (character.length() == 1 && character.charAt(0) >= ' ' && character.charAt(0) != 0x7F) {
            struck();
            buffer.add(character.charAt(0), now());
            hold(event);
            if (inText() && !buffer.couldBeScan()) {
                replay();
            }
        } else if (!held.isEmpty()) {
            hold(event);
        }
    }

    private void released(KeyEvent event) {
        if (swallowingEnd && ENDS.contains(event.getCode())) {
            swallowingEnd = false;
            event.consume();
        } else if (!held.isEmpty() && !event.getCode().isModifierKey()) {
            hold(event);
        }
    }

    private void endedBy(KeyEvent event) {
        boolean scan = buffer.scanned().isPresent();
        struck();
        end(false, event.getCode() == KeyCode.TAB ? End.TAB : End.ENTER);
        if (scan) {
            swallowingEnd = true;
            event.consume();
        }
    }

    private void hold(KeyEvent event) {
        held.add(event);
        event.consume();
    }

    /**
     * Time in which the window was not busy: while it was, keys were waiting, and that they came late says nothing of
     * who struck them.
     */
    private long now() {
        return watching ? elapsed + Math.min(nanoTime.getAsLong() - lastFrame, LONGEST_FRAME.toNanos()) : elapsed;
    }

    /** Watches from a key on until none has come for long enough. */
    private void struck() {
        lastKey = nanoTime.getAsLong();
        framesSince = 0;
        if (!watching) {
            watching = true;
            lastFrame = lastKey;
            frames.start();
        }
    }

    private void stopWatching() {
        watching = false;
        frames.stop();
    }

    /** After some frames in a row no key is waiting any more, and silence is silence. */
    private void frame() {
        elapsed = now();
        lastFrame = nanoTime.getAsLong();
        framesSince++;
        long quiet = lastFrame - lastKey;
        if (quiet > WandBuffer.PAUSE.toNanos() && framesSince >= FRAMES_OF_SILENCE) {
            stopWatching();
            end(true, End.PAUSE);
        } else if (quiet >= FIRST_KEY.toNanos() && framesSince > 1 && buffer.candidate() <= 1 && inText()) {
            replay();
        }
    }

    /** The run is over: a scan, a single key that somebody wants, or typing. */
    private void end(boolean quietAfter, End end) {
        Optional<String> scanned = buffer.scanned();
        Duration perKey = buffer.perKey();
        buffer.clear();
        if (scanned.isPresent()) {
            takeBack(scanned.get().length());
            scans.accept(new Scanned(scanned.get(), end, perKey));
        } else if (!(quietAfter && aloneBefore && bare())) {
            replay();
        }
        letThrough.clear();
    }

    /** Offers a key struck alone; true when it was wanted. */
    private boolean bare() {
        List<KeyCode> pressed = held.stream().filter(event -> event.getEventType() == KeyEvent.KEY_PRESSED)
                .map(KeyEvent::getCode).toList();
        boolean wanted = pressed.size() == 1 && !inText() && bareKeys.pressed(pressed.getFirst(), shownWhenPressed);
        if (wanted) {
            held.clear();
        }
        return wanted;
    }

    /** Gives typing before the scan its way, and takes back what of the scan had gone into a text field. */
    private void takeBack(int scanLength) {
        int waiting = 0;
        int scanBegins = held.size();
        for (int i = held.size() - 1; i >= 0 && waiting < scanLength; i--) {
            waiting += held.get(i).getEventType() == KeyEvent.KEY_TYPED ? 1 : 0;
            scanBegins = i;
        }
        List<KeyEvent> typed = List.copyOf(held.subList(0, Math.max(0, scanBegins - 1)));
        held.clear();
        held.addAll(typed);
        replay();
        if (waiting < scanLength && letThrough.size() >= scanLength - waiting) {
            letThrough.get(letThrough.size() - (scanLength - waiting)).restore();
        }
    }

    private void replay() {
        List<KeyEvent> events = List.copyOf(held);
        held.clear();
        Node focus = focus();
        replaying = true;
        try {
            for (KeyEvent event : events) {
                if (event.getEventType() == KeyEvent.KEY_TYPED && focus instanceof TextInputControl field) {
                    letThrough.add(FieldState.of(field));
                }
                Event.fireEvent(focus == null ? event.getTarget() : focus,
                        event.copyFor(event.getSource(), focus == null ? event.getTarget() : focus));
            }
        } finally {
            replaying = false;
        }
    }

    private static boolean printable(KeyEvent event) {
        KeyCode code = event.getCode();
        return !(code.isNavigationKey() || code.isFunctionKey() || ENDS.contains(code) || code == KeyCode.ESCAPE
                || code == KeyCode.BACK_SPACE || code == KeyCode.DELETE || code.isMediaKey());
    }

    private static boolean inText() {
        return focus() instanceof TextInputControl;
    }

    private static Node focus() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst()
                .filter(window -> window.getScene() != null).map(window -> window.getScene().getFocusOwner())
                .orElse(null);
    }
}
