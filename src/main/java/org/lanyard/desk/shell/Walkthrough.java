package org.lanyard.desk.shell;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.scan.Source;

/** Uses the desk as a person would: scans, and looks at every screen. On the FX thread. */
final class Walkthrough {

    // Frames in which a step is to be done: a minute of them.
    private static final int PATIENCE = 3_600;
    // Frames that a screen is looked at.
    private static final int LOOK = 3;

    private record Step(Runnable action, BooleanSupplier done) {}

    private final Shell shell;
    private final Parts parts;
    private final Queue<Step> steps = new ArrayDeque<>();
    private DeskClock.Pause frames = DeskClock.Pause.NONE;
    private Optional<Step> current = Optional.empty();
    private int waited;

    Walkthrough(Shell shell) {
        this.shell = shell;
        this.parts = shell.parts();
    }

    /** @param giveUp told when a step was not done in a minute */
    void start(DeskClock clock, Iterable<String> codes, Runnable giveUp) {
        look(() -> {});
        if (parts.shell().frame() == Frame.FIRST) {
            look(parts.shell()::setUp);
        }
        codes.forEach(this::scan);
        for (Screen screen : Screen.values()) {
            look(() -> parts.shell().show(screen));
        }
        for (SetupPage page : SetupPage.values()) {
            look(() -> parts.setup().pageProperty().set(page));
        }
        frames = clock.eachFrame(() -> frame(giveUp));
    }

    private void scan(String code) {
        steps.add(new Step(() -> parts.scan().scanned(code, Source.WAND), () -> parts.scan().card().decision()
                .filter(decision -> decision.scan().text().equals(code)).isPresent()));
    }

    private void look(Runnable action) {
        steps.add(new Step(action, () -> waited >= LOOK));
    }

    private void frame(Runnable giveUp) {
        waited++;
        if (current.isPresent() && !current.get().done().getAsBoolean()) {
            if (waited > PATIENCE) {
                frames.cancel();
                giveUp.run();
            }
            return;
        }
        waited = 0;
        current = Optional.ofNullable(steps.poll());
        current.ifPresentOrElse(next -> next.action().run(), () -> {
            frames.cancel();
            shell.close();
        });
    }
}
