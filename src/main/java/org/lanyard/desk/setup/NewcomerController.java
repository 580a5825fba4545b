package org.lanyard.desk.setup;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.Payment;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;

public final class NewcomerController extends PageController {

    private final PeopleModel model;

    @FXML private TextField code;
    @FXML private ToggleButton scan;
    @FXML private TextField name;
    @FXML private VBox same;
    @FXML private TextField email;
    @FXML private TextField company;
    @FXML private ComboBox<Product> ticket;
    @FXML private Label amountLabel;
    @FXML private TextField amount;
    @FXML private ComboBox<Correction.Means> means;
    @FXML private TextField reason;
    @FXML private FlowPane reasons;
    private Currency currency = Currency.getInstance("EUR");

    NewcomerController(PeopleModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        Choice.said(ticket, product -> ShownText.line(product.name()));
        Choice.said(means, each -> Payment.means(each, words));
        means.getItems().setAll(Correction.Means.values());
        same.managedProperty().bind(same.visibleProperty());
        name.textProperty().subscribe(text -> model.findSame(text, this::showSame, status::fail));
        scan.setOnAction(_ -> listen(scan.isSelected()));
        model.nextScan().awaitedProperty().subscribe(awaited -> {
            scan.setSelected(awaited);
            scan.setText(words.say(awaited ? "people.scan-now" : "people.scan"));
        });
        clear();
        root.visibleProperty().subscribe(_ -> model.nextScan().stop());
    }

    @Override
    void load() {
        model.load(choices -> {
            ticket.getItems().setAll(choices.tickets());
            currency = choices.currency();
            amountLabel.setText(words.say("person.paid.amount", currency.getCurrencyCode()));
            reasons.getChildren().setAll(choices.reasons().stream().map(this::reason).toList());
        }, status::fail);
    }

    private Button reason(String text) {
        Button choice = new Button(ShownText.line(text));
        choice.setMnemonicParsing(false);
        choice.getStyleClass().add("quiet-button");
        choice.setOnAction(_ -> reason.setText(text));
        return choice;
    }

    // Somebody of this name may be on the list already.
    private void showSame(List<Person> people) {
        same.setVisible(!people.isEmpty());
        Label heading = new Label(words.say("people.same"));
        heading.setWrapText(true);
        heading.getStyleClass().add("warning");
        same.getChildren().setAll(Stream.concat(Stream.of(heading), people.stream().map(person -> {
            Hyperlink link = new Hyperlink(PeopleController.line(person));
            link.setOnAction(_ -> model.show(person));
            return link;
        })).toList());
    }

    private void listen(boolean on) {
        if (on) {
            model.nextScan().await(scanned -> code.setText(Reading.of(scanned).code()));
        } else {
            model.nextScan().stop();
        }
    }

    @FXML
    private void newCode() {
        code.setText(model.newCode());
    }

    @FXML
    private void add() {
        add(false);
    }

    @FXML
    private void addAndCheckIn() {
        add(true);
    }

    private void add(boolean checksIn) {
        Corrections.Newcomer newcomer = new Corrections.Newcomer(code.getText().strip(), name.getText().strip(),
                email.getText().strip(), company.getText().strip(), ticket.getValue());
        try {
            model.add(newcomer, paid(), reason.getText().strip(), () -> {
                status.show(words.say("people.added",
                        newcomer.name().isEmpty() ? newcomer.accessCode() : newcomer.name(), newcomer.accessCode()));
                clear();
                load();
                if (checksIn) {
                    model.checkIn(newcomer.accessCode());
                }
            }, status::fail);
        } catch (NotPossible wrong) {
            status.fail(words.why(wrong));
        }
    }

    private Optional<Correction.Paid> paid() {
        return Optional.of(amount.getText()).filter(typed -> !typed.isBlank())
                .map(typed -> new Correction.Paid(Payment.minorUnits(typed, currency), means.getValue()));
    }

    private void clear() {
        Stream.of(name, email, company, amount, reason).forEach(TextField::clear);
        ticket.setValue(null);
        means.getSelectionModel().selectFirst();
        newCode();
    }
}
