package org.lanyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers, each with what it should reach and whether it does. */
final class Table {

    private final List<String> lines = new ArrayList<>();
    private String group = "";

    Table() {
        line("", "measured", "", "reach", "");
    }

    /** What the next numbers are about. */
    Table group(String what) {
        group = what;
        return this;
    }

    /** A number that nothing is asked of. */
    Table info(String what, double value, String unit) {
        return line(what, number(value), unit, "", "");
    }

    /** A number that should be at most so much. */
    Table reach(String what, double value, String unit, double atMost) {
        return line(what, number(value), unit, "<= " + number(atMost), value <= atMost ? "yes" : "NO");
    }

    /** A number that should be at least so much. */
    Table reachAtLeast(String what, double value, String unit, double atLeast) {
        return line(what, number(value), unit, ">= " + number(atLeast), value >= atLeast ? "yes" : "NO");
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private Table line(String what, String value, String unit, String reach, String reached) {
        lines.add("%-48s %-40s %10s %-7s %-9s %s".formatted(group, what, value, unit, reach, reached).stripTrailing());
        return this;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f",
                value);
    }
}
