package org.lanyard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.badge.BadgeBatch;
import org.lanyard.badge.BadgePdf;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.scan.NotPossible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "batch", mixinStandardHelpOptions = true, description = "Draws the badges of everybody into one PDF.")
final class BadgeBatchCommand implements Callable<Integer> {

    private static final int BADGES_A_LINE = 1000;

    @ParentCommand BadgeCommand parent;

    @Mixin BadgeTemplateChoice choice;

    @Option(names = "--ticket", paramLabel = "SLUG", description = "only people with this ticket") String ticket;

    @Option(names = "--sort", paramLabel = "name|company", defaultValue = "name",
            description = "the order of the badges (default: name)") BadgeBatch.Order order;

    @Option(names = "--n-up", paramLabel = "A4", description = "as many as fit on each sheet of A4") String sheets;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true, description = "a PDF") Path file;

    @Override
    public Integer call() {
        if (sheets != null && !sheets.equalsIgnoreCase("A4")) {
            throw new WrongUsage("--n-up takes A4.");
        }
        BadgeTemplate template = choice.read();
        try (Station station = parent.root.common.station();
                BadgePdf pdf = sheets == null ? BadgePdf.pages() : BadgePdf.sheetsOfA4()) {
            BadgeBatch batch = new BadgeBatch(station.roster(), parent.root.common.conference(station), template,
                    Optional.ofNullable(ticket), order);
            batch.write(pdf, file, warning -> System.err.println(warning.accessCode() + ": " + warning.sentence()),
                    drawn -> progress(drawn, batch.size()));
            System.err.println(batch.size() + " badges are in " + file + ".");
            return 0;
        } catch (IOException failure) {
            throw new NotPossible(failure, "file.unwritable", file);
        }
    }

    private static void progress(int drawn, int all) {
        if (drawn % BADGES_A_LINE == 0) {
            System.err.println(drawn + " of " + all);
        }
    }
}
