package org.lanyard.desk.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.lanyard.desk.Background;
import org.lanyard.desk.Opening;
import org.lanyard.desk.WandFilter;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.boundstation.BoundStationController;
import org.lanyard.desk.boundstation.BoundStationModel;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.first.FirstController;
import org.lanyard.desk.first.FirstModel;
import org.lanyard.Station;
import org.lanyard.desk.journal.JournalModel;
import org.lanyard.desk.journal.RecordActions;
import org.lanyard.desk.journal.RecordController;
import org.lanyard.desk.journal.RecordModel;
import org.lanyard.desk.journal.VoidPrompt;
import org.lanyard.desk.kiosk.KioskController;
import org.lanyard.desk.kiosk.KioskModel;
import org.lanyard.desk.kiosk.Mirror;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.setup.SetupParts;
import org.lanyard.desk.setup.WindowActions;
import org.lanyard.desk.setup.Wand;
import org.lanyard.desk.signin.SignInController;
import org.lanyard.desk.signin.SignInModel;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.roster.Person;
import org.lanyard.scan.Source;
import org.lanyard.venue.Settings;

/** Every model and controller of the window, constructed in order. */
final class Parts implements AutoCloseable {

    private final Map<Class<?>, Supplier<Object>> controllers = new HashMap<>();
    private final Workplace workplace;
    private final Words words;
    private final ShellModel shell;
    private final Sounds sounds;
    private final ScanModel scan;
    private final CameraModel camera;
    private final KioskModel kiosk;
    private final SignInModel signIn;
    private final JournalModel journal;
    private final RecordModel record;
    private final SetupParts setup;
    private final VoidPrompt voids;
    private final Background background;
    private final ScreenLoader loader;
    private final Map<Class<?>, AutoCloseable> models = new HashMap<>();
    private final Supplier<Stage> window;
    private Mirror mirror;

    /**
     * @param window   known once it is shown
     * @param practise told when somebody wants to practise instead
     */
    Parts(Workplace workplace, Opening opening, Words words, Supplier<Stage> window, Runnable practise) {
        this.window = window;
        this.workplace = workplace;
        this.words = words;
        this.loader = new ScreenLoader(words, this::controller);
        Station station = workplace.station();
        background = new Background(workplace.station().background(), words);
        boolean first = opening == Opening.USUAL && !workplace.station().settings().get(Settings.SET_UP);
        shell = new ShellModel(workplace, words, background, first, opening == Opening.KIOSK);
        sounds = new Sounds(workplace.station());
        scan = new ScanModel(workplace, words, background, sounds);
        camera = new CameraModel(station.settings(), station.config().dataFolder().resolve("frames"),
                station.background(), background, text -> scanned(text, Source.CAMERA));
        kiosk = new KioskModel(workplace, words, background, sounds, () -> shell.kiosk(false));
        signIn = new SignInModel(workplace, background, shell::signedIn);
        journal = model(JournalModel.class, () -> new JournalModel(workplace, station.journal(), station.export(),
                station.venue(), station.clock(), background));
        record = new RecordModel(workplace, station.journal(), station.roster(), background);
        voids = new VoidPrompt(new RecordActions(workplace, station.gate(), station.clock(), background), words);
        setup = new SetupParts(station, workplace, words, background, windowActions(practise));
        workplace.station().upstream().keepInStep(workplace.conference());
        camera.resume();
        controllers();
    }

    private void controllers() {
        controllers.put(ShellController.class, () -> new ShellController(this));
        controllers.put(BoundStationController.class, () -> new BoundStationController(
                new BoundStationModel(workplace, words, background, scan, shell::leaveBoundStation),
                words));
        controllers.put(KioskController.class, () -> new KioskController(kiosk));
        controllers.put(SignInController.class, () -> new SignInController(signIn, words));
        controllers.put(FirstController.class,
                () -> new FirstController(new FirstModel(workplace, setup.roster(),
                        workplace.station().venue(), background, shell::setUp), words));
        controllers.put(RecordController.class,
                () -> new RecordController(record, voids, workplace, words, this::showPerson));
        setup.controllers(controllers, new Look(shell), sounds, camera);
    }

