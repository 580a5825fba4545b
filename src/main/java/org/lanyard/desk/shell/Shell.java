package org.lanyard.desk.shell;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.Opening;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.desk.wand.WandFilter;
import org.lanyard.desk.setup.RosterModel;
import org.lanyard.scan.Conference;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;

/** The window itself: its frame, its looks, its keys. On the FX thread. */
public final class Shell {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    // What a system may put around a window.
    private static final double TITLE_BAR = 48;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    // When this frame is prepared, the first is on the screen.
    private static final int PAINTED = 3;

    // Later ones overrule earlier ones.
    private static final List<String> SHEETS = List.of("desk.css", "shell/shell.css", "verdict/verdict.css", "scan/scan.css",
            "search/search.css", "signin/signin.css", "first/first.css", "setup/setup.css", "setup/mapping.css",
            "dashboard/dashboard.css", "journal/journal.css", "boundstation/whole.css", "person/person.css",
            "help/manual.css", "fit.css");

    private final Words words;
    private final ShellModel model;
    private final Parts parts;
    private final WandFilter wand;
    private final boolean practice;
    private final boolean mirrored;
    private final Timeline clock = new Timeline();
    private final EventHandler<WindowEvent> ended = _ -> end();
    private final DeskClock deskClock;
    private DeskClock.Pause firstFrames = DeskClock.Pause.NONE;
    private int frames;
    // Known once it is shown.
    @SuppressWarnings("NullAway.Init") private Stage stage;

    public Shell(Workplace workplace, Opening opening, Words words, DeskClock clock,
            Consumer<Consumer<String>> practise) {
        this.words = words;
        this.deskClock = clock;
        this.practice = opening.firstScreen() == Opening.FirstScreen.PRACTICE;
        this.mirrored = workplace.station().settings().get(Settings.MIRROR);
        this.parts = new Parts(workplace, opening, words, clock, () -> stage, practise);
        this.model = parts.shell();
        this.wand = new WandFilter(clock, parts.router());
    }

    public void show(Stage window) {
        stage = window;
        Toolkit.dress(model.theme());
        Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
        model.themeProperty().subscribe(theme -> dress(scene, theme));
        model.frameProperty().addListener((_, _, frame) -> frame(scene, frame));
        words.localeProperty().addListener((_, _, _) -> frame(scene, model.frameProperty().get()));
        model.textSizeProperty().subscribe(_ -> size(scene));
        wand.setBareKeys(parts.bareKeys());
        parts.setup().wand().limitProperty().subscribe(wand::setSlowest);
        wand.setCodes(parts.setup().wand()::mayHaveSent);
        wand.guardAllWindows();
        clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::windowKey);
        stage.addEventFilter(InputEvent.ANY, _ -> model.active());
        stage.addEventHandler(HelpRequest.ASKED, request -> parts.help().show(request.topic()));
        stage.setOnCloseRequest(this::closing);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, ended);
        prepare(scene);
        frame(scene, model.frameProperty().get());
        stage.show();
        firstFrames = deskClock.eachFrame(this::painted);
        if (mirrored) {
            parts.showMirror(true);
        }
    }

    private void painted() {
        if (++frames == PAINTED) {
            firstFrames.cancel();
            model.tick();
            Conference conference = parts.workplace().conference();
            parts.background().prepare(() -> parts.station().printing().warmUp(conference));
            parts.background().prepare(LostDisplay::watch);
            WarmUp.begin(deskClock, stage.getScene().getStylesheets());
        }
    }

    // Once: whoever shows the window again has parts of their own.
    private void end() {
        stage.removeEventHandler(WindowEvent.WINDOW_HIDDEN, ended);
        clock.stop();
        firstFrames.cancel();
        wand.leave();
        parts.close();
    }

    void close() {
        stage.close();
    }

    Parts parts() {
        return parts;
    }

    public CameraModel camera() {
        return parts.camera();
    }

    public RosterModel roster() {
        return parts.setup().roster();
    }

    private void prepare(Scene scene) {
        stage.setTitle("Lanyard");
        stage.getIcons().add(new Image(Objects.requireNonNull(Shell.class.getResourceAsStream(
                "/org/lanyard/desk/icon.png"))));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setFullScreenExitHint("");
        stage.setScene(scene);
        stayOnScreen();
    }

    private void stayOnScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT + TITLE_BAR) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT + TITLE_BAR, screen.getHeight()));
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY());
        }
    }

    private void frame(Scene scene, Frame frame) {
        Parent screen = load(frame);
        scene.setRoot(practice ? marked(screen) : screen);
        size(scene);
        boolean kiosk = frame == Frame.KIOSK;
        stage.setFullScreenExitKeyCombination(kiosk ? KeyCombination.NO_MATCH : null);
        if (kiosk) {
            stage.setFullScreen(true);
        }
        scene.getRoot().requestFocus();
    }

    // Nobody should practise on a real queue, or check people in for practice.
    private Parent marked(Parent screen) {
        Label mark = new Label(words.say("practice.mark"));
        mark.getStyleClass().add("practice-mark");
        mark.setMaxWidth(Double.MAX_VALUE);
        BorderPane marked = new BorderPane(screen);
        marked.setTop(mark);
        marked.getStyleClass().addAll("shell", "practice");
        return marked;
    }

    private void windowKey(KeyEvent key) {
        if (parts.closed(model.frameProperty().get())) {
            parts.kioskKey(key);
        } else if (key.getCode() == KeyCode.F11) {
            stage.setFullScreen(!stage.isFullScreen());
        } else if (key.getCode() == KeyCode.F1) {
            parts.help().show();
        }
    }

    // A kiosk is left by its PIN, and by nothing else.
    private void closing(WindowEvent request) {
        if (parts.closed(model.frameProperty().get())) {
            request.consume();
        } else {
            new ClosingQuestion(parts.station().hub(), model::keepsItems, words, parts.background()).closing(request, stage);
        }
    }

    private void size(Scene scene) {
        scene.getRoot().getStyleClass().removeIf(style -> style.startsWith("text-"));
        scene.getRoot().getStyleClass().add("text-" + model.textSize().percent());
    }

    private void dress(Scene scene, Theme theme) {
        Toolkit.dress(theme);
        // in one go: the whole window is styled anew by each change of the list
        scene.getStylesheets()
                .setAll(Stream.concat(SHEETS.stream(), Stream.of(theme == Theme.LIGHT ? "light.css" : "dark.css"))
                        .map(Shell::style).toList());
    }

    private static String style(String sheet) {
        return ScreenLoader.resource(sheet).toExternalForm();
    }

    private Parent load(Frame frame) {
        return parts.loader().load(frame.fxml()).root();
    }
}
