package org.lanyard.desk.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.lanyard.scan.StationFault;
import org.lanyard.venue.Theme;

/** JavaFX itself, which is started once in a program's life. */
public final class Toolkit {

    private final CompletableFuture<Void> started;

    private Toolkit(CompletableFuture<Void> started) {
        this.started = started;
    }

    /** Starts it in the background; what every window needs is loaded there while the station is still being opened. */
    public static Toolkit start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        PrintStream errors = System.err;
        System.setErr(onlyFrom(Thread.currentThread(), errors));
        started.thenRun(() -> System.setErr(errors));
        CompletableFuture.runAsync(() -> Platform.startup(() -> {
            Platform.setImplicitExit(false);
            attempt(started, () -> {
                dress(Theme.LIGHT);
                new Scene(new Button("Lanyard")).getRoot().applyCss();
            });
            started.complete(null);
        })).exceptionally(unable -> {
            started.completeExceptionally(unable);
            return null;
        });
        return new Toolkit(started);
    }

    // JavaFX prints what it lacks, with stacks, from threads of its own; fault says it in a sentence.
    private static PrintStream onlyFrom(Thread speaker, PrintStream errors) {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                if (Thread.currentThread() == speaker) {
                    errors.write(bytes, from, length);
                }
            }
        }, true, errors.charset());
    }

    private static void attempt(CompletableFuture<Void> started, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error unable) {
            started.completeExceptionally(unable);
        }
    }

    /**
     * @throws StationFault where no window can be shown: no display, a library or every font missing; says which
     */
    void awaitStart() {
        try {
            started.join();
        } catch (CompletionException unable) {
            throw fault(Objects.requireNonNullElse(unable.getCause(), unable));
        }
    }

    private static StationFault fault(Throwable why) {
        Throwable first = why;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String text = String.valueOf(first.getMessage());
        if (text.contains("DISPLAY")) {
            return new StationFault(why, "desk.no-display");
        }
        return new StationFault(why, text.toLowerCase(Locale.ROOT).contains("gtk") || first instanceof LinkageError
                ? "desk.no-library" : "desk.no-font", text.replaceFirst("[.]$", ""));
    }

    /** Every window's theme; set before the first scene, or JavaFX loads its own one too. */
    static void dress(Theme theme) {
        Application.setUserAgentStylesheet((theme == Theme.LIGHT ? new PrimerLight() : new PrimerDark())
                .getUserAgentStylesheetBSS());
    }
}
