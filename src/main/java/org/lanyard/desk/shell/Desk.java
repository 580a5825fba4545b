package org.lanyard.desk.shell;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.desk.Background;
import org.lanyard.desk.FxClock;
import org.lanyard.desk.Opening;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.StationFault;
import org.lanyard.venue.Settings;

/** The desk's windows, from the first to the last. */
public final class Desk {

    private static final String PRACTICE = "practice";

    private final Station station;
    private final Post post;
    private final Background background;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean practising;

    public Desk(Station station, Post post) {
        this.station = station;
        this.post = post;
        this.background = new Background(station.background(), words());
    }

    /**
     * Shows the window and returns when it is closed. Not on the FX thread, and once in a program's life.
     *
     * @throws StationFault where no window can be shown, or the first one cannot be built
     */
    public static void open(Toolkit toolkit, Station station, Post post, Opening opening) {
        Desk desk = new Desk(station, post);
        desk.run(toolkit, () -> desk.work(opening));
    }

    /**
     * Shows the window, uses it by itself with these codes, and closes it. Not on the FX thread, and once in a program's life.
     *
     * @throws StationFault where no window can be shown, built or used
     */
    public static void walkThrough(Toolkit toolkit, Station station, Post post, Opening opening, List<String> codes) {
        Desk desk = new Desk(station, post);
        desk.run(toolkit, () -> new Walkthrough(desk.work(opening)).start(new FxClock(), codes,
                () -> desk.closed.completeExceptionally(new TimeoutException())));
    }

    /** Says in a window why nothing could be opened, and returns when it is closed. Not on the FX thread, and instead of all else. */
    public static void tell(Toolkit toolkit, RuntimeException failure) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        toolkit.awaitStart();
        Platform.runLater(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(_ -> closed.complete(null));
            FailedStart.show(stage, new Words(Locale.getDefault()), failure);
        });
        closed.join();
        Platform.exit();
    }

    private void run(Toolkit toolkit, Runnable first) {
        toolkit.awaitStart();
        try {
            Platform.runLater(() -> openFirst(first));
            closed.join();
        } catch (CompletionException broken) {
            throw new StationFault(broken.getCause(), "desk.not-opened");
        } finally {
            Platform.exit();
        }
    }

    private void openFirst(Runnable first) {
        try {
            first.run();
        } catch (RuntimeException | Error broken) {
            closed.completeExceptionally(broken);
        }
    }

    public Shell work(Opening opening) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.complete(null));
        return show(stage, new Workplace(station, post), opening, failed -> practise(stage, failed));
    }

    private void practise(Stage before, Consumer<String> failed) {
        if (!practising) {
            practising = true;
            background.run(this::openPractice, ready -> {
                before.setOnHidden(_ -> show(ready));
                before.close();
            }, why -> {
                practising = false;
                failed.accept(why);
            });
        }
    }

    private Workplace openPractice() {
        Station practice = Station.open(new StationConfig(station.config().dataFolder().resolve(PRACTICE),
                station.config().repeatWindow()));
        Conference conference = practice.rosterFiles().loadDemo();
        return new Workplace(practice, new Post(conference, practice.venue().station(post.station()), post.station(), null,
                new Mode.CheckIn()));
    }

    private void show(Workplace practice) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> background.run(() -> {
            practice.station().close();
            return true;
        }, _ -> comeBack(), _ -> comeBack()));
        show(stage, practice, Opening.PRACTICE, _ -> stage.close());
    }

    private void comeBack() {
        practising = false;
        work(Opening.STRAIGHT);
    }

    private Words words() {
        return new Words(station.settings().get(Settings.LANGUAGE).orElse(Locale.getDefault()));
    }

    private Shell show(Stage stage, Workplace workplace, Opening opening, Consumer<Consumer<String>> practise) {
        Shell shell = new Shell(workplace, opening, words(), new FxClock(), practise);
        shell.show(stage);
        return shell;
    }
}
