package org.lanyard.badge;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.lanyard.scan.NotPossible;

public final class BuiltInTemplates {

    public static final String DEFAULT = "label-100x62";

    private static final List<String> NAMES = List.of(DEFAULT, "label-57x32", "card-86x54", "badge-a6");

    private BuiltInTemplates() {}

    public static List<String> names() {
        return NAMES;
    }

    public static byte[] svg(String name) {
        if (!NAMES.contains(name)) {
            throw new NotPossible("badge.template.none", name, String.join(", ", NAMES));
        }
        try (InputStream svg = BuiltInTemplates.class.getResourceAsStream(name + ".svg")) {
            if (svg == null) {
                throw new IllegalStateException("the program lacks its own template " + name);
            }
            return svg.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own template " + name + " cannot be read", broken);
        }
    }

    public static BadgeTemplate template(String name) {
        return BadgeTemplate.parse(svg(name));
    }
}
