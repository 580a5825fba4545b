package org.lanyard.desk.journal;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.lanyard.desk.Words;

/** Asks for the reason of a void beside what is to be voided; never more than one at a time. */
public final class VoidPrompt {

    private static final List<String> REASONS = List.of("void.wrong-person", "void.twice", "void.mistake");

    private final JournalModel model;
    private final Words words;
    private PopOver open;

    public VoidPrompt(JournalModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** @param done told once it is voided */
    public void open(Node anchor, UUID record, Runnable done) {
        if (open != null) {
            open.hide();
        }
        Label failure = new Label();
        failure.getStyleClass().add("problem");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        TextField reason = new TextField();
        reason.setPromptText(words.say("void.reason"));
        Button submit = new Button(words.say("void.do"));
        submit.getStyleClass().add("primary");
        submit.disableProperty().bind(reason.textProperty().isEmpty());
        PopOver pop = new PopOver();
        submit.setOnAction(_ -> model.voidRecord(record, reason.getText().strip(), () -> {
            pop.hide();
            done.run();
        }, failure::setText));
        reason.setOnAction(_ -> submit.fire());
        Label title = new Label(words.say("void.title"));
        title.getStyleClass().add("card-title");
        VBox content = new VBox(title, reasons(reason), reason, failure, submit);
        content.getStyleClass().addAll("void-prompt", "shell");
        pop.setContentNode(content);
        pop.setAnimated(false);
        pop.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        open = pop;
        pop.show(anchor);
        reason.requestFocus();
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
