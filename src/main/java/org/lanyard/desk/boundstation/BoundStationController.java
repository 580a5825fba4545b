package org.lanyard.desk.boundstation;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.pin.PinPad;
import org.lanyard.desk.scan.Card;
import org.lanyard.desk.scan.LetThrough;
import org.lanyard.desk.search.SearchController;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.HeightClass;
import org.lanyard.desk.verdict.Look;
import org.lanyard.desk.verdict.VerdictPane;
import org.lanyard.scan.Mode;

public final class BoundStationController {

    private static final int DELETE = 0x7F;
    private static final PseudoClass LEAVING = PseudoClass.getPseudoClass("leaving");

    private final BoundStationModel model;
    private final Words words;
    private final ObservableBooleanValue keyboardHere;
    private final LetThrough letThrough;

    @FXML private StackPane root;
    @FXML private VerdictPane verdict;
    @FXML private Button turn;
    @FXML private VBox leaving;
    @FXML private Node answer;
    @FXML private VBox searching;
    @FXML private Node search;
    @FXML private SearchController searchController;

    public BoundStationController(BoundStationModel model, Words words, ObservableBooleanValue keyboardHere,
            LetThrough letThrough) {
        this.letThrough = letThrough;
        this.model = model;
        this.words = words;
        this.keyboardHere = keyboardHere;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        verdict.paint(root);
        verdict.neutralProperty().bind(model.scan().neutralProperty());
        verdict.sameBadgeProperty().bind(model.scan().sameBadgeProperty());
        verdict.noticeProperty().bind(Bindings.createStringBinding(
                () -> keyboardHere.get() ? "" : words.say("focus.elsewhere"), keyboardHere));
        verdict.getActions().setAll(letThrough.button());
        model.scan().cardProperty().subscribe(this::show);
        model.leavingProperty().subscribe(leaves -> root.pseudoClassStateChanged(LEAVING, leaves));
        model.otherProperty().subscribe(other -> turn.setText(words.say(
                other.filter(Mode.Exit.class::isInstance).isPresent() ? "bound.turn-out" : "bound.turn-in")));
        turn.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.otherProperty().get().isPresent(),
                model.otherProperty()));
        answer.visibleProperty().bind(searching.visibleProperty().not());   // Tab would reach what lies beneath
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    // No more than it must: no code, no items, and a sentence only where it says what to do.
    private void show(Card card) {
        Face face = card.face();
        boolean speaks = face.look() != Look.IDLE && face.look() != Look.GO;
        verdict.faceProperty().set(new Face(face.look(), face.headline(), face.title(), speaks ? face.sentence() : "",
                face.spoken()));
        searching.setVisible(false);
        card.group().filter(_ -> face.look() == Look.ASK).ifPresent(group -> search(group.order()));
        model.recount();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.F3 && !leaving.isVisible()) {
            search();
            key.consume();
        } else if (key.getCode() == KeyCode.F4 && !leaving.isVisible()) {
            turn();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && searching.isVisible()) {
            endSearch();
            key.consume();
        }
    }

    // Typing opens the search: for a phone that is dead, or a code that is torn.
    private void typed(KeyEvent key) {
        boolean letter = !key.getCharacter().isEmpty() && !key.isShortcutDown()
                && key.getCharacter().codePoints().allMatch(c -> c > ' ' && c != DELETE);
        if (letter && !leaving.isVisible() && !searching.isVisible()) {
            search();
            searchController.typingField().appendText(key.getCharacter());
            searchController.typingField().end();
            key.consume();
        }
    }

    @FXML
    private void search() {
        search("");
    }

    // One of the people found is chosen, and decided as a scan of theirs would be; of an order all its people are.
    private void search(String text) {
        searching.setVisible(true);
        TextInputControl field = searchController.typingField();
        field.setText(text);
        field.requestFocus();
    }

    private void endSearch() {
        searching.setVisible(false);
        root.requestFocus();
    }

    @FXML
    private void turn() {
        model.turn();
    }

    @FXML
    private void leave() {
        if (!model.needsPin()) {
            model.leave();
            return;
        }
        PinPad[] pad = new PinPad[1];
        pad[0] = new PinPad(words, pin -> model.leave(pin, pad[0]::show));
        Button back = new Button(words.say("pin.stay"));
        back.setOnAction(_ -> leaving.setVisible(false));
        leaving.getChildren().setAll(pad[0], back);
        leaving.setVisible(true);
        pad[0].begin();
    }

    public ReadOnlyStringProperty titleProperty() {
        return model.titleProperty();
    }

    public String getTitle() {
        return model.titleProperty().get();
    }

    public String getStation() {
        return ShownText.line(model.station());
    }

    public ReadOnlyStringProperty countProperty() {
        return model.countProperty();
    }

    public String getCount() {
        return model.countProperty().get();
    }

    public ReadOnlyStringProperty timeProperty() {
        return model.timeProperty();
    }

    public String getTime() {
        return model.timeProperty().get();
    }

    public ReadOnlyStringProperty healthProperty() {
        return model.healthProperty();
    }

    public String getHealth() {
        return model.healthProperty().get();
    }
}
