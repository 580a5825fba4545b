package org.lanyard.desk.person;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lanyard.desk.FactGrid;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.desk.journal.RecordWords;
import org.lanyard.desk.scan.ItemRow;
import org.lanyard.desk.verdict.Face;
import org.lanyard.scan.Item;

public final class PersonController {

    private static final String DIGITS = "123456789";

    private final PersonModel model;
    private final Words words;
    private final PersonFacts personFacts;
    private final RecordWords recordWords;
    private final List<PersonAction> actions;
    private long shownPerson;

    @FXML private Parent root;
    @FXML private Label name;
    @FXML private Label standing;
    @FXML private Label problem;
    @FXML private ScrollPane scroll;
    @FXML private VBox verdict;
    @FXML private Label headline;
    @FXML private Label sentence;
    @FXML private Label said;
    @FXML private FlowPane buttons;
    @FXML private VBox formRoom;
    @FXML private GridPane known;
    @FXML private VBox itemCard;
    @FXML private VBox items;
    @FXML private GridPane history;

    public PersonController(PersonModel model, Words words) {
        this.model = model;
        this.words = words;
        this.personFacts = new PersonFacts(words);
        this.recordWords = new RecordWords(words);
        PersonForms forms = new PersonForms(model, words, new Room());
        this.actions = PersonActions.all(model, forms, new CorrectionForms(model, words, forms));
    }

    private final class Room implements PersonForms.FormPlace {

        @Override
        public void open(FormView form) {
            say("");
            formRoom.getChildren().setAll(form);
            visible(formRoom, true);
            visible(buttons, false);
            model.setKeys(Map.of(KeyCode.ESCAPE, PersonController.this::escape));
            scroll.setVvalue(0);
            form.begin();
        }

        @Override
        public void close() {
            closeForm();
        }

        @Override
        public void said(String sentence) {
            say(sentence);
        }
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(model.problemProperty());
        HelpRequest.beside(problem, words);
        closeForm();
        model.pageProperty().subscribe(page -> page.ifPresentOrElse(this::show, () -> shownPerson = 0));
        model.verdictProperty().subscribe(this::show);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    // Before the field that has the focus, unless that has a list open.
    private void key(KeyEvent key) {
        boolean listOpen = key.getTarget() instanceof ComboBox<?> box && box.isShowing();
        if (key.getCode() == KeyCode.ESCAPE && !listOpen) {
            escape();
            key.consume();
        }
    }

    @FXML
    private void escape() {
        if (formRoom.isVisible()) {
            closeForm();
        } else {
            model.leave();
        }
    }

    private void closeForm() {
        model.stopListening();
        formRoom.getChildren().clear();
        visible(formRoom, false);
        visible(buttons, true);
        model.pageProperty().get().ifPresent(this::keys);
        root.requestFocus();
    }

    private void show(PersonPage page) {
        if (page.person().id() != shownPerson) {
            shownPerson = page.person().id();
            say("");
            scroll.setVvalue(0);
            closeForm();
        }
        name.setText(RightToLeft.lines(ShownText.line(page.person().attendee().shownName())));
        standing.setText(personFacts.standing(page));
        standing.getStyleClass().removeAll("problem", "said");
        standing.getStyleClass().add(page.stopped().isPresent() ? "problem" : "said");
        FactGrid.fill(known, personFacts.of(page));
        items.getChildren().setAll(ItemRow.rows(page.items(), words, item -> model.handOut(page, item)));
        visible(itemCard, !page.items().isEmpty());
        ZoneId zone = page.post().conference().zone();
        LocalDate today = LocalDate.ofInstant(page.readAt(), zone);
        FactGrid.fill(history, page.history().stream().map(entry -> new FactGrid.Fact(
                recordWords.shortTime(entry.at(), zone, today), recordWords.line(entry, page.currency()))).toList());
        buttons.getChildren().setAll(actions.stream().filter(action -> action.offered(page))
                .map(action -> button(action, page)).toList());
        if (!formRoom.isVisible()) {
            keys(page);
        }
        if (root.getScene() != null && root.getScene().getFocusOwner() == null) {
            root.requestFocus();   // the button that had it is gone
        }
    }

    private Node button(PersonAction action, PersonPage page) {
        Label key = new Label(action.key().getName());
        key.getStyleClass().add("key");
        Button button = new Button(words.say(action.word()), key);
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setAccessibleText(button.getText() + ", " + action.key().getName());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.work().accept(page));
        return button;
    }

    private void keys(PersonPage page) {
        Map<KeyCode, Runnable> keys = new HashMap<>(Map.of(KeyCode.ESCAPE, this::escape));
        actions.stream().filter(action -> action.offered(page))
                .forEach(action -> keys.put(action.key(), () -> action.work().accept(page)));
        List<Item> all = page.items();
        for (int i = 0; i < Math.min(DIGITS.length(), all.size()); i++) {
            Item item = all.get(i);
            if (item.remaining() > 0) {
                keys.put(KeyCode.getKeyCode(DIGITS.substring(i, i + 1)), () -> model.handOut(page, item));
                keys.put(KeyCode.valueOf("NUMPAD" + DIGITS.charAt(i)), () -> model.handOut(page, item));
            }
        }
        model.setKeys(keys);
    }

    private void show(Optional<Face> face) {
        visible(verdict, face.isPresent());
        face.ifPresent(now -> {
            say("");
            now.look().paint(verdict);
            headline.setText(now.headline());
            sentence.setText(now.sentence());
            verdict.setAccessibleText(now.spoken());
        });
    }

    private void say(String text) {
        said.setText(text);
        visible(said, !text.isEmpty());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
