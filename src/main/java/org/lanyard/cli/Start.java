package org.lanyard.cli;

import java.util.List;
import java.util.stream.Stream;
import org.lanyard.Station;
import org.lanyard.desk.Opening;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Settings;

/** What a station begins with when nobody has set it up: the demo conference at a first registration desk. */
record Start(Station station, String slug, String name, String staff, ModeChoice mode) {

    static final String FIRST_DESK = "Registration Desk 1";

    Post post() {
        Conference at = conference();
        String desk = name != null ? name : station.settings().get(Settings.STATION).orElse(FIRST_DESK);
        StaffMember member = staff == null ? null : station.venue().staff(staff);
        return new Post(at, station.venue().station(desk), desk.strip(), member,
                mode == null ? usual(at) : mode.mode(station, at));
    }

    /** How the window begins: right at its work where the command line says which. */
    Opening opening(boolean kiosk) {
        return kiosk ? Opening.KIOSK : name != null || staff != null || mode != null ? Opening.STRAIGHT : Opening.USUAL;
    }

    private Conference conference() {
        List<Conference> all = station.roster().conferences();
        if (slug != null) {
            return station.roster().conference(slug);
        }
        if (all.isEmpty()) {
            return station.rosterFiles().loadDemo();
        }
        String last = station.settings().get(Settings.CONFERENCE);
        return all.stream().filter(one -> one.slug().equalsIgnoreCase(last)).findFirst().orElse(all.getFirst());
    }

    /** What this station did last, where it still can. */
    private Mode usual(Conference at) {
        String word = station.settings().get(Settings.MODE);
        return Stream.concat(Stream.of(new Mode.CheckIn(), new Mode.Choose()), station.roster().products(at).stream()
                .flatMap(product -> product.kind() == Product.Kind.ADDON
                        ? Stream.of(new Mode.Door(product), new Mode.Redeem(product)) : Stream.of(new Mode.Door(product))))
                .filter(mode -> mode.word().equals(word)).findFirst().orElse(new Mode.CheckIn());
    }
}
