package org.lanyard.desk.scan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.Background;
import org.lanyard.desk.ShowsPerson;
import org.lanyard.desk.TypingTarget;
import org.lanyard.desk.Words;
import org.lanyard.desk.badge.BadgeQuestions;
import org.lanyard.desk.badge.BadgeStrip;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.camera.CameraView;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.desk.help.Topic;
import org.lanyard.desk.journal.VoidPrompt;
import org.lanyard.desk.verdict.HeightClass;
import org.lanyard.desk.verdict.VerdictPane;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

public final class ScanController implements TypingTarget, ShowsPerson {

    // The items' share of the height at most: the verdict is what is read from afar.
    private static final double ITEMS = 0.45;
    private static final Duration SAME_BADGE_FOR = Duration.seconds(2);

    private final ScanModel model;
    private final CameraModel camera;
    private final BadgeQuestions badges;
    private final Background background;
    private final VoidPrompt voids;
    private final Words words;
    private final ObservableBooleanValue keyboardHere;
    private final Runnable toWandSetting;
    private final Consumer<String> openPerson;
    private final List<Button> further;
    private final PauseTransition sameBadgeGone = new PauseTransition(SAME_BADGE_FOR);
    private final Node whatToDo;

    @FXML private HBox root;
    @FXML private VBox badgeRoom;
    @FXML private VBox cameraRoom;
    @FXML private VerdictPane verdict;
    @FXML private Button acknowledge;
    @FXML private Button sendAway;
    @FXML private Button checkIn;
    @FXML private Button checkInPicked;
    @FXML private Button lookAlike;
    @FXML private Button still;
    @FXML private Button setUpWand;
    @FXML private Button person;
    @FXML private ScrollPane itemPane;
    @FXML private VBox items;
    @FXML private VBox people;
    @FXML private TextField findItem;
    @FXML private VBox lastScans;
    @FXML private Node wandHint;
    @FXML private TextField code;

