package org.lanyard.scan;

import org.jspecify.annotations.Nullable;

/**
 * The station of a scan, its staff member, and the mode.
 *
 * @param staff null when nobody is signed in; the station then acts as an administrator
 */
public record Post(Conference conference, long stationId, String station, @Nullable StaffMember staff, Mode mode) {

    public boolean allows(Role role) {
        return staff == null || staff.role().atLeast(role);
    }

    /** A lead's word for this one scan, which lets somebody through (R17, R32, R34). */
    public boolean overrides(Scan scan) {
        return scan.override() && allows(Role.LEAD);
    }

    public @Nullable Long staffId() {
        return staff == null ? null : staff.id();
    }

    public Post in(Mode other) {
        return new Post(conference, stationId, station, staff, other);
    }

    public Post by(@Nullable StaffMember other) {
        return new Post(conference, stationId, station, other, mode);
    }
}
