package org.lanyard.desk.journal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Entry;
import org.lanyard.roster.Person;
import org.lanyard.scan.PersonDetails;

/** The page of one journal record. */
public final class RecordController {

    private final RecordModel model;
    private final VoidPrompt voids;
    private final Workplace workplace;
    private final Words words;
    private final RecordWords recordWords;
    private final Consumer<Person> showPerson;

    @FXML private Parent root;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Label title;
    @FXML private Label kind;
    @FXML private Label problem;
    @FXML private ScrollPane scroll;
    @FXML private GridPane facts;
    @FXML private Parent personCard;
    @FXML private GridPane person;
    @FXML private Button voidButton;

    /** @param showPerson shows a person on the scan screen */
    public RecordController(RecordModel model, VoidPrompt voids, Workplace workplace, Words words,
            Consumer<Person> showPerson) {
        this.model = model;
        this.voids = voids;
        this.workplace = workplace;
        this.words = words;
        this.recordWords = new RecordWords(words);
        this.showPerson = showPerson;
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(model.problemProperty());
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> close();
            case PAGE_UP -> showPrevious();
            case PAGE_DOWN -> showNext();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void show(RecordModel.Page page) {
        Entry entry = page.entry();
        ZoneId zone = workplace.conference().zone();
        title.setText(RightToLeft.lines(ShownText.line(recordWords.title(entry))));
        kind.setText(ShownText.line(recordWords.kind(entry)));
        next.setDisable(page.next().isEmpty());
        previous.setDisable(page.previous().isEmpty());
        voidButton.setVisible(entry.voidedAt() == null && entry.kind().voidable());
        fill(facts, recordWords.facts(entry, zone));
        personCard.setVisible(page.person().isPresent());
        fill(person, page.person().map(this::personFacts).orElse(List.of()));
        scroll.setVvalue(0);
    }

    private List<RecordWords.Fact> personFacts(Person shown) {
        var attendee = shown.attendee();
        String orders = shown.orders().stream().map(order -> words.say("journal.of", order.reference(), order.status()))
                .collect(Collectors.joining("\n"));
        PersonDetails details = shown.details();
        List<RecordWords.Fact> facts = new ArrayList<>(List.of(fact("people.name", details.name()),
                fact("people.code", attendee.accessCode()),
                fact("people.ticket", Optional.ofNullable(attendee.ticketName()).orElse("")),
                fact("people.company", details.company()), fact("people.email", details.email()),
                fact("people.note", details.attention()), fact("record.note", details.note()),
                fact("roster.orders", orders)));
        details.shown().forEach((name, value) -> facts.add(new RecordWords.Fact(name, value)));
        return facts;
    }

    private RecordWords.Fact fact(String label, String value) {
        return new RecordWords.Fact(words.say(label), value);
    }

    private static void fill(GridPane grid, List<RecordWords.Fact> facts) {
        grid.getChildren().clear();
        for (RecordWords.Fact fact : facts) {
            if (!fact.value().isBlank()) {
                Label value = new Label(RightToLeft.lines(ShownText.text(fact.value())));
                value.setWrapText(true);
                value.setNodeOrientation(RightToLeft.orientation(fact.value()));
                Label label = new Label(fact.label());
                label.getStyleClass().add("hint");
                label.setWrapText(true);
                GridPane.setValignment(label, VPos.TOP);
                grid.addRow(grid.getRowCount(), label, value);
            }
        }
    }

    @FXML
    private void showNext() {
        model.openNext();
    }

    @FXML
    private void showPrevious() {
        model.openPrevious();
    }

    @FXML
    private void close() {
        model.close();
    }

    @FXML
    private void showPersonOfRecord() {
        model.pageProperty().get().flatMap(RecordModel.Page::person).ifPresent(showPerson);
    }

    @FXML
    private void voidRecord() {
        model.pageProperty().get().ifPresent(page -> voids.open(voidButton, page.entry().id(), title.getText(),
                model::reload));
    }
}