    /**
     * @param keyboardHere  false while no window of the program has the focus
     * @param toWandSetting shows the page on which the wand's speed is set
     * @param openPerson    opens the page of the person with this access code
     * @param further       buttons of the card that know by themselves when they can be seen
     */
    public ScanController(ScanModel model, CameraModel camera, BadgeQuestions badges, VoidPrompt voids,
            Background background, Words words, ObservableBooleanValue keyboardHere, Runnable toWandSetting,
            Consumer<String> openPerson, List<Button> further) {
        this.model = model;
        this.camera = camera;
        this.badges = badges;
        this.background = background;
        this.voids = voids;
        this.words = words;
        this.keyboardHere = keyboardHere;
        this.toWandSetting = toWandSetting;
        this.openPerson = openPerson;
        this.further = further;
        this.whatToDo = HelpRequest.link(words, () -> model.card().face().sentence());
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        itemPane.maxHeightProperty().bind(root.heightProperty().multiply(ITEMS));
        verdict.getActions().setAll(acknowledge, sendAway, lookAlike, checkIn, checkInPicked, still, setUpWand);
        verdict.getActions().addAll(further);
        whatToDo.getStyleClass().add("on-verdict");
        verdict.getActions().add(whatToDo);
        setUpWand.setOnAction(_ -> toWandSetting.run());
        new PictureDrop(model, background, words, root).listen();
        cameraRoom.getChildren().setAll(new CameraView(camera, words));
        BadgeStrip strip = new BadgeStrip(badges, words);
        strip.watch(root);
        badgeRoom.getChildren().setAll(strip);
        wandHint.visibleProperty().bind(model.wandSeenProperty().or(camera.onProperty()).not());
        wandHint.managedProperty().bind(wandHint.visibleProperty());
        ItemList itemList = new ItemList(model, words, itemPane, items, people, findItem);
        itemList.begin();
        model.cardProperty().subscribe(card -> {
            show(card);
            itemList.show(card);
        });
        model.neutralProperty().subscribe(_ -> actions(model.card()));
        model.groupModel().picked().addListener((SetChangeListener<Long>) _ -> actions(model.card()));
        model.confirmingProperty().subscribe(_ -> actions(model.card()));
        model.slowRunProperty().subscribe(_ -> actions(model.card()));
        verdict.neutralProperty().bind(model.neutralProperty());
        verdict.noticeProperty().bind(Bindings.createStringBinding(this::notice, keyboardHere, camera.onProperty(),
                model.confirmingProperty()));
        sameBadgeGone.setOnFinished(_ -> verdict.sameBadgeProperty().set(false));
        model.sameBadgeProperty().subscribe(seen -> {
            verdict.sameBadgeProperty().set(seen);
            sameBadgeGone.playFromStart();
        });
        model.lastScans().addListener(this::lastChanged);
        lastScans.getChildren().setAll(model.lastScans().stream().map(this::lastScan).toList());
        code.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                model.state().typing();
            }
        });
        code.addEventFilter(KeyEvent.KEY_PRESSED, this::codeKey);
    }

    private String notice() {
        if (!keyboardHere.get()) {
            return words.say(camera.onProperty().get() ? "focus.wand-elsewhere" : "focus.elsewhere");
        }
        return model.confirmingProperty().get() ? words.say("scan.still", model.card().name()) : "";
    }

    private void show(Card card) {
        verdict.setNameOnOneLine(card.group().isPresent());
        verdict.faceProperty().set(card.face());
        actions(card);
    }

    // Buttons act on the card they were shown with; on one that is no longer in colour they ask again.
    private void actions(Card card) {
        boolean inColour = !model.neutralProperty().get();
        visible(acknowledge, card.waiting() && inColour);
        visible(sendAway, card.waiting() && inColour);
        visible(checkIn, card.lookedUp() && model.checksIn() && inColour);
        groupAction(card, inColour);
        visible(lookAlike, card.lookAlike().isPresent() && inColour);
        visible(still, card.attendee().isPresent() && !inColour && keyboardHere.get());
        visible(person, shownCode().isPresent());
        person.setOnAction(_ -> shownCode().ifPresent(openPerson));
        visible(setUpWand, model.slowRunProperty().get());
        visible(whatToDo, Topic.said(card.face().sentence(), words).isPresent());
        acknowledge.getParent().setManaged(verdict.getActions().stream().anyMatch(Node::isVisible));
        lookAlike.setText(card.lookAlike().map(Verdict.LookAlike::name).map(name -> words.say("scan.look-alike", name))
                .orElse(""));
        still.setText(words.say("scan.still", card.name()));
        still.setOnAction(_ -> model.lookAgain(card));
        lookAlike.setOnAction(_ -> model.confirmLookAlike(card));
        acknowledge.setOnAction(_ -> model.acknowledge(card));
        sendAway.setOnAction(_ -> model.sendAway(card));
        checkIn.setOnAction(_ -> model.checkIn(card));
    }

    private void groupAction(Card card, boolean inColour) {
        GroupModel group = model.groupModel();
        visible(checkInPicked, !group.picked().isEmpty() && inColour);
        checkInPicked.setText(words.say("scan.group.all", group.picked().size(), group.size()));
        checkInPicked.setOnAction(_ -> model.checkInPicked(card));
    }

    // Row by row: to make all of them anew at each scan would take longer than the scan.
    private void lastChanged(ListChangeListener.Change<? extends Card> change) {
        while (change.next()) {
            lastScans.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            lastScans.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::lastScan).toList());
        }
    }

    private Node lastScan(Card card) {
        return LastScan.row(card, words, () -> model.lookAgain(card), anchor -> card.record().ifPresent(
                record -> voids.open(anchor, record, card.name(), () -> model.voided(card))));
    }

    // Tab ends a code too, as it does a wand's.
    private void codeKey(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && !code.getText().isBlank()) {
            enterCode();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            code.clear();
            verdict.requestFocus();
            key.consume();
        }
    }

    @FXML
    private void enterCode() {
        String text = code.getText();
        code.clear();
        verdict.requestFocus();
        if (!text.isBlank()) {
            model.scanned(text, Source.TYPED);
        }
    }

    @Override
    public Optional<String> shownCode() {
        return Optional.of(model.card()).filter(Card::aboutSomebody).map(Card::code);
    }

    @Override
    public TextInputControl typingField() {
        return code;
    }

    @Override
    public boolean focusedWhenShown() {
        return false;
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
