package org.lanyard.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.UnusableRow;
import org.lanyard.roster.carry.Moved;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.scan.Sentence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ReportText {

    private ReportText() {}

    /**
     * @param skipped unusable rows were left out on purpose
     * @return the exit code: 1 if unusable rows kept everything as it was
     */
    static int print(ImportReport report, boolean json, boolean skipped) {
        System.out.println(json ? json(Json.object(), report, List.of()) : text(report));
        warn(report);
        return complain(report.unusable(), skipped);
    }

    // Those that text has not said already.
    private static void warn(ImportReport report) {
        List<Sentence> said = report.moved().stream().map(Moved::sentence).toList();
        report.warnings().stream().filter(warning -> !said.contains(warning)).forEach(System.err::println);
    }

    static int print(RosterDraft draft, ImportReport report, boolean json, boolean skipped) {
        System.out.println(json ? json(DraftJson.of(draft), report, draft.warnings())
                : DraftText.of(draft) + "\n" + text(report));
        warn(draft.warnings());
        warn(report);
        return complain(report.unusable(), skipped);
    }

    private static void warn(List<Sentence> warnings) {
        warnings.stream().filter(warning -> !warning.key().equals("status.none")).map(DraftText::warning)
                .forEach(System.err::println);
    }

    static void complain(RosterDraft draft) {
        warn(draft.warnings());
        draft.unusable().forEach(row -> System.err.println(sentence(row)));
        draft.questions().forEach(question -> System.err.println(question.text() + " " + question.answer()));
    }

    private static int complain(List<UnusableRow> rows, boolean skipped) {
        rows.forEach(row -> System.err.println(sentence(row)));
        boolean unusable = !rows.isEmpty() && !skipped;
        if (unusable) {
            System.err.println(rows.size() + (rows.size() == 1 ? " row" : " rows")
                    + " cannot be used, so nothing was changed; --skip-bad-rows imports the others.");
        }
        return unusable ? 1 : 0;
    }

    private static String sentence(UnusableRow row) {
        return "Row " + row.line() + (row.column().isEmpty() ? "" : ", column " + row.column()) + ": " + row.reason()
                + ".";
    }

    private static String text(ImportReport report) {
        return report.conference() + (report.applied() ? "" : " (nothing changed)") + "\n"
                + line("attendees", report.attendees()) + "\n" + line("orders", report.orders()) + "\n"
                + line("items", report.items())
                + report.moved().stream().map(moved -> "\n" + moved.sentence()).collect(Collectors.joining());
    }

    private static String line(String what, ImportReport.Count count) {
        return "%-10s %d new, %d changed, %d unchanged, %d withdrawn".formatted(what + ":", count.added(),
                count.changed(), count.unchanged(), count.withdrawn());
    }

    private static String json(ObjectNode node, ImportReport report, List<Sentence> ofFile) {
        node.put("conference", report.conference()).put("applied", report.applied());
        node.set("attendees", count(report.attendees()));
        node.set("orders", count(report.orders()));
        node.set("items", count(report.items()));
        ArrayNode carried = node.putArray("carried");
        report.moved().forEach(moved -> carried.addObject().put("item", moved.item()).put("units", moved.units())
                .put("from", moved.from()).put("to", moved.to()));
        unusable(node, report.unusable());
        ArrayNode warnings = node.putArray("warnings");
        ofFile.forEach(warning -> warnings.add(DraftText.warning(warning)));
        report.warnings().forEach(warning -> warnings.add(warning.toString()));
        return Json.line(node);
    }

    static void unusable(ObjectNode node, List<UnusableRow> rows) {
        ArrayNode unusable = node.putArray("unusable");
        rows.forEach(row -> unusable.addObject().put("row", row.line()).put("column", row.column())
                .put("value", row.value()).put("why", row.reason().toString()));
    }

    private static ObjectNode count(ImportReport.Count count) {
        return Json.object().put("new", count.added()).put("changed", count.changed())
                .put("unchanged", count.unchanged()).put("withdrawn", count.withdrawn());
    }
}
