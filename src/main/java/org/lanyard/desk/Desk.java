package org.lanyard.desk;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.desk.shell.Shell;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;

/** The window: what a volunteer, a lead and an organizer see and do. */
public final class Desk {

    private static final String PRACTICE = "practice";

    private final Station station;
    private final Post post;
    private final CountDownLatch closed = new CountDownLatch(1);

    Desk(Station station, Post post) {
        this.station = station;
        this.post = post;
    }

    /**
     * Shows the window and returns when it is closed. Not on the FX thread, and once in a program's life.
     *
     * @throws UnsupportedOperationException where no window can be shown
     */
    public static void open(Station station, Post post, Opening opening) {
        Desk desk = new Desk(station, post);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            desk.work(opening);
        });
        try {
            desk.closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    /** On the FX thread. */
    void work(Opening opening) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.countDown());
        show(stage, new Workplace(station, post), opening, () -> {
            stage.setOnHidden(_ -> practise());
            stage.close();
        });
    }

    /** Made-up people in a database of their own; the real desk comes back when this window is closed. */
    private void practise() {
        Station practice = Station.open(new StationConfig(station.config().dataFolder().resolve(PRACTICE),
                station.config().repeatWindow()));
        Conference conference = practice.rosterFiles().loadDemo();
        Post there = new Post(conference, practice.venue().station(post.station()), post.station(), null,
                new Mode.CheckIn());
        Stage stage = new Stage();
        stage.setOnHidden(_ -> {
            practice.close();
            work(Opening.STRAIGHT);
        });
        show(stage, new Workplace(practice, there), Opening.PRACTICE, stage::close);
    }

    private void show(Stage stage, Workplace workplace, Opening opening, Runnable practise) {
        Locale language = station.venue().setting(Settings.LANGUAGE).map(Locale::of).orElse(Locale.getDefault());
        new Shell(workplace, opening, new Words(language), practise).show(stage);
    }
}
