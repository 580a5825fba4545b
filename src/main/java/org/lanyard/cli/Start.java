package org.lanyard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lanyard.Station;
import org.lanyard.desk.Opening;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.venue.Settings;

/**
 * The post that a window or a terminal begins at: as the options say, else as it was left, else the demo conference at a
 * first registration desk.
 */
record Start(Station station, Optional<String> slug, Optional<String> name, Optional<String> staff,
        @Nullable ModeChoice mode) {

    static final String FIRST_DESK = "Registration Desk 1";

    Post post() {
        Conference conference = conference();
        String desk = name.or(() -> station.settings().get(Settings.STATION)).orElse(FIRST_DESK);
        return new Post(conference, station.venue().station(desk), desk.strip(),
                staff.map(station.venue()::staff).orElse(null),
                mode == null ? lastMode(conference) : mode.mode(station, conference));
    }

    Opening opening(boolean kiosk, Optional<Path> file) {
        if (kiosk) {
            return Opening.KIOSK;
        }
        boolean straight = name.isPresent() || staff.isPresent() || mode != null;
        return file.map(Opening::withFile).orElse(straight ? Opening.STRAIGHT : Opening.USUAL);
    }

    private Conference conference() {
        if (slug.isPresent()) {
            return station.roster().conference(slug.get());
        }
        List<Conference> all = station.roster().conferences();
        if (all.isEmpty()) {
            return station.rosterFiles().loadDemo();
        }
        String last = station.settings().get(Settings.CONFERENCE);
        return all.stream().filter(one -> one.slug().equalsIgnoreCase(last)).findFirst().orElse(all.getFirst());
    }

    // Returns the mode that this station was left in, or check-in if the roster no longer has its product.
    private Mode lastMode(Conference conference) {
        String word = station.settings().get(Settings.MODE);
        return Stream.concat(Stream.of(new Mode.CheckIn(), new Mode.Choose(), new Mode.Exit(Optional.empty())),
                station.roster().products(conference).stream().flatMap(Start::modes))
                .filter(each -> each.word().equals(word)).findFirst().orElseGet(Mode.CheckIn::new);
    }

    private static Stream<Mode> modes(Product product) {
        return product.kind() == Product.Kind.ADDON
                ? Stream.of(new Mode.Door(product), new Mode.Redeem(product), new Mode.Exit(Optional.of(product)))
                : Stream.of(new Mode.Door(product), new Mode.Exit(Optional.of(product)));
    }
}
