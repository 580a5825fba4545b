package org.lanyard.desk.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.lanyard.venue.Theme;

/** JavaFX itself, which is started once in a program's life. */
public final class Toolkit {

    private final CompletableFuture<Void> started;

    private Toolkit(CompletableFuture<Void> started) {
        this.started = started;
    }

    /** Starts it in the background; what every window needs is loaded there while the station is still being opened. */
    public static Toolkit start() {
        return new Toolkit(CompletableFuture.runAsync(() -> Platform.startup(() -> {
            Platform.setImplicitExit(false);
            dress(Theme.LIGHT);
            new Scene(new Button("Lanyard")).getRoot().applyCss();
        })));
    }

    /** @throws UnsupportedOperationException where no window can be shown */
    void awaitStart() {
        try {
            started.join();
        } catch (CompletionException unable) {
            if (unable.getCause() instanceof UnsupportedOperationException noDisplay) {
                throw noDisplay;
            }
            throw unable;
        }
    }

    /** Every window's theme; set before the first scene, or JavaFX loads its own one too. */
    static void dress(Theme theme) {
        Application.setUserAgentStylesheet((theme == Theme.LIGHT ? new PrimerLight() : new PrimerDark())
                .getUserAgentStylesheetBSS());
    }
}
