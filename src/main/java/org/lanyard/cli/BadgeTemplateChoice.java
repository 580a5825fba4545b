package org.lanyard.cli;

import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.BuiltInTemplates;
import picocli.CommandLine.Option;

/** The template that a command draws with. */
final class BadgeTemplateChoice {

    @Option(names = "--template", paramLabel = "FILE", defaultValue = BuiltInTemplates.DEFAULT,
            description = "an SVG, or a built-in template's name (default: " + BuiltInTemplates.DEFAULT
                    + ")") String template;

    BadgeTemplate read() {
        return BuiltInTemplates.names().contains(template) ? BuiltInTemplates.template(template)
                : BadgeTemplate.read(Arguments.path(template));
    }
}
