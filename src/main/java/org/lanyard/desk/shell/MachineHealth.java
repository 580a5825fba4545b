package org.lanyard.desk.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.badge.job.PrintTrouble;
import org.lanyard.badge.job.Printer;
import org.lanyard.badge.job.Printing;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Journal;
import org.lanyard.scan.Conference;

/** Looks at this computer's disk, clock and printers; not on the FX thread. */
final class MachineHealth {

    static final String PRINTER = "printer";

    // Room below which a day of records may no longer fit, in bytes.
    private static final long LITTLE_ROOM = 200L * 1024 * 1024;
    // Clocks that agree to this are right.
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Path dataFolder;
    private final Journal journal;
    private final Printing printing;
    private final InstantSource clock;

    MachineHealth(Path dataFolder, Journal journal, Printing printing, InstantSource clock) {
        this.printing = printing;
        this.dataFolder = dataFolder;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Something that somebody should look after; recording goes on.
     *
     * @param look      name of the style
     * @param key       of the words, and what they speak of; a moment among that is said as a time of day
     * @param more      of the same kind
     */
    record Problem(String look, String key, List<Object> arguments, int more) {

        Problem(String look, String key, List<Object> arguments) {
            this(look, key, arguments, 0);
        }

        Problem with(int others) {
            return new Problem(look, key, arguments, others);
        }
    }

    Optional<Problem> problem(Conference conference) {
        if (littleRoom()) {
            return Optional.of(new Problem("disk", "health.disk", List.of()));
        }
        return wrongClock(conference) ? Optional.of(new Problem("clock", "health.clock", List.of())) : printer();
    }

    private Optional<Problem> printer() {
        List<PrintTrouble> troubles = printing.troubles();
        List<Problem> all = new ArrayList<>(troubles.stream().map(MachineHealth::trouble).toList());
        long failed = printing.jobs().failed();
        if (failed > 0) {
            all.add(new Problem(PRINTER, "health.not-drawn", List.of(failed)));
        }
        printing.printers().all().stream().filter(Printer::fewLabels).map(few -> new Problem(PRINTER, "health.few-labels",
                List.of(few.name(), few.labelsLeft().orElse(0)))).forEach(all::add);
        return all.stream().findFirst().map(first -> first.with(all.size() - 1));
    }

    private static Problem trouble(PrintTrouble trouble) {
        String key = switch (trouble.why().key()) {
            case "printer.paper" -> "health.printer.paper";
            case "printer.head" -> "health.printer.head";
            case "printer.ribbon" -> "health.printer.ribbon";
            case "printer.paused" -> "health.printer.paused";
            case "printer.unreachable", "printer.no-status" -> "health.printer.silent";
            default -> "health.printer.other";
        };
        return new Problem(PRINTER, key, List.of(trouble.printer(), trouble.since()));
    }

    private boolean littleRoom() {
        try {
            return Files.getFileStore(dataFolder).getUsableSpace() < LITTLE_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    // Earlier than this program or than the last record, or more than a day ahead of that.
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
