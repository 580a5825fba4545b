package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.scan.Product;

/** The page where a lead adds and corrects people. */
public final class PeopleController {

    private final PeopleModel model;
    private final Words words;

    @FXML private Parent root;
    @FXML private TextField query;
    @FXML private ListView<Person> found;
    @FXML private VBox change;
    @FXML private Label who;
    @FXML private TextField note;
    @FXML private TextField changeReason;
    @FXML private TextField code;
    @FXML private TextField name;
    @FXML private TextField email;
    @FXML private TextField company;
    @FXML private ComboBox<Product> ticket;
    @FXML private TextField reason;
    @FXML private Label said;
    private final StatusLine status;

    PeopleController(PeopleModel model, Words words) {
        this.model = model;
        this.words = words;
        this.status = new StatusLine(words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        Choice.said(ticket, product -> ShownText.line(product.name()));
        found.setCellFactory(_ -> new TextCell<>(
                person -> ShownText.line(person.attendee().shownName()) + "  ·  " + person.accessCode()));
        query.textProperty().addListener((_, _, text) -> model.find(text, found.getItems()::setAll, status::fail));
        change.setDisable(true);
        found.getSelectionModel().selectedItemProperty().subscribe(person -> {
            change.setDisable(person == null);
            who.setText(person == null ? words.say("people.choose")
                    : RightToLeft.lines(ShownText.line(person.attendee().shownName())));
            note.setText(person == null ? "" : person.attention());
        });
        newCode();
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                model.loadTicketTypes(ticket.getItems()::setAll, status::fail);
            }
        });
    }

    @FXML
    private void newCode() {
        code.setText(model.newCode());
    }

    @FXML
    private void add() {
        Corrections.Newcomer newcomer = new Corrections.Newcomer(code.getText().strip(), name.getText().strip(),
                email.getText().strip(), company.getText().strip(), ticket.getValue());
        model.add(newcomer, reason.getText(), () -> {
            status.show(words.say("people.added", newcomer.name().isEmpty() ? newcomer.accessCode() : newcomer.name(),
                    newcomer.accessCode()));
            name.clear();
            email.clear();
            company.clear();
            reason.clear();
            newCode();
        }, status::fail);
    }

    @FXML
    private void paid() {
        Person person = found.getSelectionModel().getSelectedItem();
        model.markPaid(person, changeReason.getText(), () -> status.show(words.say("people.paid",
                person.attendee().shownName())), status::fail);
    }

    @FXML
    private void attention() {
        Person person = found.getSelectionModel().getSelectedItem();
        model.setAttention(person, note.getText(), changeReason.getText(), () -> status.show(words.say("people.noted",
                person.attendee().shownName())), status::fail);
    }
}
