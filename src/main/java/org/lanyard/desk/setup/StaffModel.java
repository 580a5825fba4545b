package org.lanyard.desk.setup;

import java.util.List;
import java.util.function.Consumer;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Venue;

/** Staff, their PINs, and whether they have to sign in. On the FX thread. */
final class StaffModel {

    private final Workplace workplace;
    private final Venue venue;
    private final Pins pins;
    private final Settings settings;
    private final RoleTasks tasks;

    StaffModel(Workplace workplace, Venue venue, Pins pins, Settings settings, RoleTasks tasks) {
        this.workplace = workplace;
        this.venue = venue;
        this.pins = pins;
        this.settings = settings;
        this.tasks = tasks;
    }

    record Member(StaffMember member, boolean hasPin) {

        boolean canSwitchSignInOff() {
            return hasPin && member.role() == Role.ADMINISTRATOR;
        }
    }

    void load(Consumer<List<Member>> loaded, Consumer<String> failed) {
        tasks.read(this::members, loaded, failed);
    }

    private List<Member> members() {
        return venue.staff().stream()
                .map(member -> new Member(member, pins.isSet(new Pins.Owner.Staff(member)))).toList();
    }

    /**
     * Adds a staff member, or changes one.
     *
     * @param pin empty to leave it as it is
     */
    void save(String name, Role role, String pin, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> {
            StaffMember member = venue.setRole(name, role);
            if (!pin.isEmpty()) {
                pins.set(new Pins.Owner.Staff(member), pin);
            }
        }, done, failed);
    }

    /** In minutes without a key or a scan; 0 is never. */
    int signOutAfter() {
        return settings.get(Settings.SIGN_OUT_AFTER);
    }

    void setSignOutAfter(int minutes, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> settings.set(Settings.SIGN_OUT_AFTER, minutes), done, failed);
    }

    boolean needsSignIn() {
        return settings.get(Settings.SIGN_IN);
    }

    void setNeedsSignIn(boolean needed, Runnable done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> {
            if (needed && members().stream().noneMatch(Member::canSwitchSignInOff)) {
                throw new NotPossible("pin.nobody-left");
            }
        }, () -> {
            settings.set(Settings.SIGN_IN, needed);
            workplace.signIn(needed ? workplace.post().staff() : null);
            done.run();
        }, failed);
    }
}
