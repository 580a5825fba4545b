package org.lanyard.desk.badge;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.badge.job.PrintQuestion;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;

/**
 * One question about a badge above the last scans. It takes neither the focus nor a scan: F9 says yes and F10 no, or a button.
 * On the FX thread.
 */
public final class BadgeStrip extends VBox {

    private final BadgeQuestions model;
    private final Words words;
    private final Label question = label("badge-question");
    private final Label problem = label("problem");
    private final Button yes = new Button();
    private final Button no = new Button();

    public BadgeStrip(BadgeQuestions model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("badge-strip");
        yes.setOnAction(_ -> model.yes());
        no.setOnAction(_ -> model.no());
        for (Button answer : List.of(yes, no)) {
            answer.setMinWidth(USE_PREF_SIZE);
            answer.setFocusTraversable(false);
        }
        FlowPane answers = new FlowPane(yes, no);
        answers.getStyleClass().add("choices");
        answers.visibleProperty().bind(question.visibleProperty());
        answers.managedProperty().bind(question.visibleProperty());
        getChildren().addAll(question, answers, problem);
        problem.textProperty().bind(model.problemProperty());
        HelpRequest.beside(problem, words);
        for (Label line : List.of(question, problem)) {
            line.visibleProperty().bind(line.textProperty().isNotEmpty());
            line.managedProperty().bind(line.visibleProperty());
        }
        managedProperty().bind(Bindings.or(question.visibleProperty(), problem.visibleProperty()));
        model.questionProperty().subscribe(this::show);
    }

    public void watch(Node screen) {
        WhileVisible.every(Duration.seconds(1), screen, model::refresh, model::refresh);
    }

    private void show(Optional<PrintQuestion> asked) {
        question.setText(asked.map(each -> words.say("badge.ask." + each.ask(),
                RightToLeft.lines(ShownText.line(each.name().isBlank() ? each.accessCode() : each.name())))).orElse(""));
        boolean cameOut = asked.filter(each -> each.ask() == PrintQuestion.Ask.CAME_OUT).isPresent();
        yes.setText(words.say(cameOut ? "badge.came-out" : "badge.print"));
        no.setText(words.say(cameOut ? "badge.print-again" : "badge.not-wanted"));
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
