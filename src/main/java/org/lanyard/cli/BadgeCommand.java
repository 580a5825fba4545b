package org.lanyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "badge", mixinStandardHelpOptions = true, description = "Draws and prints badges and labels.",
        subcommands = {BadgeRenderCommand.class, BadgePrintCommand.class, BadgeQueueCommand.class, BadgeBatchCommand.class,
                BadgeCheckCommand.class,
                BadgeTemplateCommand.class})
final class BadgeCommand {

    @ParentCommand RootCommand root;
}
