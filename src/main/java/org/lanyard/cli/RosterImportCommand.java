package org.lanyard.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.format.RosterFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Reads a roster: all of it, or where a row cannot be used nothing of it.")
final class RosterImportCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Parameters(paramLabel = "FILE") Path file;

    @Option(names = "--format", description = "csv or json (default: by the file's ending)") Optional<Format> format;

    @Option(names = "--map", paramLabel = "COLUMN=FIELD",
            description = "a column of the CSV that stands for a field") Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--name", description = "the conference's name") Optional<String> name;

    @Option(names = "--timezone", description = "the venue's time zone, such as Europe/Berlin") Optional<String> timezone;

    @Option(names = "--dry-run", description = "only say what would change") boolean dryRun;

    @Option(names = "--partial", description = "add and update, withdraw nobody") boolean partial;

    @Option(names = "--force", description = "also where more than a fifth of the attendees would vanish") boolean force;

    @Option(names = "--skip-bad-rows", description = "import the other rows where some cannot be used") boolean skipBadRows;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        for (String field : map.values()) {
            if (!RosterFiles.isField(field)) {
                throw new WrongUsage(field + " is no field of a roster.");
            }
        }
        ImportOptions options = new ImportOptions(parent.root.common.conference.orElse(null), name.orElse(null),
                timezone.map(RosterImportCommand::zone).orElse(null),
                format.orElseGet(() -> format(file)), map, partial, force, skipBadRows, dryRun);
        try (Station station = parent.root.common.station()) {
            ImportReport report = station.rosterFiles().importFile(file, options, _ -> {});
            return ReportText.print(report, json, skipBadRows);
        }
    }

    static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new WrongUsage(zone + " is no time zone; write one such as"
                    + " Europe/Berlin.");
        }
    }

    static Format format(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? Format.JSON : Format.CSV;
    }
}
