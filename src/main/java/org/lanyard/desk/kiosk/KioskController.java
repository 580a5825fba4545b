package org.lanyard.desk.kiosk;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.HeightClass;
import org.lanyard.desk.verdict.Look;
import org.lanyard.desk.verdict.VerdictPane;

/** Binds the kiosk's screen to its model. */
public final class KioskController {

    private static final Duration IDLE_AFTER = Duration.ofSeconds(4);
    private static final Duration PIN_GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final KioskModel model;
    private final DeskClock clock;
    private final ObservableBooleanValue scansArrive;
    private DeskClock.Pause idle = DeskClock.Pause.NONE;
    private DeskClock.Pause givenUp = DeskClock.Pause.NONE;

    @FXML private StackPane root;
    @FXML private VerdictPane verdict;
    @FXML private VBox leaving;

    /** @param scansArrive false where neither wand nor camera reads into this window */
    public KioskController(KioskModel model, DeskClock clock, ObservableBooleanValue scansArrive) {
        this.model = model;
        this.clock = clock;
        this.scansArrive = scansArrive;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        verdict.paint(root);
        verdict.getActions().setAll(Words.LANGUAGES.stream().map(this::language).toList());
        scansArrive.subscribe(arrive -> {
            verdict.neutralProperty().set(!arrive);
            verdict.noticeProperty().set(arrive ? "" : model.words().say("focus.elsewhere"));
        });
        model.faceProperty().subscribe(this::show);
        WhileVisible.every(javafx.util.Duration.seconds(1), root, model::tick, model::tick);
    }

    private Button language(Locale locale) {
        Button button = new Button(locale.getDisplayLanguage(locale));
        button.getStyleClass().add("language");
        button.setOnAction(_ -> model.speak(locale));
        return button;
    }

    private void show(Face face) {
        boolean idles = face.look() == Look.IDLE;
        verdict.faceProperty().set(face);
        verdict.getActions().forEach(button -> {
            button.setVisible(idles);
            button.setManaged(idles);
        });
        idle.cancel();
        idle = idles ? DeskClock.Pause.NONE : clock.after(IDLE_AFTER, model::idle);
    }

    @FXML
    private void leave() {
        LeavingPrompt prompt = new LeavingPrompt(model, clock, this::giveUpLater);
        leaving.getChildren().setAll(prompt);
        model.leavingProperty().set(true);
        giveUpLater();
        prompt.begin();
    }

    private void giveUpLater() {
        givenUp.cancel();
        givenUp = clock.after(PIN_GIVEN_UP_AFTER, () -> model.leavingProperty().set(false));
    }

    public ReadOnlyBooleanProperty leavingProperty() {
        return model.leavingProperty();
    }

    public boolean isLeaving() {
        return model.leavingProperty().get();
    }
}
