package org.lanyard.desk.person;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.roster.Person;

/** A form of a few fields on a person's page; what is wrong stands under it. */
final class FormView extends VBox {

    // In characters.
    private static final int LONGEST_CHOICE = 40;

    private final Words words;
    private final Label failure = new Label();
    private final Button submit = new Button();
    private final TextField reason = new TextField();

    FormView(Words words, String title) {
        this.words = words;
        getStyleClass().addAll("card", "form", "person-form");
        Label head = wrapped(new Label(title));
        head.getStyleClass().add("form-title");
        getChildren().add(head);
    }

    void hint(String text) {
        Label hint = wrapped(new Label(text));
        hint.getStyleClass().add("hint");
        getChildren().add(hint);
    }

    TextField text(String id, String label, String value) {
        TextField field = new TextField(value);
        field.setId(id);
        field.setOnAction(_ -> submit.fire());
        labelled(label, field);
        return field;
    }

    <T> ComboBox<T> choice(String id, String label, List<T> values, Function<T, String> said) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        Choice.said(box, value -> ShownText.line(said.apply(value)));
        box.getSelectionModel().selectFirst();
        labelled(label, box);
        return box;
    }

    CheckBox tick(String id, String label, boolean ticked) {
        CheckBox box = new CheckBox(label);
        box.setId(id);
        box.setWrapText(true);
        box.setSelected(ticked);
        getChildren().add(box);
        return box;
    }

    void labelled(String label, Control field) {
        Label name = wrapped(new Label(label));
        name.setLabelFor(field);
        getChildren().addAll(name, field);
    }

    void reason(List<String> recent) {
        reason.setId("reason");
        reason.setOnAction(_ -> submit.fire());
        labelled(words.say("people.reason"), reason);
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        for (String each : recent) {
            String line = ShownText.line(each);
            Button choice = new Button(line.length() <= LONGEST_CHOICE ? line : line.substring(0, LONGEST_CHOICE) + "…");
            choice.setMnemonicParsing(false);
            choice.getStyleClass().add("quiet-button");
            choice.setAccessibleText(line);
            choice.setOnAction(_ -> reason.setText(each));
            choices.getChildren().add(choice);
        }
        if (!recent.isEmpty()) {
            getChildren().add(choices);
        }
    }

    void usually(String usual) {
        reason.setText(usual);
    }

    /**
     * The last part of the form.
     *
     * @param work given the reason, and told what to do with a sentence that says what is wrong
     */
    void submit(String label, BiConsumer<String, Consumer<String>> work, Runnable cancel) {
        submit.setText(label);
        submit.setId("submit");
        submit.getStyleClass().add("primary");
        submit.setMinWidth(Region.USE_PREF_SIZE);
        submit.setOnAction(_ -> {
            fail("");
            work.accept(reasonGiven(), this::fail);
        });
        Button back = new Button(words.say("person.cancel"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> cancel.run());
        wrapped(failure).getStyleClass().add("problem");
        HelpRequest.beside(failure, words);
        failure.managedProperty().bind(failure.textProperty().isNotEmpty());
        HBox row = new HBox(submit, back);
        row.getStyleClass().add("row");
        getChildren().addAll(failure, row);
    }

    String reasonGiven() {
        return reason.getText().strip();
    }

    void fail(String why) {
        failure.setText(why);
    }

    void begin() {
        getChildren().stream().filter(node -> node instanceof TextField || node instanceof ComboBox<?>).findFirst()
                .ifPresent(Node::requestFocus);
    }

    ListView<Person> person(String label, BiConsumer<String, Consumer<List<Person>>> find) {
        TextField query = new TextField();
        query.setId("other");
        query.setPromptText(words.say("search.prompt"));
        query.setOnAction(_ -> submit.fire());
        labelled(label, query);
        ListView<Person> found = new ListView<>();
        found.setId("others");
        found.getStyleClass().add("people-found");
        found.setAccessibleText(label);
        found.setCellFactory(_ -> new FoundCell());
        query.textProperty().subscribe(text -> find.accept(text, people -> {
            if (text.equals(query.getText())) {
                found.getItems().setAll(people);
                found.getSelectionModel().selectFirst();
            }
        }));
        getChildren().add(found);
        return found;
    }

    private static final class FoundCell extends ListCell<Person> {

        @Override
        protected void updateItem(Person person, boolean empty) {
            super.updateItem(person, empty);
            setText(empty || person == null ? null : RightToLeft.lines(ShownText.line(person.attendee().shownName()))
                    + "  ·  " + ShownText.line(person.accessCode()));
        }
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
