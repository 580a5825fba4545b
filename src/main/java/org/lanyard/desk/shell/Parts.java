package org.lanyard.desk.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.FocusWatch;
import org.lanyard.desk.Opening;
import org.lanyard.desk.ReasonPrompt;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.badge.BadgeQuestions;
import org.lanyard.desk.badge.BadgeQueueController;
import org.lanyard.desk.boundstation.BoundStationController;
import org.lanyard.desk.boundstation.BoundStationModel;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.first.FirstController;
import org.lanyard.desk.first.FirstModel;
import org.lanyard.Station;
import org.lanyard.desk.badge.BadgePrint;
import org.lanyard.desk.help.Topic;
import org.lanyard.desk.inside.InsideController;
import org.lanyard.desk.inside.InsideModel;
import org.lanyard.desk.inside.InsideSheet;
import org.lanyard.desk.journal.JournalModel;
import org.lanyard.desk.journal.RecordActions;
import org.lanyard.desk.journal.RecordController;
import org.lanyard.desk.journal.RecordModel;
import org.lanyard.desk.journal.VoidPrompt;
import org.lanyard.desk.kiosk.KioskController;
import org.lanyard.desk.kiosk.KioskModel;
import org.lanyard.desk.kiosk.Mirror;
import org.lanyard.desk.person.PersonController;
import org.lanyard.desk.person.PersonModel;
import org.lanyard.desk.person.PersonServices;
import org.lanyard.desk.scan.GroupBadges;
import org.lanyard.desk.scan.LetThrough;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.scan.ScanServices;
import org.lanyard.desk.search.PaperMarks;
import org.lanyard.desk.search.SearchController;
import org.lanyard.desk.search.SearchModel;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.desk.setup.SetupParts;
import org.lanyard.desk.setup.WindowActions;
import org.lanyard.desk.wand.BareKeys;
import org.lanyard.desk.signin.SignInController;
import org.lanyard.desk.signin.SignInModel;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.roster.Person;
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
    private final PersonModel person;
    private final JournalModel journal;
    private final RecordModel record;
    private final SetupParts setup;
    private final VoidPrompt voids;
    private final LetThrough letThrough;
    private final BadgePrint badgePrint;
    private final BadgeQuestions badgeQuestions;
    private final InsideModel inside;
    private final Background background;
    private final ScreenLoader loader;
    private final Map<Class<?>, Object> models = new HashMap<>();
    private final List<Runnable> closings = new ArrayList<>();
    private final Supplier<Stage> window;
    private final DeskClock clock;
    private final FocusWatch focus = new FocusWatch();
    private final BooleanBinding scansArrive;
    private final ScanRouter router;
    private final Help help;
    private @Nullable Mirror mirror;

    Parts(Workplace workplace, Opening opening, Words words, DeskClock clock, Supplier<Stage> window,
            Consumer<Consumer<String>> practise) {
        this.clock = clock;
        this.window = window;
        this.workplace = workplace;
        this.words = words;
        this.loader = new ScreenLoader(words, this::controller);
        Station station = workplace.station();
        background = new Background(workplace.station().background(), words);
        boolean first =
                opening.firstScreen() == Opening.FirstScreen.USUAL && !workplace.station().settings().get(Settings.SET_UP);
        shell = new ShellModel(workplace, words, background, clock, first,
                opening.firstScreen() == Opening.FirstScreen.KIOSK);
        sounds = new Sounds(workplace.station());
        camera = new CameraModel(station.settings(), station.config().dataFolder().resolve("frames"),
                station.background(), background, text -> router().cameraRead(text));
        scansArrive = focus.hereProperty().or(camera.onProperty());
        scan = new ScanModel(ScanServices.of(station), workplace, words, background, sounds, clock, scansArrive);
        kiosk = new KioskModel(workplace, words, background, sounds, () -> shell.kiosk(false));
        signIn = new SignInModel(workplace, background, clock, this::signedIn);
        person = new PersonModel(PersonServices.of(station), workplace, background, scan, clock, ways());
        journal = model(JournalModel.class, () -> new JournalModel(workplace, station.journal(), station.export(),
                station.venue(), station.clock(), background), JournalModel::close);
        record = new RecordModel(workplace, station.journal(), station.till(), station.roster(), background);
        ReasonPrompt reasons = new ReasonPrompt(words, workplace);
        voids = new VoidPrompt(new RecordActions(workplace, station.gate(), station.clock(), background), reasons, words);
        letThrough = new LetThrough(scan, ScanServices.of(station), workplace, reasons, words);
        inside = new InsideModel(workplace, station.inside(), station.roster(), station.venue(),
                new InsideSheet(station.paperLists(), station.settings(), station.clock()), station.clock(), background,
                words);
        badgePrint = new BadgePrint(station.printing(), station.roster(), workplace, background, reasons, words);
        badgeQuestions = new BadgeQuestions(station.printing().jobs(), station.roster(), workplace, background, words);
        setup = new SetupParts(station, workplace, words, background, clock, windowActions(practise));
        router = new ScanRouter(shell, scan, kiosk, signIn, setup.wand(), this::awaited, words);
        Conference conference = workplace.conference();
        background.prepare(() -> station.upstream().keepInStep(conference));
        workplace.postProperty().subscribe(post -> station.hub().setName(post.station()));
        station.hub().keepLevel();
        camera.resume();
        help = new Help(shell, scan, setup.pageProperty()::get, words, window);
        controllers();
        opening.file().ifPresent(file -> {
            setup.offer(file);
            shell.show(Screen.SETUP);
        });
    }

    // Scans made before somebody signed in are decided in their name.
    private void signedIn(List<Scan> held) {
        shell.signedIn();
        if (!held.isEmpty()) {
            shell.show(Screen.SCAN);
            held.forEach(scan::scanned);
        }
    }

    SearchModel searchModel() {
        Station station = workplace.station();
        return new SearchModel(workplace, station.roster(), station.gate(), station.clock(), background);
    }

    private PersonModel.Ways ways() {
        return new PersonModel.Ways() {
            @Override
            public void enter() {
                shell.showPerson(true);
            }

            @Override
            public void back() {
                shell.showPerson(false);
            }

            @Override
            public void toScan() {
                shell.show(Screen.SCAN);
            }
        };
    }

    private void controllers() {
        controllers.put(PersonController.class, () -> new PersonController(person, words));
        controllers.put(ShellController.class, () -> new ShellController(this));
        controllers.put(BoundStationController.class, () -> new BoundStationController(
                new BoundStationModel(workplace, words, background, scan,
                        new BoundStationModel.Status(shell.timeProperty(), shell.healthTextProperty()),
                        shell::leaveBoundStation),
                words, focus.hereProperty(), letThrough));
        controllers.put(SearchController.class,
                () -> new SearchController(searchModel(), words, scan::scanned, Optional.empty(), Optional.empty()));
        controllers.put(InsideController.class, () -> new InsideController(inside, words, person::open));
        controllers.put(KioskController.class, () -> new KioskController(kiosk, clock, scansArrive));
        controllers.put(SignInController.class, () -> new SignInController(signIn, words));
        controllers.put(FirstController.class,
                () -> new FirstController(new FirstModel(workplace, setup.roster(),
                        workplace.station().venue(), background, shell::setUp), words));
        controllers.put(BadgeQueueController.class, () -> new BadgeQueueController(setup.badgeQueue(), words, person::open,
                () -> help.show(Optional.of(Topic.PRINTER))));
        controllers.put(RecordController.class,
                () -> new RecordController(record, voids, badgePrint, workplace, words, this::showPerson, person::open));
        setup.controllers(controllers, new Look(shell), sounds, camera);
    }

    <T> T model(Class<T> type, Supplier<T> made, Consumer<T> close) {
        return type.cast(models.computeIfAbsent(type, _ -> {
            T model = made.get();
            closings.add(() -> close.accept(model));
            return model;
        }));
    }

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

    PersonModel person() {
        return person;
    }

    PaperMarks paperMarks() {
        return new PaperMarks(ScanServices.of(station()), workplace, words);
    }

    InsideModel inside() {
        return inside;
    }

    BadgeQuestions badgeQuestions() {
        return badgeQuestions;
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

    List<Button> scanButtons() {
        return List.of(letThrough.button(), new GroupBadges(scan, badgePrint, words).button());
    }

    SetupParts setup() {
        return setup;
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

    ScanRouter router() {
        return router;
    }

    void showWandSetting() {
        setup.pageProperty().set(SetupPage.WAND);
        shell.show(Screen.SETUP);
    }

    ReadOnlyBooleanProperty keyboardHere() {
        return focus.hereProperty();
    }

    Help help() {
        return help;
    }

    private boolean awaited(String text) {
        return shell.personProperty().get() ? person.takes(text)
                : shell.screenProperty().get() == Screen.SETUP && setup.takes(text);
    }

    BareKeys bareKeys() {
        BareKeys screens = new FrontKeys(this::insideInFront, inside.bareKeys(this::takesKeys),
                scan.bareKeys(() -> takesKeys() && shell.screenProperty().get() == Screen.SCAN));
        return new FrontKeys(shell.personProperty()::get, person.bareKeys(this::takesKeys), screens);
    }

    private boolean insideInFront() {
        return inside.openProperty().get() && shell.screenProperty().get() == Screen.DASHBOARD;
    }

    private boolean takesKeys() {
        return !help.hasKeyboard() && shell.frameProperty().get() == Frame.DESK && !FrontKeys.popUpOpen();
    }

    boolean closed(Frame frame) {
        return frame == Frame.KIOSK;
    }

    // In a kiosk a key is a wand's, a digit of a PIN, or nothing.
    void kioskKey(KeyEvent key) {
        KeyCode code = key.getCode();
        boolean pin = kiosk.leavingProperty().get() && (code.isDigitKey() || code.isKeypadKey()
                || code == KeyCode.ENTER || code == KeyCode.BACK_SPACE || code == KeyCode.TAB);
        if (!pin) {
            key.consume();
        }
    }

    private WindowActions windowActions(Consumer<Consumer<String>> practise) {
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
            public void startPractice(Consumer<String> failed) {
                practise.accept(failed);
            }

            @Override
            public void showPerson(String code) {
                person.open(code);
            }

            @Override
            public void checkIn(String code) {
                shell.show(Screen.SCAN);
                scan.answer(workplace.station().gate().decide(workplace.post().in(new Mode.CheckIn()),
                        scan.scan(code, Source.SEARCH)), _ -> {});
            }
        };
    }

    void showMirror(boolean open) {
        if (mirror != null) {
            mirror.close();
        }
        mirror = open ? new Mirror(window.get(), scan.cardProperty(), scan.neutralProperty(), words) : null;
    }

    @Override
    public void close() {
        closings.forEach(Runnable::run);
        setup.close();
        signIn.close();
        camera.close();
        sounds.close();
        focus.close();
        showMirror(false);
        help.close();
    }
}