    /** A model that lives as long as the window, made when it is first asked for. */
    <T extends AutoCloseable> T model(Class<T> type, Supplier<T> made) {
        return type.cast(models.computeIfAbsent(type, _ -> made.get()));
    }

    /** Shows a person who was found; nothing is recorded by that. */
    void showPerson(Person person) {
        shell.show(Screen.SCAN);
        scan.look(person);
    }

    ScreenLoader loader() {
        return loader;
    }

    Station station() {
        return workplace.station();
    }

    Workplace workplace() {
        return workplace;
    }

    Words words() {
        return words;
    }

    Background background() {
        return background;
    }

    ScanModel scan() {
        return scan;
    }

    JournalModel journal() {
        return journal;
    }

    RecordModel record() {
        return record;
    }

    VoidPrompt voids() {
        return voids;
    }

    Wand wand() {
        return setup.wand();
    }

    ShellModel shell() {
        return shell;
    }

    CameraModel camera() {
        return camera;
    }

    Object controller(Class<?> type) {
        Supplier<Object> made = controllers.get(type);
        if (made == null) {
            throw new IllegalStateException("no parts are known for a " + type.getName());
        }
        return made.get();
    }

    /** Whoever is in front gets what a wand sent. */
    void wandScanned(WandFilter.Scanned scanned) {
        switch (shell.frameProperty().get()) {
            case FIRST -> setup.wand().arrived(scanned);
            case SIGN_IN -> signIn.badge(scanned.text());
            case KIOSK -> kiosk.scanned(scanned.text(), Source.WAND);
            case BOUND -> scan.scanned(setup.wand().repaired(scanned), Source.WAND);
            case DESK -> {
                boolean checking = shell.screenProperty().get() == Screen.SETUP && setup.wand().listens();
                if (checking) {
                    setup.wand().arrived(scanned);
                } else {
                    shell.show(Screen.SCAN);
                    scan.scanned(setup.wand().repaired(scanned), Source.WAND);
                }
            }
        }
    }

    /** What a camera read; somebody who is setting up, or not signed in yet, scans nobody. */
    private void scanned(String text, Source source) {
        switch (shell.frameProperty().get()) {
            case FIRST -> {}
            case SIGN_IN -> signIn.badge(text);
            case KIOSK -> kiosk.scanned(text, source);
            case BOUND -> scan.scanned(text, source);
            case DESK -> {
                if (shell.screenProperty().get() != Screen.SETUP) {
                    scan.scanned(text, source);
                }
            }
        }
    }

    WandFilter.BareKeys bareKeys() {
        return scan.bareKeys(() -> shell.frameProperty().get() == Frame.DESK
                && shell.screenProperty().get() == Screen.SCAN);
    }

    /** Whether this frame is left by a PIN only. */
    boolean closed(Frame frame) {
        return frame == Frame.KIOSK;
    }

    /** In a kiosk a key is a wand's, a digit of a PIN, or nothing. */
    void kioskKey(KeyEvent key) {
        KeyCode code = key.getCode();
        boolean pin = kiosk.leavingProperty().get() && (code.isDigitKey() || code.isKeypadKey()
                || code == KeyCode.ENTER || code == KeyCode.BACK_SPACE || code == KeyCode.TAB);
        if (!pin) {
            key.consume();
        }
    }

    private WindowActions windowActions(Runnable practise) {
        return new WindowActions() {
            @Override
            public void startKiosk() {
                shell.kiosk(true);
            }

            @Override
            public void showMirror(boolean open) {
                Parts.this.showMirror(open);
            }

            @Override
            public void startPractice() {
                practise.run();
            }
        };
    }

    /** The attendees' window, where the station has one. */
    void showMirror(boolean open) {
        if (mirror != null) {
            mirror.close();
        }
        mirror = open ? new Mirror(window.get(), scan.shownProperty(), words) : null;
    }

    @Override
    public void close() {
        models.values().forEach(Parts::close);
        setup.close();
        camera.close();
        sounds.close();
        showMirror(false);
    }

    private static void close(AutoCloseable model) {
        try {
            model.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
