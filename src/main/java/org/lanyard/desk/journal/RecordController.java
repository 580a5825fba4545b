package org.lanyard.desk.journal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.lanyard.desk.FactGrid;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.badge.BadgePrint;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.journal.Entry;
import org.lanyard.roster.Person;
import org.lanyard.scan.PersonDetails;

public final class RecordController {

    private final RecordModel model;
    private final VoidPrompt voids;
    private final BadgePrint badges;
    private final Workplace workplace;
    private final Words words;
    private final RecordWords recordWords;
    private final Consumer<Person> showPerson;
    private final Consumer<String> openPerson;

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
    @FXML private Button printBadge;
    @FXML private Label badgeSaid;

    public RecordController(RecordModel model, VoidPrompt voids, BadgePrint badges, Workplace workplace, Words words,
            Consumer<Person> showPerson, Consumer<String> openPerson) {
        this.model = model;
        this.voids = voids;
        this.badges = badges;
        this.workplace = workplace;
        this.words = words;
        this.recordWords = new RecordWords(words);
        this.showPerson = showPerson;
        this.openPerson = openPerson;
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(model.problemProperty());
        HelpRequest.beside(problem, words);
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
        printBadge.visibleProperty().bind(badges.possibleProperty());
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
        FactGrid.fill(facts, recordWords.facts(entry, page.currency(), zone));
        badgeSaid.setText("");
        badges.look();
        personCard.setVisible(page.person().isPresent());
        FactGrid.fill(person, page.person().map(this::personFacts).orElse(List.of()));
        scroll.setVvalue(0);
    }

    private List<FactGrid.Fact> personFacts(Person shown) {
        var attendee = shown.attendee();
        String orders = shown.orders().stream().map(order -> words.say("journal.of", order.reference(), order.status()))
                .collect(Collectors.joining("\n"));
        PersonDetails details = shown.details();
        List<FactGrid.Fact> facts = new ArrayList<>(List.of(line("people.name", details.name()),
                line("people.code", attendee.accessCode()),
                line("people.ticket", Optional.ofNullable(attendee.ticketName()).orElse("")),
                line("people.company", details.company()), line("people.email", details.email()),
                fact("people.note", details.attention()), fact("record.note", details.note()),
                fact("roster.orders", orders)));
        details.shown().forEach((name, value) -> facts.add(new FactGrid.Fact(name, value)));
        return facts;
    }

    private FactGrid.Fact line(String label, String value) {
        return FactGrid.Fact.line(words.say(label), value);
    }

    private FactGrid.Fact fact(String label, String value) {
        return new FactGrid.Fact(words.say(label), value);
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
    private void openPersonOfRecord() {
        model.pageProperty().get().flatMap(RecordModel.Page::person).map(Person::accessCode).ifPresent(openPerson);
    }

    @FXML
    private void printBadge() {
        model.pageProperty().get().ifPresent(page -> page.person().ifPresent(about -> badges.print(printBadge,
                about.attendee().shownName(), List.of(about.accessCode()), what -> {
                    if (model.pageProperty().get().filter(page::equals).isPresent()) {
                        badgeSaid.setText(what);
                    }
                })));
    }

    @FXML
    private void voidRecord() {
        model.pageProperty().get().ifPresent(page -> voids.open(voidButton, page.entry().id(), title.getText(),
                model::reload));
    }
}
