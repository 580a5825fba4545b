package org.lanyard.desk;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.lanyard.Station;
import org.lanyard.desk.shell.Shell;
import org.lanyard.scan.Post;

/** The window: what a volunteer, a lead and an organizer see and do. */
public final class Desk {

    private Desk() {}

    /**
     * Shows the window and returns when it is closed. Not on the FX thread, and once in a program's life.
     *
     * @throws UnsupportedOperationException where no window can be shown
     */
    public static void open(Station station, Post post) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            new Shell(station, post, new Words(Locale.getDefault())).show(stage);
        });
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
