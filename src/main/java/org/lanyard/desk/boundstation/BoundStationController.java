package org.lanyard.desk.boundstation;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.Words;
import org.lanyard.desk.pin.PinPad;
import org.lanyard.desk.scan.FittedName;
import org.lanyard.desk.scan.Shown;
import org.lanyard.desk.scan.HeightClass;
import org.lanyard.desk.scan.VerdictIcon;

/** Binds the screen of a door or a lunch queue to its model. */
public final class BoundStationController {

    private static final double NAME_OF_HEIGHT = 0.165;

    private static final Duration NEUTRAL_AFTER = Duration.seconds(20);
    private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");

    private final BoundStationModel model;
    private final Words words;
    private final PauseTransition neutral = new PauseTransition(NEUTRAL_AFTER);

    @FXML private StackPane root;
    @FXML private StackPane icon;
    @FXML private Region titleRoom;
    @FXML private Label headline;
    @FXML private Label title;
    @FXML private Label sentence;
    @FXML private Label product;
    @FXML private Label count;
    @FXML private Label sameBadge;
    @FXML private Button leave;
    @FXML private VBox leaving;

    public BoundStationController(BoundStationModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        new FittedName(title, titleRoom, () -> root.getHeight() * NAME_OF_HEIGHT);
        neutral.setOnFinished(_ -> root.pseudoClassStateChanged(NEUTRAL, true));
        product.setText(model.product());
        count.textProperty().bind(model.countProperty());
        sameBadge.visibleProperty().bind(model.scan().sameBadgeProperty());
        model.shownProperty().subscribe(this::show);
        leaving.setVisible(false);
    }

    private void show(Shown shown) {
        root.getStyleClass().removeIf(style -> style.startsWith("look-"));
        root.getStyleClass().add("look-" + shown.look());
        root.pseudoClassStateChanged(NEUTRAL, false);
        neutral.playFromStart();
        icon.getChildren().setAll(VerdictIcon.of(shown.look()));
        headline.setText(shown.headline());
        title.setText(shown.title());
        title.setNodeOrientation(RightToLeft.orientation(shown.title()));
        boolean speaks = !shown.look().equals("idle") && !shown.look().equals("go");
        sentence.setText(speaks ? shown.sentence() : "");
        root.setAccessibleText(words.verdicts().inOne(shown.headline(), shown.title(), shown.sentence()));
        model.recount();
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
}
