package org.lanyard.cli;

import org.lanyard.roster.ImportReport;
import org.lanyard.roster.UnusableRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints the report of an import or a pull, for people or for scripts. */
final class ReportText {

    private ReportText() {}

    /**
     * @param skipped unusable rows were left out on purpose
     * @return the exit code: 1 if unusable rows kept everything as it was
     */
    static int print(ImportReport report, boolean json, boolean skipped) {
        System.out.println(json ? json(report) : text(report));
        report.warnings().forEach(System.err::println);
        report.unusable().forEach(row -> System.err.println(sentence(row)));
        boolean unusable = !report.unusable().isEmpty() && !skipped;
        if (unusable) {
            System.err.println(report.unusable().size() + (report.unusable().size() == 1 ? " row" : " rows")
                    + " cannot be used, so nothing was changed; --skip-bad-rows imports the others.");
        }
        return unusable ? 1 : 0;
    }

    private static String sentence(UnusableRow row) {
        return "Line " + row.line() + (row.column().isEmpty() ? "" : ", column " + row.column()) + ": " + row.reason()
                + ".";
    }

    private static String text(ImportReport report) {
        return report.conference() + (report.applied() ? "" : " (nothing changed)") + "\n"
                + line("attendees", report.attendees()) + "\n" + line("orders", report.orders()) + "\n"
                + line("items", report.items());
    }

    private static String line(String what, ImportReport.Count count) {
        return "%-10s %d new, %d changed, %d unchanged, %d withdrawn".formatted(what + ":", count.added(),
                count.changed(), count.unchanged(), count.withdrawn());
    }

    private static String json(ImportReport report) {
        ObjectNode node = Json.object();
        node.put("conference", report.conference()).put("applied", report.applied());
        node.set("attendees", count(report.attendees()));
        node.set("orders", count(report.orders()));
        node.set("items", count(report.items()));
        ArrayNode unusable = node.putArray("unusable");
        report.unusable().forEach(row -> unusable.addObject().put("line", row.line()).put("column", row.column())
                .put("reason", row.reason().toString()));
        ArrayNode warnings = node.putArray("warnings");
        report.warnings().forEach(warning -> warnings.add(warning.toString()));
        return Json.line(node);
    }

    private static ObjectNode count(ImportReport.Count count) {
        return Json.object().put("new", count.added()).put("changed", count.changed())
                .put("unchanged", count.unchanged()).put("withdrawn", count.withdrawn());
    }
}
