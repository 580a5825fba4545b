package org.lanyard.desk.scan;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.Background;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.Words;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.camera.CameraView;
import org.lanyard.desk.journal.VoidPrompt;
import org.lanyard.scan.Source;

/** Binds the scan screen to its model. */
public final class ScanController {

    private static final double NAME_OF_HEIGHT = 0.124;

    /** After this an old green must not be mistaken for somebody's own. */
    private static final Duration NEUTRAL_AFTER = Duration.seconds(20);
    private static final Duration SAME_BADGE_FOR = Duration.seconds(2);
    private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");

    private final ScanModel model;
    private final CameraModel camera;
    private final Background background;
    private final VoidPrompt voids;
    private final Words words;
    private final PauseTransition neutral = new PauseTransition(NEUTRAL_AFTER);
    private final PauseTransition sameBadgeGone = new PauseTransition(SAME_BADGE_FOR);

    @FXML private HBox root;
    @FXML private VBox cameraRoom;
    @FXML private VBox verdict;
    @FXML private StackPane icon;
    @FXML private Label headline;
    @FXML private Label title;
    @FXML private Region titleRoom;
    @FXML private Label sentence;
    @FXML private FlowPane chips;
    @FXML private FlowPane actions;
    @FXML private Button acknowledge;
    @FXML private Button sendAway;
    @FXML private Button checkIn;
    @FXML private Button lookAlike;
    @FXML private VBox items;
    @FXML private VBox lastScans;
    @FXML private Label sameBadge;
    @FXML private Label wandHint;
    @FXML private TextField code;

    public ScanController(ScanModel model, CameraModel camera, VoidPrompt voids, Background background, Words words) {
        this.model = model;
        this.camera = camera;
        this.background = background;
        this.voids = voids;
        this.words = words;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        new FittedName(title, titleRoom, () -> root.getHeight() * NAME_OF_HEIGHT);
        neutral.setOnFinished(_ -> verdict.pseudoClassStateChanged(NEUTRAL, true));
        sameBadgeGone.setOnFinished(_ -> sameBadge.setVisible(false));
        new PictureDrop(model, background).on(root);
        cameraRoom.getChildren().setAll(new CameraView(camera, words));
        wandHint.visibleProperty().bind(model.wandSeenProperty().or(camera.onProperty()).not());
        wandHint.managedProperty().bind(wandHint.visibleProperty());
        model.shownProperty().subscribe(this::show);
        model.sameBadgeProperty().subscribe(seen -> {
            sameBadge.setVisible(seen);
            sameBadgeGone.playFromStart();
        });
        model.lastObservable().addListener(this::lastChanged);
        lastScans.getChildren().setAll(model.last().stream().map(this::lastScan).toList());
    }

    private void show(Shown shown) {
        verdict.getStyleClass().removeIf(style -> style.startsWith("look-"));
        verdict.getStyleClass().add("look-" + shown.look());
        verdict.pseudoClassStateChanged(NEUTRAL, false);
        neutral.playFromStart();
        icon.getChildren().setAll(VerdictIcon.of(shown.look()));
        text(headline, shown.headline());
        title.setText(shown.title());
        title.setNodeOrientation(RightToLeft.orientation(shown.title()));
        text(sentence, shown.sentence());
        if (shown.look().equals("idle")) {
            model.checkedInToday(today -> {
                if (model.shownProperty().get() == shown) {
                    text(sentence, words.say("scan.idle.today", today, shown.sentence()));
                }
            });
        }
        verdict.setAccessibleText(words.verdicts().inOne(shown.headline(), shown.title(), shown.sentence()));
        chips.getChildren().setAll(shown.chips().stream().map(ScanController::chip).toList());
        actions(shown);
        items.getChildren().setAll(ItemRow.rows(shown, words, item -> model.handOut(shown, item)));
        visible(items, !shown.items().isEmpty());
    }

    private void actions(Shown shown) {
        visible(acknowledge, shown.waiting());
        visible(sendAway, shown.waiting());
        visible(checkIn, shown.lookedUp() && model.checksIn());
        visible(lookAlike, shown.lookAlike() != null);
        visible(actions, shown.waiting() || checkIn.isVisible() || lookAlike.isVisible());
        lookAlike.setText(shown.lookAlike() == null ? "" : words.say("scan.look-alike", shown.lookAlike().name()));
        lookAlike.setOnAction(_ -> model.confirmLookAlike(shown));
        acknowledge.setOnAction(_ -> model.acknowledge(shown));
        sendAway.setOnAction(_ -> model.sendAway(shown));
        checkIn.setOnAction(_ -> model.checkIn(shown));
    }

    /** Row by row: to make all of them anew at each scan would take longer than the scan. */
    private void lastChanged(ListChangeListener.Change<? extends Shown> change) {
        while (change.next()) {
            lastScans.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            lastScans.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::lastScan).toList());
        }
    }

    private Node lastScan(Shown shown) {
        return LastScan.row(shown, words, () -> model.lookAgain(shown), anchor -> voids.open(anchor,
                shown.decision().scan().id(), shown.title(), () -> model.voided(shown)));
    }

    @FXML
    private void enterCode() {
        String text = code.getText();
        code.clear();
        verdict.requestFocus();
        model.scanned(text, Source.TYPED);
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static void text(Label label, String text) {
        label.setText(text);
        visible(label, !text.isEmpty());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
