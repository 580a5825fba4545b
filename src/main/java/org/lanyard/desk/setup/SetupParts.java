package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.NextScan;
import org.lanyard.desk.Words;
import org.lanyard.desk.wand.Wand;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.badge.BadgeQueue;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.sound.Sounds;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;

/** Constructs the models and controllers of every Setup page. */
public final class SetupParts implements AutoCloseable {

    private final Station station;
    private final Workplace workplace;
    private final Words words;
    private final Background background;
    private final RoleTasks tasks;
    private final WindowActions window;
    private final NextScan nextScan;
    private final Wand wand;
    private final RosterModel roster;
    private final BackupSchedule backups;
    private final VenueModel venue;
    private final BadgeQueue queue;
    private final ObjectProperty<SetupPage> page = new SimpleObjectProperty<>(SetupPage.values()[0]);

    private Optional<Path> given = Optional.empty();

    public SetupParts(Station station, Workplace workplace, Words words, Background background, DeskClock clock,
            WindowActions window) {
        this.station = station;
        this.workplace = workplace;
        this.words = words;
        this.background = background;
        this.window = window;
        this.nextScan = new NextScan(clock);
        this.tasks = new RoleTasks(workplace, background);
        this.wand = new Wand(station.settings());
        this.roster = new RosterModel(workplace, station.roster(), station.rosterFiles(), tasks);
        Joining joining = new Joining(new KeptLogin(station.config().dataFolder()));
        this.venue = new VenueModel(workplace, station.roster(), station.ownHub(), joining,
                new HubAdministration(new KeptLogin(station.config().dataFolder())), preparation(), tasks);
        this.queue = new BadgeQueue(station.printing(), station.roster(), workplace, background, words);
        this.backups = new BackupSchedule(station.settings(), station.config().database(), station.clock(), background);
    }

    public void controllers(Map<Class<?>, Supplier<Object>> controllers, Appearance appearance, Sounds sounds,
            CameraModel camera) {
        controllers.put(StationController.class, () -> new StationController(
                new StationModel(workplace, station.roster(), station.venue(), tasks), words));
        controllers.put(RosterController.class, () -> new RosterController(roster, words));
        controllers.put(MappingController.class, () -> new MappingController(roster, words));
        PeopleModel people = new PeopleModel(workplace, new PeopleModel.Services(station.roster(), station.corrections(),
                station.till(), station.ids()), background, nextScan, window);
        controllers.put(PeopleController.class, () -> new PeopleController(people, words));
        controllers.put(NewcomerController.class, () -> new NewcomerController(people, words));
        controllers.put(StaffController.class, () -> new StaffController(new StaffModel(workplace, station.venue(),
                station.pins(), station.settings(), tasks), words));
        controllers.put(ProductsController.class, () -> new ProductsController(
                new ProductsModel(workplace, station.roster(), station.venue(), station.clock(), tasks), words));
        PaperModel paper = new PaperModel(workplace, station.paperLists(), station.till(), station.settings(),
                station.clock(), words, tasks);
        controllers.put(PaperController.class, () -> new PaperController(paper, words));
        controllers.put(TillController.class, () -> new TillController(paper, words));
        BadgesModel badges = new BadgesModel(workplace, station.roster(), station.printing(), station.settings(), tasks);
        controllers.put(BadgesController.class, () -> new BadgesController(badges, queue, words));
        controllers.put(PrintersController.class, () -> new PrintersController(badges, words));
        controllers.put(UpstreamController.class,
                () -> new UpstreamController(new UpstreamModel(workplace, station.upstream(), tasks), words));
        controllers.put(VenueController.class, () -> new VenueController(venue, words));
        controllers.put(WandController.class, () -> new WandController(wand, words));
        controllers.put(CameraController.class, () -> new CameraController(camera, words));
        controllers.put(AppearanceController.class, () -> new AppearanceController(appearance, sounds, words));
        controllers.put(KioskSetupController.class, () -> new KioskSetupController(new KioskSetupModel(workplace,
                station.pins(), station.settings(), tasks, window), words));
        controllers.put(BackupsController.class, () -> new BackupsController(backupsModel(), words, given));
    }

    private PreparationFile preparation() {
        return new PreparationFile(station.roster(), station.rosterFiles(), station.preparation(),
                station.preparedCorrections());
    }

    private BackupsModel backupsModel() {
        return new BackupsModel(workplace, station.config().database(),
                preparation(), tasks, backups, window);
    }

    public SetupController controller(Function<SetupPage, Parent> loader) {
        return new SetupController(wand, roster, words, page, loader);
    }

    public void offer(Path preparation) {
        given = Optional.of(preparation);
        page.set(SetupPage.BACKUPS);
    }

    public BadgeQueue badgeQueue() {
        return queue;
    }

    public ObjectProperty<SetupPage> pageProperty() {
        return page;
    }

    /** Takes a scan that the open page waits for: a code that joins a hub, or a newcomer's badge. */
    public boolean takes(String text) {
        return page.get() == SetupPage.VENUE && venue.takes(text) || page.get() == SetupPage.PEOPLE && nextScan.takes(text);
    }

    public RosterModel roster() {
        return roster;
    }

    public Wand wand() {
        return wand;
    }

    @Override
    public void close() {
        backups.close();
        venue.close();
    }
}
