package org.lanyard.roster;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.lanyard.scan.NotPossible;

/** A conference's name and time zone as an import states them, its options before the source; empty: as they are. */
record ConferenceSettings(Optional<String> name, Optional<ZoneId> zone) {

    /** @throws NotPossible when the source names an unknown time zone */
    static ConferenceSettings of(StatedRoster stated, ImportOptions options) {
        return new ConferenceSettings(Optional.ofNullable(options.name()).or(stated::name),
                Optional.ofNullable(options.zone()).or(() -> stated.timezone().map(ConferenceSettings::zone)));
    }

    private static ZoneId zone(String stated) {
        try {
            return ZoneId.of(stated);
        } catch (DateTimeException unknown) {
            throw new NotPossible(unknown, "roster.time-zone", stated);
        }
    }
}
