package org.lanyard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lanyard.Station;
import org.lanyard.journal.CorrectionExport;
import org.lanyard.badge.job.BadgeExport;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.exc.JacksonIOException;

@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes records, or the roster, to a file.")
final class ExportCommand implements Callable<Integer> {

    private static final String ATTENDEES = "attendees";
    private static final String BADGES = "badges";

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "WHAT",
            description = "check-ins, door-checks, redemptions, check-outs, corrections, payments, attendees, badges or refusals") String what;

    @Option(names = "--format", defaultValue = "csv", description = "csv or json") Format format;

    @Option(names = "--no-bom",
            description = "CSV without a byte-order mark, which spreadsheets need for accents") boolean noMark;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "the file, which only you can then read (default: standard output)") Optional<Path> file;

    @Override
    public Integer call() {
        Optional<RecordKind> kind = RecordKind.ofPlural(what);
        Optional<CorrectionExport.What> corrected = Stream.of(CorrectionExport.What.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(what)).findFirst();
        if (kind.isEmpty() && corrected.isEmpty() && !what.equals(ATTENDEES) && !what.equals(BADGES)) {
            throw new WrongUsage("There are check-ins, door-checks, redemptions, check-outs, corrections, payments,"
                    + " attendees, badges and refusals to export, but no " + what + ".");
        }
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            if (file.isPresent()) {
                PrivateFile.write(file.get(), out -> write(station, conference, kind, corrected, out));
            } else {
                print(station, conference, kind, corrected);
            }
            return 0;
        }
    }

    private void print(Station station, Conference conference, Optional<RecordKind> kind,
            Optional<CorrectionExport.What> corrected) {
        try {
            write(station, conference, kind, corrected, System.out);
        } catch (IOException | UncheckedIOException | JacksonIOException failure) {
            throw new NotPossible(failure, "terminal.output");
        }
    }

    private void write(Station station, Conference conference, Optional<RecordKind> kind,
            Optional<CorrectionExport.What> corrected, OutputStream out)
            throws IOException {
        if (what.equals(ATTENDEES) && format == Format.JSON) {
            station.rosterFiles().exportJson(conference, out);
            return;
        }
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (format == Format.CSV && !noMark) {
            text.write('\uFEFF');
        }
        if (what.equals(BADGES)) {
            badges(new BadgeExport(station.printing().jobs()), conference, text);
        } else if (corrected.isPresent() && format == Format.CSV) {
            station.correctionExport().csv(conference, corrected.get(), text);
        } else if (corrected.isPresent()) {
            station.correctionExport().json(conference, corrected.get(), text);
        } else if (kind.isEmpty()) {
            station.rosterFiles().exportCsv(conference, text);
        } else if (format == Format.CSV) {
            station.export().csv(conference, kind.get(), text);
        } else {
            station.export().json(conference, kind.get(), text);
        }
        text.flush();
    }

    private void badges(BadgeExport export, Conference conference, Writer text) throws IOException {
        if (format == Format.CSV) {
            export.csv(conference, text);
        } else {
            export.json(conference, text);
        }
    }
}
