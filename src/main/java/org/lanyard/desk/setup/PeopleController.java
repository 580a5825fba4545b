package org.lanyard.desk.setup;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.Person;

public final class PeopleController extends PageController {

    private final PeopleModel model;

    @FXML private TextField query;
    @FXML private ListView<Person> found;
    @FXML private Button open;

    PeopleController(PeopleModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        found.setCellFactory(_ -> new TextCell<>(PeopleController::line));
        query.textProperty().addListener((_, _, text) -> model.find(text, people -> {
            found.getItems().setAll(people);
            found.getSelectionModel().selectFirst();
        }, status::fail));
        query.setOnAction(_ -> open());
        open.disableProperty().bind(found.getSelectionModel().selectedItemProperty().isNull());
        found.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        found.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                open();
            }
        });
    }

    static String line(Person person) {
        return ShownText.line(person.attendee().shownName()) + "  ·  " + person.accessCode();
    }

    @FXML
    private void open() {
        Optional.ofNullable(found.getSelectionModel().getSelectedItem()).ifPresent(model::show);
    }
}
