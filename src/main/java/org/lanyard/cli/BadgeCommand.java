package org.lanyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "badge", mixinStandardHelpOptions = true, description = "Draws badges and labels.",
        subcommands = {BadgeRenderCommand.class, BadgeBatchCommand.class, BadgeCheckCommand.class,
                BadgeTemplateCommand.class})
final class BadgeCommand {

    @ParentCommand RootCommand root;
}
