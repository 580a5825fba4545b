package org.lanyard.desk.setup;

import java.util.List;
import java.util.function.Consumer;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;

/** Who may work here, and whether they have to say so. On the FX thread. */
final class StaffModel {

    private final Workplace workplace;
    private final Station station;
    private final Background background;

    StaffModel(Workplace workplace, Background background) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
    }

    List<StaffMember> staff() {
        return station.venue().staff();
    }

    boolean hasPin(StaffMember member) {
        return station.pins().isSet(new Pins.Owner.Staff(member));
    }

    /**
     * Adds a staff member, or changes one.
     *
     * @param pin empty to leave it as it is
     */
    void save(String name, Role role, String pin, Runnable done, Consumer<String> failed) {
        background.run(() -> {
            workplace.demand(Role.ADMINISTRATOR);
            StaffMember member = station.venue().setRole(name, role);
            if (!pin.isEmpty()) {
                station.pins().set(new Pins.Owner.Staff(member), pin);
            }
            return member;
        }, _ -> done.run(), failed);
    }

    boolean signInNeeded() {
        return station.settings().get(Settings.SIGN_IN);
    }

    /** @throws NotPossible where nobody could switch it off again */
    void signInNeeded(boolean needed) {
        workplace.demand(Role.ADMINISTRATOR);
        boolean somebody = staff().stream().anyMatch(member -> member.role() == Role.ADMINISTRATOR && hasPin(member));
        if (needed && !somebody) {
            throw new NotPossible("pin.nobody-left");
        }
        station.settings().set(Settings.SIGN_IN, needed);
        workplace.signIn(needed ? workplace.post().staff() : null);
    }
}
