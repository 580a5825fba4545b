package org.lanyard.desk.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.lanyard.desk.ShowsPerson;
import org.lanyard.desk.TypingTarget;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.roster.Person;
import org.lanyard.scan.NotPossible;

public final class SearchController implements TypingTarget, ShowsPerson {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final SearchModel model;
    private final Words words;
    private final Consumer<Person> chosen;
    private final Optional<Consumer<String>> openPerson;
    private final Optional<PaperMarks> paper;

    @FXML private TextField query;
    @FXML private ListView<FoundPerson> people;
    @FXML private Label mostWords;
    @FXML private Label nobody;
    @FXML private Label fault;
    @FXML private Button card;
    @FXML private ToggleButton marks;
    @FXML private HBox paperRow;
    @FXML private TextField paperTime;
    @FXML private Label marked;

    /**
     * @param chosen     told whom somebody chose, by Enter or a double click
     * @param paper      takes in what was ticked on paper; empty where nobody does that
     * @param openPerson opens the page of the person with this access code; empty where there are no such pages
     */
    public SearchController(SearchModel model, Words words, Consumer<Person> chosen,
            Optional<Consumer<String>> openPerson, Optional<PaperMarks> paper) {
        this.paper = paper;
        this.model = model;
        this.words = words;
        this.chosen = chosen;
        this.openPerson = openPerson;
    }

    @FXML
    private void initialize() {
        people.widthProperty().subscribe(_ -> people.refresh());   // names are cut to the room there is
        people.setItems(model.found());
        people.setCellFactory(_ -> new PersonCell(query::getText, this::standing));
        query.textProperty().subscribe(model::search);
        card.setVisible(openPerson.isPresent());
        marks.setVisible(paper.isPresent());
        paperRow.visibleProperty().bind(marks.selectedProperty());
        marks.selectedProperty().subscribe(_ -> marked.setText(""));
        fault.textProperty().bind(model.faultProperty());
        HelpRequest.beside(fault, words);
        HelpRequest.beside(marked, words);
        mostWords.visibleProperty().bind(model.onlyMostWordsProperty());
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
        model.found().addListener((ListChangeListener<FoundPerson>) _ -> {
            nobody.setVisible(model.found().isEmpty() && !query.getText().isBlank());
            if (!model.found().isEmpty()) {
                people.getSelectionModel().selectFirst();
            }
        });
    }

    private PersonCell.Standing standing(FoundPerson found) {
        return found.stopped().map(verdict -> new PersonCell.Standing(words.verdicts().headline(verdict), true))
                .orElseGet(() -> new PersonCell.Standing(found.checkedInAt().map(this::checkedIn).orElse(""), false));
    }

    private String checkedIn(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, model.zone());
        String time = DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(model.zone()));
        return "✓ " + (day.equals(model.today()) ? time : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(words.locale()).format(day) + " " + time);
    }

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
        FoundPerson found = people.getSelectionModel().getSelectedItem();
        if (found != null && marks.isSelected()) {
            paper.ifPresent(taken -> mark(taken, found.person()));
        } else if (found != null) {
            query.clear();
            chosen.accept(found.person());
        }
    }

    // The next name can be typed at once; the time stays for those who came with this one.
    private void mark(PaperMarks taken, Person person) {
        try {
            taken.take(person, paperTime.getText(), this::marked);
            query.clear();
        } catch (NotPossible noTime) {
            marked(words.why(noTime), false);
        }
        query.requestFocus();
    }

    private void marked(String line, boolean recorded) {
        marked.setText(line);
        marked.pseudoClassStateChanged(BAD, !recorded);
    }

    @FXML
    private void openCard() {
        openPerson.ifPresent(open -> shownCode().ifPresent(open));
    }

    @Override
    public Optional<String> shownCode() {
        return Optional.ofNullable(people.getSelectionModel().getSelectedItem()).map(found -> found.person().accessCode());
    }

    @Override
    public TextInputControl typingField() {
        return query;
    }
}
