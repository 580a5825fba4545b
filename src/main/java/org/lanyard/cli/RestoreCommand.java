package org.lanyard.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.hub.VenueStation;
import org.lanyard.ledger.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "restore", mixinStandardHelpOptions = true, description = "Replaces the database by a backup.")
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "FILE") Path file;

    @Option(names = "--force", description = "even if the database has records that the backup does not have") boolean force;

    @Override
    public Integer call() {
        Optional<Path> kept =
                new Maintenance(root.common.config(Duration.ZERO).database()).restore(file, force, Instant.now());
        VenueStation.forgetInstance(root.common.config(Duration.ZERO).dataFolder());
        System.out.println(kept.map(former -> "Restored; the former database is kept as " + former + ".")
                .orElse("Restored."));
        return 0;
    }
}
