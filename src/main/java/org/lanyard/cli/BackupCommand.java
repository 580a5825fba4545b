package org.lanyard.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.lanyard.ledger.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "backup", mixinStandardHelpOptions = true, description = "Copies the database while the station works.")
final class BackupCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "FILE") Path file;

    @Override
    public Integer call() {
        new Maintenance(root.common.config(Duration.ZERO).database()).backup(file);
        return 0;
    }
}
