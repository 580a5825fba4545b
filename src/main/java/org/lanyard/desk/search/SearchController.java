package org.lanyard.desk.search;

import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lanyard.desk.TypingTarget;
import org.lanyard.roster.Person;

/** Binds the search screen to its model. */
public final class SearchController implements TypingTarget {

    private final SearchModel model;
    private final Consumer<Person> chosen;

    @FXML private TextField query;
    @FXML private ListView<Person> people;
    @FXML private Label nobody;
    @FXML private Label fault;

    /** @param chosen told whom somebody chose, by Enter or a double click */
    public SearchController(SearchModel model, Consumer<Person> chosen) {
        this.model = model;
        this.chosen = chosen;
    }

    @FXML
    private void initialize() {
        people.setItems(model.found());
        people.setCellFactory(_ -> new PersonCell(query::getText));
        query.textProperty().subscribe(model::search);
        fault.textProperty().bind(model.faultProperty());
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        people.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                choose();
            }
        });
        people.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        model.found().addListener((Observable _) -> {
            nobody.setVisible(model.found().isEmpty() && !query.getText().isBlank());
            if (!model.found().isEmpty()) {
                people.getSelectionModel().selectFirst();
            }
        });
    }

    /** The arrows move through the people while the text keeps the focus. */
    private void arrows(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> people.getSelectionModel().selectNext();
            case UP -> people.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        people.scrollTo(people.getSelectionModel().getSelectedIndex());
        key.consume();
    }

    @FXML
    private void choose() {
        Person person = people.getSelectionModel().getSelectedItem();
        if (person != null) {
            query.clear();
            chosen.accept(person);
        }
    }

    @Override
    public TextInputControl typingField() {
        return query;
    }
}
