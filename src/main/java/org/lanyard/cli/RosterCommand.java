package org.lanyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "roster", mixinStandardHelpOptions = true,
        description = "The attendees: import, search, show, make up for practice.",
        subcommands = {RosterImportCommand.class, RosterColumnsCommand.class, RosterShowCommand.class,
                RosterSearchCommand.class,
                RosterSampleCommand.class, RosterPullCommand.class, RosterRevertCommand.class})
final class RosterCommand {

    @ParentCommand RootCommand root;
}
