package org.lanyard.cli;

import java.nio.file.Path;
import org.lanyard.badge.BadgeTemplate;
import org.lanyard.badge.BuiltInTemplates;
import picocli.CommandLine.Option;

final class BadgeTemplateChoice {

    @Option(names = "--template", paramLabel = "FILE", defaultValue = BuiltInTemplates.DEFAULT,
            description = "an SVG, or a built-in template's name (default: " + BuiltInTemplates.DEFAULT
                    + ")") String template;

    BadgeTemplate read() {
        return BuiltInTemplates.names().contains(template) ? BuiltInTemplates.template(template)
                : BadgeTemplate.read(Arguments.path(template));
    }

    /** A template's text as the station keeps it: a built-in one's name, or the SVG itself, looked at before. */
    static String stored(String template) {
        if (BuiltInTemplates.names().contains(template)) {
            return template;
        }
        Path file = Arguments.path(template);
        return BadgeTemplate.text(file);
    }
}
