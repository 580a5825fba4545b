package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.RosterFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "columns", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Shows how a roster's file would be understood. Changes nothing.")
final class RosterColumnsCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Mixin FileOptions file;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        if (file.isJson(RosterFiles.kind(file.file))) {
            throw new WrongUsage("A JSON roster has no columns.");
        }
        try (Station station = parent.root.common.station()) {
            ImportOptions options = ImportOptions.of(ImportOptions.Format.CSV, parent.root.common.conference.orElse(null));
            RosterDraft draft = station.rosterFiles().open(file.file, file.answers(false), options, _ -> {});
            System.out.println(json ? DraftJson.of(draft).toString() : DraftText.of(draft));
            return 0;
        }
    }
}
