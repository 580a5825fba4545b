package org.lanyard.desk.inside;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.lanyard.desk.Choice;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.journal.Inside;
import org.lanyard.scan.Product;

public final class InsideController {

    private final InsideModel model;
    private final Words words;
    private final Consumer<String> openPerson;

    @FXML private Parent root;
    @FXML private ComboBox<Optional<Product>> place;
    @FXML private TextField wanted;
    @FXML private Label count;
    @FXML private Label problem;
    @FXML private Label said;
    @FXML private TableView<Inside.Person> table;

    public InsideController(InsideModel model, Words words, Consumer<String> openPerson) {
        this.model = model;
        this.words = words;
        this.openPerson = openPerson;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(model.openProperty());
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                table.requestFocus();
            }
        });
        problem.textProperty().bind(model.problemProperty());
        said.textProperty().bind(model.saidProperty());
        Choice.said(place,
                room -> room.map(product -> ShownText.line(product.name())).orElseGet(() -> words.say("inside.venue")));
        model.doorsProperty().subscribe(doors -> {
            place.getItems().clear();
            place.getItems().add(Optional.empty());
            doors.forEach(door -> place.getItems().add(Optional.of(door)));
            place.setValue(Optional.empty());
        });
        place.setOnAction(_ -> Optional.ofNullable(place.getValue()).ifPresent(model::show));
        wanted.textProperty().addListener((_, _, text) -> model.filter(text));
        Label nobody = new Label(words.say("inside.nobody"));
        nobody.visibleProperty().bind(model.countProperty().isNotEmpty());
        table.setPlaceholder(nobody);
        count.textProperty().bind(model.countProperty());
        column("people.name", 320, person -> person.name().isBlank() ? person.accessCode() : person.name());
        column("people.code", 130, Inside.Person::accessCode);
        column("inside.since", 100, person -> words.time(person.since(), model.workplace().conference()));
        column("journal.where", 230, Inside.Person::station);
        column("inside.people", 90, person -> String.valueOf(person.people()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        model.peopleProperty().subscribe(people -> table.getItems().setAll(people));
        WhileVisible.every(Duration.seconds(2), root, wanted::clear, model::refresh);
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    private void column(String word, double width, Function<Inside.Person, String> text) {
        TableColumn<Inside.Person, String> column = new TableColumn<>(words.say(word));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(ShownText.line(text.apply(row.getValue()))));
        table.getColumns().add(column);
    }

    @FXML
    private void openChosen() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(Inside.Person::accessCode)
                .ifPresent(openPerson);
    }

    @FXML
    private void print() {
        model.print();
    }

    @FXML
    private void save() {
        SheetTarget.chosen(root.getScene().getWindow(), "inside.pdf").ifPresent(model::save);
    }

    @FXML
    private void close() {
        model.close();
    }
}
