package org.lanyard.badge.job;

import java.util.List;
import org.lanyard.scan.Role;
import org.lanyard.venue.Setting;

public final class BadgeSettings {

    public enum When {
        OFF, FIRST, ASK
    }

    public static final Setting<When> WHEN = Setting.choice("badge.when", When.OFF).shared();
    public static final Setting<Role> REPRINT_ROLE = Setting.choice("badge.reprint-role", Role.VOLUNTEER).shared();
    public static final Setting<String> PICK_UP = Setting.text("badge.pick-up");

    public static final List<Setting<?>> SHARED = List.of(WHEN, REPRINT_ROLE);

    private BadgeSettings() {}
}
