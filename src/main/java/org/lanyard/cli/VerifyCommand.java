package org.lanyard.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.lanyard.ledger.Maintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Checks the file, the constraints and the journal.")
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Override
    public Integer call() {
        List<String> wrong = new Maintenance(root.common.config(Duration.ZERO).database()).verify();
        System.out.println(wrong.isEmpty() ? "The database is sound." : String.join("\n", wrong));
        return wrong.isEmpty() ? 0 : 1;
    }
}
