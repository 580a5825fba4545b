package org.lanyard.desk.wand;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lanyard.desk.DeskClock;

/**
 * Stands before every window and takes a wand's keys out of what people type. Keys that could be a wand's wait; when they
 * were a scan, nobody else ever sees them, and when they were not, they go where they would have gone, in order.
 *
 * <pre>
 *            character                     slower than a wand
 *   QUIET ───────────────▶ HELD ─────────────────────────────▶ LET_THROUGH
 *     ▲ ▲                   │ end key or pause, and a scan          │
 *     │ └──── silence ── AFTER_SCAN ◀────────────────────────────── ┤
 *     └────────────────────── end key or pause, and typing ─────────┘
 * </pre>
 */
public final class WandFilter {

    // A first key in a text field waits this long, Enter anywhere: enough for a wand's next key, too short to be felt.
    private static final Duration FIRST_KEY = Duration.ofMillis(60);
    /** A digit or letter pressed alone acts after this. */
    static final Duration ALONE_AFTER = Duration.ofMillis(600);
    /** A key acts alone only where no other character came within this before it. */
    static final Duration ALONE_BEFORE = Duration.ofSeconds(1);
    // So many frames without a key, and none is waiting to be handled any more.
    private static final int FRAMES_OF_SILENCE = 4;
    private static final Set<KeyCode> BARE = Set.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.ESCAPE);

    private final KeyRun run = new KeyRun();
    private final ControlKeys withControl = new ControlKeys();
    private final HeldKeys held = new HeldKeys();
    private final AltCode altCode = new AltCode();
    private final InputMethod inputMethod = new InputMethod();
    private final AwakeTime time;
    private final KeysDown down = new KeysDown();
    private final WindowGuard windows = new WindowGuard(this::handle, this::composed);
    private final DeskClock clock;
    private final WandListener listener;
    private BareKeys bareKeys = BareKeys.NONE;
    private State state = State.QUIET;
    private Duration slowest = KeyRun.FAST;
    private Object shownWhenPressed = this;
    private Optional<KeyCode> bare = Optional.empty();
    private Optional<KeyCode> armed = Optional.empty();
    private KeyCode lastPressed = KeyCode.UNDEFINED;
    private boolean repeating;
    private long lastTyped;
    private long lastCharacter;
    private boolean typedBefore;
    private Optional<String> alreadyTaken = Optional.empty();

    private enum State {
        /** nothing waits */
        QUIET,
        /** keys wait: they may be a wand's, or one by itself */
        HELD,
        /** slower than a wand so far; each key goes its way, and may be taken back */
        LET_THROUGH,
        /** a scan was taken; whatever ends it again is swallowed until there is silence */
        AFTER_SCAN
    }

    public WandFilter(DeskClock clock, WandListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.time = new AwakeTime(clock, this::frame);
    }

    public void setBareKeys(BareKeys receiver) {
        bareKeys = receiver;
    }

    public void setSlowest(Duration perKey) {
        slowest = perKey;
        run.setSlowest(perKey);
    }

    /** @param codes true for a text that a slow wand may have sent */
    public void setCodes(Predicate<String> codes) {
        run.setCodes(codes);
    }

    public void guardAllWindows() {
        windows.begin();
    }

    public void leave() {
        windows.end();
        time.stop();
    }

    private void handle(KeyEvent event) {
        if (held.releasing()) {
            return;
        }
        if (Keys.inSecret()) {
            abandon();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else {
            released(event);
        }
    }

    private void pressed(KeyEvent event) {
        if (altCode.takes(event)) {
            time.struck();
            event.consume();
            return;
        }
        if (event.getCode().isModifierKey()) {
            return;
        }
        repeating = down.repeats(event.getCode(), clock.nanoTime());
        lastPressed = event.getCode();
        Optional<End> end = End.of(event);
        if (end.isPresent() && state == State.AFTER_SCAN) {
            time.struck();
            event.consume();
        } else if (repeating) {
            repeated(event);
        } else if (end.isPresent() && !run.isEmpty()) {
            endedBy(event, end.get());
        } else if (Keys.shortcut(event)) {
            withControl(event);
        } else {
            begin(event);
        }
    }

    private void begin(KeyEvent event) {
        if (BARE.contains(event.getCode()) && run.isEmpty() && !Keys.inText() && !typedJustNow()) {
            bare = Optional.of(event.getCode());
            waits(event);
        } else if (Keys.printable(event)) {
            waits(event);
        } else {
            abandon();
        }
    }

    // The key waits, unless a hand types.
    private void waits(KeyEvent event) {
        time.struck();
        if (state == State.LET_THROUGH && Keys.inText()) {
            return;
        }
        if (held.isEmpty()) {
            shownWhenPressed = bareKeys.shown();
        }
        state = State.HELD;
        held.hold(event);
    }

    // A key that is held down is pressed once: its repetitions are nobody's scan and no command.
    private void repeated(KeyEvent event) {
        if (!Keys.inText()) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        boolean control = character.isEmpty() || character.charAt(0) < ' ' || character.charAt(0) == 0x7F;
        if (control && state == State.AFTER_SCAN || alreadyTaken.filter(character::equals).isPresent()) {
            alreadyTaken = Optional.empty();
            event.consume();
        } else if (!control && repeating) {
            repeated(event);
        } else if (character.equals(" ") && bare.filter(KeyCode.SPACE::equals).isPresent() && run.isEmpty()) {
            held.hold(event);
        } else if (!control && character.length() == 1 && !Keys.shortcut(event)) {
            character(character.charAt(0));
            held(event);
        } else if (character.equals("\n") && !run.isEmpty() && run.kind(!Keys.inText()) == KeyRun.RunKind.SCAN) {
            event.consume();
            end(End.LINE_FEED);
        } else if (!held.isEmpty()) {
            held.hold(event);
        }
    }

    // Adds a character to the run, which it may begin.
    private void character(char c) {
        if (run.over(time.now())) {
            end(End.PAUSE);
        }
        boolean first = run.isEmpty();
        boolean alone = first && !typedJustNow() && !Keys.inText() && Character.isLetterOrDigit(c);
        if (first && state != State.HELD) {
            state = State.QUIET;
            shownWhenPressed = bareKeys.shown();
        }
        bare = Optional.empty();
        time.struck();
        lastCharacter = clock.nanoTime();
        run.add(c, time.now(), time.late());
        if (alone && bareKeys.armed(lastPressed, shownWhenPressed)) {
            armed = Optional.of(lastPressed);
        } else if (!first) {
            disarm();
        }
    }

    private void held(KeyEvent typed) {
        boolean wandBegan = run.candidate() >= 2 && run.fast();
        if (state == State.LET_THROUGH && Keys.inText() && !wandBegan) {
            held.passing();
            return;
        }
        state = State.HELD;
        held.hold(typed);
        if (Keys.inText() ? !run.fast() : !run.couldBeScan()) {
            letThrough();
        }
    }

    private void letThrough() {
        held.release();
        state = State.LET_THROUGH;
    }

    private void released(KeyEvent event) {
        down.released(event.getCode());
        altCode.released(event).ifPresent(c -> {
            character((char) c);
            alreadyTaken = Optional.of(String.valueOf((char) c));
            state = State.HELD;
        });
        if (state == State.AFTER_SCAN) {
            event.consume();
        } else if (!held.isEmpty() && !event.getCode().isModifierKey()) {
            held.hold(event);
        }
    }

    private void endedBy(KeyEvent event, End end) {
        time.struck();
        if (armed.isPresent() && end == End.ENTER) {
            event.consume();
            act(armed.get());
            state = State.AFTER_SCAN;
            run.clear();
            return;
        }
        boolean typing = run.kind(!Keys.inText()) == KeyRun.RunKind.TYPED;
        if (typing && state == State.HELD) {
            held.hold(event);
        } else if (!typing) {
            event.consume();
        }
        end(end);
    }

    // The run is over: a scan, one that came too slowly, or typing.
    private void end(End end) {
        disarm();
        KeyRun.RunKind kind = kind(end);
        Scanned scanned = new Scanned(run.candidateText(!Keys.inText()), end, run.perKey(!Keys.inText()));
        int all = run.length();
        run.clear();
        if (kind == KeyRun.RunKind.TYPED) {
            typed();
            held.release();
            held.forget();
            state = State.QUIET;
            return;
        }
        held.drop(scanned.text().length(), all);
        held.forget();
        state = State.AFTER_SCAN;
        time.struck();
        if (kind == KeyRun.RunKind.SCAN) {
            listener.scanned(scanned);
        } else {
            listener.tooSlow(scanned);
        }
    }

    // In a field a slow run that nothing ended stays where it stands, to be read and gone on with.
    private KeyRun.RunKind kind(End end) {
        KeyRun.RunKind kind = run.kind(!Keys.inText());
        return kind == KeyRun.RunKind.TOO_SLOW && end == End.PAUSE && Keys.inText() ? KeyRun.RunKind.TYPED : kind;
    }

    // Gives all that waits its way; nothing of it is a scan.
    private void abandon() {
        disarm();
        bare = Optional.empty();
        held.release();
        held.forget();
        run.clear();
        state = State.QUIET;
    }

    private void frame() {
        if (bare.isPresent() && run.isEmpty() && time.silentFor(FIRST_KEY, 2)) {
            alone(bare.get());
        } else if (run.length() == 1 && !Keys.inText()) {
            if (time.silentFor(ALONE_AFTER, FRAMES_OF_SILENCE)) {
                single();
            }
        } else if (time.silentFor(run.pause(), FRAMES_OF_SILENCE)) {
            silence();
        } else if (Keys.inText() && run.candidate() <= 1 && state == State.HELD && time.silentFor(FIRST_KEY, 2)) {
            letThrough();
        }
    }

    private void silence() {
        time.stop();
        if (!run.isEmpty()) {
            end(End.PAUSE);
        } else if (!withControl.isEmpty()) {
            if (withControl.end()) {
                listener.keyHeld();
            }
        } else {
            abandon();
        }
    }

    private void single() {
        if (armed.isPresent()) {
            act(armed.get());
            run.clear();
            state = State.QUIET;
        } else {
            end(End.PAUSE);
        }
        time.stop();
    }

    private void act(KeyCode key) {
        armed = Optional.empty();
        held.clear();
        typed();
        bareKeys.pressed(key, shownWhenPressed);
    }

    private void alone(KeyCode key) {
        bare = Optional.empty();
        if (bareKeys.pressed(key, shownWhenPressed)) {
            held.clear();
        } else {
            held.release();
        }
        state = State.QUIET;
    }

    // The next key is by itself only some time after this.
    private void typed() {
        typedBefore = true;
        lastTyped = lastCharacter;
    }

    private void disarm() {
        if (armed.isPresent()) {
            armed = Optional.empty();
            bareKeys.disarmed();
        }
    }

    private void withControl(KeyEvent event) {
        time.struck();
        if (withControl.add(event, time.now())) {
            event.consume();
        }
    }

    private void composed(InputMethodEvent event) {
        if (!Keys.inSecret()) {
            inputMethod.scanned(event, clock.nanoTime(), slowest).ifPresent(text -> {
                event.consume();
                listener.scanned(new Scanned(text, End.PAUSE, Duration.ZERO));
            });
        }
    }

    private boolean typedJustNow() {
        return typedBefore && clock.nanoTime() - lastTyped < ALONE_BEFORE.toNanos();
    }
}
