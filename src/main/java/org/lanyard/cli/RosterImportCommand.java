package org.lanyard.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.format.Answers;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.RosterFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Imports a roster, all or nothing: an unusable row or an open question changes nothing.")
final class RosterImportCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Mixin FileOptions file;

    @Option(names = "--name", description = "the conference's name") Optional<String> name;

    @Option(names = "--timezone", description = "the venue's time zone, such as Europe/Berlin") Optional<String> timezone;

    @Option(names = "--dry-run", description = "show what would change, and change nothing") boolean dryRun;

    @Option(names = "--partial", description = "add and update, withdraw nobody") boolean partial;

    @Option(names = "--force", description = "import even if more than a fifth of the people would be removed or renamed, or"
            + " nobody would be let in") boolean force;

    @Option(names = "--skip-bad-rows", description = "leave unusable rows out and import the others") boolean skipBadRows;

    @Option(names = "--forget-mapping",
            description = "drop what was said before of files with these columns") boolean forgetMapping;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        Answers answers = file.answers(force);
        Optional<ZoneId> zone = timezone.map(RosterImportCommand::zone);
        boolean ofJson = file.isJson(RosterFiles.kind(file.file));
        ImportOptions options = new ImportOptions(parent.root.common.conference.orElse(null),
                name.orElse(null), zone.orElse(null),
                ofJson ? Format.JSON : Format.CSV, Map.of(), partial, force, skipBadRows, dryRun);
        try (Station station = parent.root.common.station()) {
            RosterFiles files = station.rosterFiles();
            return ofJson ? ReportText.print(files.importFile(file.file, options, _ -> {}), json, skipBadRows)
                    : importTable(files, answers, options);
        }
    }

    private int importTable(RosterFiles files, Answers answers, ImportOptions options) {
        RosterDraft draft = understood(files, answers, options);
        if (draft.questions().isEmpty()) {
            return ReportText.print(draft, files.importDraft(draft, options), json, skipBadRows);
        }
        System.out.println(json ? DraftJson.of(draft).toString() : DraftText.of(draft));
        ReportText.complain(draft);
        return 1;
    }

    private RosterDraft understood(RosterFiles files, Answers answers, ImportOptions options) {
        RosterDraft opened = files.open(file.file, answers, options, _ -> {});
        return (forgetMapping ? files.forget(opened, answers, options) : opened).withoutRows();
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
