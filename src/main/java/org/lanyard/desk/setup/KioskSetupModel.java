package org.lanyard.desk.setup;

import java.util.function.Consumer;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;

/** The PIN that leaves a kiosk, and the attendees' window. On the FX thread. */
final class KioskSetupModel {

    private final Workplace workplace;
    private final Pins pins;
    private final Settings settings;
    private final RoleTasks tasks;
    private final WindowActions window;

    KioskSetupModel(Workplace workplace, Pins pins, Settings settings, RoleTasks tasks, WindowActions window) {
        this.workplace = workplace;
        this.pins = pins;
        this.settings = settings;
        this.tasks = tasks;
        this.window = window;
    }

    void loadHasPin(Consumer<Boolean> loaded, Consumer<String> failed) {
        tasks.read(() -> pins.isSet(new Pins.Owner.Kiosk()), loaded, failed);
    }

    void setPin(String pin, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> pins.set(new Pins.Owner.Kiosk(), pin), done, failed);
    }

    void start() {
        workplace.demand(Role.LEAD);
        window.startKiosk();
    }

    boolean hasMirror() {
        return settings.get(Settings.MIRROR);
    }

    void setMirror(boolean open) {
        workplace.demand(Role.LEAD);
        settings.set(Settings.MIRROR, open);
        window.showMirror(open);
    }
}
