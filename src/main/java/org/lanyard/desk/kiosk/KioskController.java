package org.lanyard.desk.kiosk;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.Words;
import org.lanyard.desk.pin.PinPad;
import org.lanyard.desk.scan.FittedName;
import org.lanyard.desk.scan.HeightClass;
import org.lanyard.desk.scan.VerdictIcon;

/** Binds the kiosk's screen to its model. */
public final class KioskController {

    private static final double NAME_OF_HEIGHT = 0.165;

    private static final Duration IDLE_AFTER = Duration.seconds(4);
    private static final Duration PIN_GIVEN_UP_AFTER = Duration.seconds(30);

    private final KioskModel model;
    private final PauseTransition idle = new PauseTransition(IDLE_AFTER);
    private final PauseTransition givenUp = new PauseTransition(PIN_GIVEN_UP_AFTER);

    @FXML private StackPane root;
    @FXML private StackPane icon;
    @FXML private Label small;
    @FXML private StackPane titleRoom;
    @FXML private Label title;
    @FXML private Label line;
    @FXML private FlowPane languages;
    @FXML private VBox leaving;

    public KioskController(KioskModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        new FittedName(title, titleRoom, () -> root.getHeight() * NAME_OF_HEIGHT);
        idle.setOnFinished(_ -> model.idle());
        givenUp.setOnFinished(_ -> model.leavingProperty().set(false));
        languages.getChildren().setAll(Words.LANGUAGES.stream().map(this::language).toList());
        leaving.visibleProperty().bind(model.leavingProperty());
        model.viewProperty().subscribe(this::show);
    }

    private Button language(Locale locale) {
        Button button = new Button(locale.getDisplayLanguage(locale));
        button.getStyleClass().add("language");
        button.setOnAction(_ -> model.speak(locale));
        return button;
    }

    private void show(KioskModel.View view) {
        root.getStyleClass().removeIf(style -> style.startsWith("look-"));
        root.getStyleClass().add("look-" + view.look());
        icon.getChildren().setAll(VerdictIcon.of(view.look()));
        icon.setVisible(!view.isIdle());
        icon.setManaged(!view.isIdle());
        small.setText(view.small());
        title.setText(view.title());
        title.setNodeOrientation(RightToLeft.orientation(view.title()));
        line.setText(view.line());
        languages.setVisible(view.isIdle());
        languages.setManaged(view.isIdle());
        root.setAccessibleText(view.title() + ". " + view.line());
        if (view.isIdle()) {
            idle.stop();
        } else {
            idle.playFromStart();
        }
    }

    @FXML
    private void leave() {
        PinPad[] pad = new PinPad[1];
        pad[0] = new PinPad(model.words(), pin -> {
            givenUp.playFromStart();
            model.leave(pin, pad[0]::show);
        });
        Button back = new Button(model.words().say("pin.stay"));
        back.setOnAction(_ -> model.leavingProperty().set(false));
        leaving.getChildren().setAll(pad[0], back);
        model.leavingProperty().set(true);
        givenUp.playFromStart();
        pad[0].begin();
    }
}
