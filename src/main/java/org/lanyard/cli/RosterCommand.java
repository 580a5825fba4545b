package org.lanyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "roster", mixinStandardHelpOptions = true, description = "Who may come: import, look up, make up.",
        subcommands = {RosterImportCommand.class, RosterShowCommand.class, RosterSearchCommand.class,
                RosterSampleCommand.class, RosterPullCommand.class})
final class RosterCommand {

    @ParentCommand RootCommand root;
}
