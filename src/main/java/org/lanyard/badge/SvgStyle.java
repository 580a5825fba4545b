package org.lanyard.badge;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

final class SvgStyle {

    static final String TICKET_COLOUR = "ticket-colour";
    static final String WITH_TICKET = "with-ticket";
    private static final String ON_TICKET_COLOUR = "on-ticket-colour";

    private SvgStyle() {}

    enum Anchor {
        START, MIDDLE, END
    }

    enum Paint {
        OWN, TICKET, ON_TICKET
    }

    /** @param size of the letters, in the element's units; for text of a fixed size */
    record Text(Paint paint, Color own, Font font, Anchor anchor, double size) {

        Color colour(Look look) {
            return switch (paint) {
                case OWN -> own;
                case TICKET -> look.ticketColour();
                case ON_TICKET -> look.onTicketColour();
            };
        }
    }

    static Set<String> classes(Element element) {
        return Set.copyOf(List.of(element.getAttribute("class").strip().split("\\s+")));
    }

    static Text text(Element element, Anchor otherwise) {
        Color colour = find(element, "fill").flatMap(SvgStyle::colour).orElse(Color.BLACK);
        boolean bold = find(element, "font-weight").filter(SvgStyle::bold).isPresent();
        boolean italic = find(element, "font-style").filter(style -> style.equals("italic")).isPresent();
        Font font = new Font(family(find(element, "font-family").orElse("")),
                (bold ? Font.BOLD : Font.PLAIN) | (italic ? Font.ITALIC : Font.PLAIN), 1);
        Anchor anchor = find(element, "text-anchor").map(SvgStyle::anchor).orElse(otherwise);
        return new Text(paint(element), colour, font, anchor, find(element, "font-size").map(SvgStyle::length).orElse(16.0));
    }

    /** A length in the drawing's units; a unit after the number is taken as CSS has it, at 96 to the inch. */
    static double length(String text) {
        String number = text.strip().replaceAll("[a-z%]+$", "");
        try {
            return Double.parseDouble(number) * switch (text.strip().substring(number.length())) {
                case "mm" -> 96 / 25.4;
                case "cm" -> 96 / 2.54;
                case "in" -> 96;
                case "pt" -> 96 / 72.0;
                case "pc" -> 16;
                default -> 1;
            };
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    static Optional<Color> colour(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "none", "transparent" -> Optional.empty();
            case "black" -> Optional.of(Color.BLACK);
            case "white" -> Optional.of(Color.WHITE);
            default -> hex(value);
        };
    }

    private static Optional<Color> hex(String value) {
        String digits = value.startsWith("#") ? value.substring(1) : "";
        String six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return six.matches("[0-9a-f]{6}") ? Optional.of(new Color(Integer.parseInt(six, 16))) : Optional.empty();
    }

    // Java's own families, which fall back to other fonts for a script that the first lacks, where none is asked for.
    private static String family(String families) {
        for (String family : families.split(",")) {
            String name = family.strip().replaceAll("[\"']", "");
            switch (name.toLowerCase(Locale.ROOT)) {
                case "", "sans-serif" -> {
                    return Font.SANS_SERIF;
                }
                case "serif" -> {
                    return Font.SERIF;
                }
                case "monospace" -> {
                    return Font.MONOSPACED;
                }
                default -> {
                    if (new Font(name, Font.PLAIN, 1).getFamily(Locale.ROOT).equalsIgnoreCase(name)) {
                        return name;
                    }
                }
            }
        }
        return Font.SANS_SERIF;
    }

    private static boolean bold(String weight) {
        return weight.equals("bold") || weight.equals("bolder") || weight.matches("[6-9]00");
    }

    private static Anchor anchor(String word) {
        return switch (word) {
            case "middle" -> Anchor.MIDDLE;
            case "end" -> Anchor.END;
            default -> Anchor.START;
        };
    }

    private static Paint paint(Element element) {
        for (Node node = element; node instanceof Element each; node = each.getParentNode()) {
            Set<String> classes = classes(each);
            if (classes.contains(TICKET_COLOUR)) {
                return Paint.TICKET;
            }
            if (classes.contains(ON_TICKET_COLOUR)) {
                return Paint.ON_TICKET;
            }
            if (own(each, "fill").isPresent()) {
                return Paint.OWN;
            }
        }
        return Paint.OWN;
    }

    private static Optional<String> find(Element element, String property) {
        for (Node node = element; node instanceof Element each; node = each.getParentNode()) {
            Optional<String> own = own(each, property);
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    static Optional<String> own(Element element, String property) {
        for (String declaration : element.getAttribute("style").split(";")) {
            String[] parts = declaration.split(":", 2);
            if (parts.length == 2 && parts[0].strip().equals(property)) {
                return Optional.of(parts[1].strip());
            }
        }
        return element.hasAttribute(property) ? Optional.of(element.getAttribute(property).strip()) : Optional.empty();
    }
}
