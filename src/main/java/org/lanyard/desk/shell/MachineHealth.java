package org.lanyard.desk.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Journal;
import org.lanyard.scan.Conference;

/** Looks at this computer's disk and clock; not on the FX thread. */
final class MachineHealth {

    /** Room below which a day of records may no longer fit, in bytes. */
    private static final long LITTLE_ROOM = 200L * 1024 * 1024;
    /** Clocks that agree to this are right. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Path dataFolder;
    private final Journal journal;
    private final InstantSource clock;

    MachineHealth(Path dataFolder, Journal journal, InstantSource clock) {
        this.dataFolder = dataFolder;
        this.journal = journal;
        this.clock = clock;
    }

    /** {@code disk} or {@code clock}; recording goes on either way. */
    Optional<String> problem(Conference conference) {
        if (littleRoom()) {
            return Optional.of("disk");
        }
        return wrongClock(conference) ? Optional.of("clock") : Optional.empty();
    }

    private boolean littleRoom() {
        try {
            return Files.getFileStore(dataFolder).getUsableSpace() < LITTLE_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Earlier than this program or than the last record, or more than a day ahead of that. */
    private boolean wrongClock(Conference conference) {
        Instant now = clock.instant();
        List<Entry> last = journal.latest(conference, 1);
        boolean early = built().filter(now::isBefore).isPresent();
        return early || !last.isEmpty() && wrong(now, last.getFirst().at());
    }

    private static boolean wrong(Instant now, Instant last) {
        return now.plus(TOLERANCE).isBefore(last) || now.minus(Duration.ofDays(1)).isAfter(last);
    }

    private static Optional<Instant> built() {
        try {
            return Optional.of(Files.getLastModifiedTime(Path.of(MachineHealth.class.getProtectionDomain().getCodeSource()
                    .getLocation().toURI())).toInstant());
        } catch (IOException | URISyntaxException unknown) {
            return Optional.empty();
        }
    }
}
