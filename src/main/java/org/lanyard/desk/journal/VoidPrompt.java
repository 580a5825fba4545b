package org.lanyard.desk.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;

/**
 * Asks for the reason of a void; at most one is open. It names the person and keeps its place, because the next scan moves
 * or hides the node it was opened beside.
 */
public final class VoidPrompt {

    private static final List<String> REASONS = List.of("void.wrong-person", "void.twice", "void.mistake");

    private final RecordActions actions;
    private final Words words;
    private Optional<PopOver> open = Optional.empty();

    public VoidPrompt(RecordActions actions, Words words) {
        this.actions = actions;
        this.words = words;
    }

    /** @param whose name of the record's person */
    public void open(Node anchor, UUID record, String whose, Runnable done) {
        open.ifPresent(PopOver::hide);
        PopOver pop = new PopOver();
        TextField reason = new TextField();
        Label failure = failure();
        Button submit = submit(reason);
        submit.setOnAction(_ -> actions.voidRecord(record, reason.getText().strip(), () -> {
            pop.hide();
            done.run();
        }, failure::setText));
        VBox content = new VBox(title(whose), reasons(reason), reason, failure, submit);
        content.getStyleClass().addAll("void-prompt", "shell");
        pop.setContentNode(content);
        open = Optional.of(pop);
        show(pop, anchor);
        reason.requestFocus();
    }

    private static void show(PopOver pop, Node beside) {
        pop.setAnimated(false);
        pop.setArrowSize(0);
        pop.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        Bounds place = beside.localToScreen(beside.getLayoutBounds());
        pop.show(beside.getScene().getRoot(), place.getMinX(), place.getCenterY());
    }

    private VBox title(String whose) {
        Label question = new Label(words.say("void.title"));
        question.getStyleClass().add("card-title");
        Label name = new Label(RightToLeft.lines(ShownText.line(whose)));
        name.getStyleClass().add("void-name");
        name.setWrapText(true);
        return new VBox(question, name);
    }

    private static Label failure() {
        Label failure = new Label();
        failure.getStyleClass().add("problem");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        return failure;
    }

    private Button submit(TextField reason) {
        reason.setPromptText(words.say("void.reason"));
        Button submit = new Button(words.say("void.do"));
        submit.getStyleClass().add("primary");
        submit.disableProperty().bind(reason.textProperty().isEmpty());
        reason.setOnAction(_ -> submit.fire());
        return submit;
    }

    private FlowPane reasons(TextField reason) {
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        for (String key : REASONS) {
            Button choice = new Button(words.say(key));
            choice.getStyleClass().add("quiet-button");
            choice.setOnAction(_ -> reason.setText(words.say(key)));
            choices.getChildren().add(choice);
        }
        return choices;
    }
}
