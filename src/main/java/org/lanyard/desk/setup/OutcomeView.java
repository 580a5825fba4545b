package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.UnusableRow;
import org.lanyard.roster.format.Outcome;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.Table;
import org.lanyard.scan.Sentence;

final class OutcomeView {

    private static final int MOST_LINES = 6;
    private static final int MOST_UNUSED = 12;

    private final Words words;

    OutcomeView(Words words) {
        this.words = words;
    }

    String describe(RosterModel.OpenFile file) {
        return Stream.concat(Stream.of(ShownText.line(file.name())),
                file.draft().stream().flatMap(draft -> facts(draft.table()))).collect(Collectors.joining(" · "));
    }

    private Stream<String> facts(Table table) {
        return Stream.of(table.facts().encoding(), table.facts().delimiter().map(this::delimiter),
                table.facts().sheet().map(sheet -> words.say("mapping.sheet", ShownText.line(sheet))),
                Optional.of(table.headerRow()).filter(row -> row > 1).map(row -> words.say("mapping.header-row", row)),
                Optional.of(words.say("mapping.rows", table.rows().size()))).flatMap(Optional::stream);
    }

    private String delimiter(String delimiter) {
        return delimiter.equals("\t") ? words.say("mapping.tab") : delimiter;
    }

    List<Node> nodes(RosterModel.OpenFile file, Optional<ImportReport> forecast) {
        List<Node> nodes = new ArrayList<>();
        file.draft().ifPresent(draft -> {
            lines(nodes, draft.warnings().stream().filter(warning -> !isForTheCommandLine(warning)).toList(), "warning");
            if (draft.outcome().people() > 0 || draft.questions().isEmpty()) {
                admitted(nodes, draft.outcome());
            }
        });
        forecast.ifPresent(report -> changes(nodes, report));
        file.draft().ifPresent(draft -> {
            examples(nodes, draft);
            unused(nodes, draft);
            lines(nodes, draft.table().notices(), "hint");
        });
        return nodes;
    }

    private static boolean isForTheCommandLine(Sentence warning) {
        return warning.key().equals("column.item");
    }

    private void unused(List<Node> nodes, RosterDraft draft) {
        List<String> names = draft.columns().stream().filter(column -> !column.used()).map(UseWords::header).toList();
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_UNUSED)));
            nodes.add(label(words.say("mapping.unused", names.size(), shown), "hint"));
        }
    }

    private void admitted(List<Node> nodes, Outcome outcome) {
        nodes.add(label(words.say("mapping.admitted", outcome.admitted(), outcome.people()), "outcome-number"));
        outcome.refused().stream().limit(MOST_LINES).forEach(refused -> nodes.add(label(
                words.say("mapping.refused", refused.count(), reason(refused.verdict(), refused.status())), "problem")));
    }

    private String reason(String verdict, String status) {
        return words.verdicts().word(status.isEmpty() ? verdict : verdict + "." + status);
    }

    private void changes(List<Node> nodes, ImportReport report) {
        ImportReport.Count people = report.attendees();
        nodes.add(label(words.say("mapping.changes", people.added(), people.changed(), people.unchanged(),
                people.withdrawn()), "outcome-changes"));
        lines(nodes, report.warnings(), "warning");
        if (!report.unusable().isEmpty()) {
            nodes.add(label(words.say("roster.not-applied", report.unusable().size()), "problem"));
            report.unusable().stream().limit(MOST_LINES).forEach(row -> nodes.add(label(say(row), "hint")));
            more(nodes, report.unusable().size());
        }
    }

    private String say(UnusableRow row) {
        return ShownText.line(words.say("roster.row", row.line(), row.column(), words.say(row.reason())));
    }

    private void examples(List<Node> nodes, RosterDraft draft) {
        if (!draft.outcome().examples().isEmpty()) {
            nodes.add(label(words.say("mapping.examples"), "card-title"));
        }
        draft.outcome().examples().forEach(example -> nodes.add(card(example)));
    }

    private Node card(Outcome.Example example) {
        VBox card = new VBox(label(example.name().isBlank() ? example.code() : example.name(), "example-name"));
        Stream.of(example.ticket(), example.company(), String.join(", ", example.items()), example.code())
                .filter(text -> !text.isBlank()).forEach(text -> card.getChildren().add(label(text, "hint")));
        card.getChildren().add(example.admitted() ? label(words.say("mapping.comes-in"), "said") : refused(example));
        card.getStyleClass().add("example");
        return card;
    }

    private Label refused(Outcome.Example example) {
        String verdict = example.status().isEmpty() ? "no_ticket" : "order_not_active";
        return label(words.say("mapping.refused-because", reason(verdict, example.status())), "problem");
    }

    private void lines(List<Node> nodes, List<Sentence> sentences, String style) {
        sentences.stream().limit(MOST_LINES).forEach(sentence -> nodes.add(label(words.say(sentence), style)));
        more(nodes, sentences.size());
    }

    private void more(List<Node> nodes, int all) {
        if (all > MOST_LINES) {
            nodes.add(label(words.say("roster.more", all - MOST_LINES), "hint"));
        }
    }

    private static Label label(String text, String style) {
        Label label = new Label(RightToLeft.lines(ShownText.line(text)));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
