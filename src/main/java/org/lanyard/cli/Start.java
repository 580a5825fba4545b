package org.lanyard.cli;

import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.StaffMember;

/** What a station begins with when nobody has set it up: the demo conference at a first registration desk. */
record Start(Station station, String conference, String name, String staff, ModeChoice mode) {

    static final String FIRST_DESK = "Registration Desk 1";

    Post post() {
        Conference at = conference == null && station.roster().conferences().isEmpty() ? station.roster().loadDemo()
                : conference == null ? station.roster().conferences().getFirst()
                : station.roster().conference(conference);
        String desk = name != null ? name : station.venue().setting("station").orElse(FIRST_DESK);
        StaffMember member = staff == null ? null : station.venue().staff(staff);
        return new Post(at, station.venue().station(desk), desk.strip(), member,
                mode == null ? new Mode.CheckIn() : mode.mode(station, at));
    }
}
