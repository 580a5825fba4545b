package org.lanyard.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/**
 * Asks for a reason; at most one is open. It names the person and keeps its place, because the next scan moves or hides the
 * node it was opened beside.
 */
public final class ReasonPrompt {

    private final Words words;
    private Optional<PopOver> open = Optional.empty();

    public ReasonPrompt(Words words, Workplace workplace) {
        this.words = words;
        workplace.postProperty().addListener(_ -> close());
    }

    public record Question(String title, String whose, List<String> reasons, String action, Work work) {}

    @FunctionalInterface
    public interface Work {

        void with(String reason, Runnable done, Consumer<String> failed);
    }

    /** @return closes it */
    public Runnable open(Node anchor, Question question) {
        close();
        PopOver pop = new PopOver();
        TextField reason = new TextField();
        reason.setId("reason");
        Label failure = failure();
        Button submit = submit(reason, question.action());
        submit.setOnAction(_ -> question.work().with(reason.getText().strip(), pop::hide, failure::setText));
        VBox content = new VBox(title(question), reasons(question, reason), reason, failure, submit);
        content.getStyleClass().addAll("void-prompt", "shell");
        pop.setContentNode(content);
        open = Optional.of(pop);
        show(pop, anchor);
        reason.requestFocus();
        return pop::hide;
    }

    private void close() {
        open.ifPresent(PopOver::hide);
    }

    private static void show(PopOver pop, Node beside) {
        pop.setAnimated(false);
        pop.setArrowSize(0);
        pop.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        Bounds place = beside.localToScreen(beside.getLayoutBounds());
        pop.show(beside.getScene().getRoot(), place.getMinX(), place.getCenterY());
    }

    private static VBox title(Question question) {
        Label title = new Label(question.title());
        title.getStyleClass().add("card-title");
        Label name = new Label(RightToLeft.lines(ShownText.line(question.whose())));
        name.getStyleClass().add("void-name");
        name.setWrapText(true);
        return new VBox(title, name);
    }

    private static Label failure() {
        Label failure = new Label();
        failure.getStyleClass().add("problem");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        return failure;
    }

    private Button submit(TextField reason, String action) {
        reason.setPromptText(words.say("void.reason"));
        Button submit = new Button(action);
        submit.getStyleClass().add("primary");
        submit.disableProperty().bind(reason.textProperty().isEmpty());
        reason.setOnAction(_ -> submit.fire());
        return submit;
    }

    private static FlowPane reasons(Question question, TextField reason) {
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        for (String each : question.reasons()) {
            Button choice = new Button(ShownText.line(each));
            choice.setMnemonicParsing(false);
            choice.getStyleClass().add("quiet-button");
            choice.setOnAction(_ -> reason.setText(each));
            choices.getChildren().add(choice);
        }
        return choices;
    }
}
