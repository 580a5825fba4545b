package org.lanyard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lanyard.roster.format.ColumnMeaning;
import org.lanyard.roster.format.Outcome;
import org.lanyard.roster.format.Question;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.Table;
import org.lanyard.roster.format.Use;
import org.lanyard.scan.Sentence;

/** A roster's file as it was understood, for people: file, columns, questions, outcome, examples. */
final class DraftText {

    private DraftText() {}

    static String of(RosterDraft draft) {
        List<String> lines = new ArrayList<>();
        draft.warnings().stream().filter(warning -> warning.key().equals("status.none")).map(Sentence::toString)
                .forEach(lines::add);
        lines.add(file(draft.table()));
        draft.columns().stream().filter(ColumnMeaning::used).map(DraftText::column).forEach(lines::add);
        List<String> unused = draft.columns().stream().filter(column -> !column.used() && !column.samples().isEmpty())
                .map(column -> column.column().name()).toList();
        if (!unused.isEmpty()) {
            lines.add("Not used: " + String.join(", ", unused));
        }
        lines.addAll(outcome(draft.outcome()));
        return String.join("\n", lines);
    }

    static String warning(Sentence warning) {
        return warning.key().equals("column.item")
                ? warning + " " + Question.option("--map", warning.arguments().getFirst() + "=item") : warning.toString();
    }

    private static String file(Table table) {
        String encoding = table.facts().encoding().map(name -> ", " + name).orElse("");
        String sheet = table.facts().sheet().map(name -> ", sheet " + name).orElse("");
        return table.facts().kind().word().toUpperCase(java.util.Locale.ROOT) + encoding + sheet
                + (table.headerRow() == 0 ? ", no header" : ", header in row " + table.headerRow());
    }

    private static String column(ColumnMeaning meaning) {
        return "  %-28s → %s%s".formatted(meaning.column().name(),
                meaning.uses().stream().map(Use::word).collect(Collectors.joining(" and ")),
                meaning.guessed() ? " (guessed)" : "");
    }

    private static List<String> outcome(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        if (outcome.people() == 0) {
            return lines;
        }
        lines.add(outcome.admitted() + " of " + outcome.people() + " would be let in");
        outcome.refused().forEach(reason -> lines.add(reason.count() + " would be refused: "
                + reason.reason()));
        outcome.examples().forEach(each -> lines.add("  " + each.code() + "  " + each.name()
                + (each.ticket().isEmpty() ? "" : ", " + each.ticket())
                + (each.items().isEmpty() ? "" : ", " + String.join(", ", each.items()))));
        return lines;
    }
}
