package org.lanyard;

import java.nio.file.Path;
import java.time.Duration;
import org.lanyard.upstream.Patience;
import org.lanyard.venue.Pins;

/**
 * Settings of a start; all others are in the data folder.
 *
 * @param dataFolder   holds everything the station keeps
 * @param repeatWindow how long the same payload is the same scan (R7); zero: never
 * @param patience     with the registration server
 * @param pinCost      bcrypt's cost of a new PIN, 4 to 12; each step doubles the time of a check
 */
public record StationConfig(Path dataFolder, Duration repeatWindow, Patience patience, int pinCost) {

    public StationConfig(Path dataFolder, Duration repeatWindow) {
        this(dataFolder, repeatWindow, Patience.USUAL, Pins.COST);
    }

    /** R7's own: how long a badge in front of a reader stays one scan. */
    public static final Duration REPEAT_WINDOW = Duration.ofSeconds(3);

    public static final String DATABASE = "lanyard.db";

    public Path database() {
        return dataFolder.resolve(DATABASE);
    }
}
