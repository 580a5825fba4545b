package org.lanyard.cli;

import java.util.TreeMap;
import org.lanyard.roster.format.ColumnMeaning;
import org.lanyard.roster.format.Outcome;
import org.lanyard.roster.format.Question;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.Table;
import org.lanyard.roster.format.Use;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class DraftJson {

    private DraftJson() {}

    static ObjectNode of(RosterDraft draft) {
        ObjectNode node = Json.object();
        file(node.putObject("file"), draft.table());
        ArrayNode columns = node.putArray("columns");
        ArrayNode unused = node.putArray("unused");
        for (ColumnMeaning meaning : draft.columns()) {
            if (meaning.used()) {
                meaning.uses().forEach(use -> column(columns.addObject(), meaning, use));
            } else if (!meaning.samples().isEmpty() || !meaning.column().name().startsWith("#")) {
                unused.add(meaning.column().name());
            }
        }
        ArrayNode questions = node.putArray("questions");
        draft.questions().forEach(question -> question(questions.addObject(), question));
        node.putObject("attendees");
        node.putObject("orders");
        node.putObject("items");
        outcome(node, draft.outcome());
        ReportText.unusable(node, draft.unusable());
        ArrayNode warnings = node.putArray("warnings");
        draft.warnings().forEach(warning -> warnings.add(DraftText.warning(warning)));
        return node.put("applied", false);
    }

    private static void file(ObjectNode file, Table table) {
        file.put("kind", table.facts().kind().word()).put("encoding", table.facts().encoding().orElse(null))
                .put("delimiter", table.facts().delimiter().orElse(null)).put("sheet", table.facts().sheet().orElse(null))
                .put("header_row", table.headerRow());
    }

    private static void column(ObjectNode node, ColumnMeaning meaning, Use use) {
        node.put("column", meaning.column().name()).put("field", use.word()).put("guessed", meaning.guessed());
        ArrayNode samples = node.putArray("sample");
        meaning.samples().forEach(samples::add);
    }

    private static void question(ObjectNode node, Question question) {
        node.put("about", question.about().word()).put("column", question.column()).put("value", question.value())
                .put("rows", question.rows()).put("question", question.text().toString()).put("answer", question.answer());
    }

    private static void outcome(ObjectNode node, Outcome outcome) {
        node.put("admitted", outcome.admitted());
        ArrayNode refused = node.putArray("refused");
        TreeMap<String, ObjectNode> verdicts = new TreeMap<>();
        for (Outcome.Refused reason : outcome.refused()) {
            ObjectNode verdict = verdicts.computeIfAbsent(reason.verdict(),
                    word -> refused.addObject().put("verdict", word).put("count", 0));
            verdict.put("count", verdict.path("count").asInt() + reason.count());
            if (!reason.status().isEmpty()) {
                verdict.withObject("/statuses").put(reason.status(), reason.count());
            }
        }
        ArrayNode people = node.putArray("people");
        outcome.examples().forEach(each -> {
            ObjectNode person = people.addObject().put("access_code", each.code()).put("name", each.name())
                    .put("ticket", each.ticket()).put("admitted", each.admitted());
            ArrayNode items = person.putArray("items");
            each.items().forEach(items::add);
        });
    }
}
