package org.lanyard.desk.setup;

import java.util.Map;
import java.util.function.Supplier;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.sound.Sounds;

/** The models and controllers of everything that can be set up. */
public final class SetupParts implements AutoCloseable {

    private final Workplace workplace;
    private final Words words;
    private final Background background;
    private final Appearance appearance;
    private final Sounds sounds;
    private final CameraModel camera;
    private final Ways ways;
    private final Wand wand;
    private final RosterModel roster;
    private final BackupSchedule backups;

    public SetupParts(Workplace workplace, Words words, Background background, Appearance appearance, Sounds sounds,
            CameraModel camera, Ways ways) {
        this.workplace = workplace;
        this.words = words;
        this.background = background;
        this.appearance = appearance;
        this.sounds = sounds;
        this.camera = camera;
        this.ways = ways;
        this.wand = new Wand(workplace.station().settings());
        this.roster = new RosterModel(workplace, background);
        this.backups = new BackupSchedule(workplace.station(), background);
    }

    /** Where else somebody may go from here. */
    public interface Ways {

        void kiosk();

        /** @param open whether the attendees' window is shown on another screen */
        void mirror(boolean open);

        void practise();
    }

    public void controllers(Map<Class<?>, Supplier<Object>> controllers) {
        controllers.put(StationController.class, () -> new StationController(new StationModel(workplace), words));
        controllers.put(RosterController.class, () -> new RosterController(roster, words));
        controllers.put(PeopleController.class, () -> new PeopleController(new PeopleModel(workplace, background), words));
        controllers.put(StaffController.class, () -> new StaffController(new StaffModel(workplace, background), words));
        controllers.put(UpstreamController.class,
                () -> new UpstreamController(new UpstreamModel(workplace, background), words));
        controllers.put(WandController.class, () -> new WandController(wand, words));
        controllers.put(CameraController.class, () -> new CameraController(camera, words));
        controllers.put(AppearanceController.class, () -> new AppearanceController(appearance, sounds, words));
        controllers.put(KioskPaneController.class, () -> new KioskPaneController(workplace, background, ways, words));
        controllers.put(BackupsController.class, () -> new BackupsController(
                new BackupsModel(workplace, background, backups), ways, words));
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
    }
}
