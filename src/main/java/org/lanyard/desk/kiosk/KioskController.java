package org.lanyard.desk.kiosk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.HeightClass;
import org.lanyard.desk.verdict.Look;
import org.lanyard.desk.verdict.VerdictPane;
import org.lanyard.scan.Attendee;

public final class KioskController {

    private static final Duration IDLE_AFTER = Duration.ofSeconds(4);
    private static final Duration GROUP_GIVEN_UP_AFTER = Duration.ofSeconds(20);
    private static final Duration PIN_GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final KioskModel model;
    private final DeskClock clock;
    private final ObservableBooleanValue scansArrive;
    private DeskClock.Pause idle = DeskClock.Pause.NONE;
    private DeskClock.Pause givenUp = DeskClock.Pause.NONE;

    @FXML private StackPane root;
    @FXML private VerdictPane verdict;
    @FXML private VBox leaving;

    public KioskController(KioskModel model, DeskClock clock, ObservableBooleanValue scansArrive) {
        this.model = model;
        this.clock = clock;
        this.scansArrive = scansArrive;
    }

    @FXML
    private void initialize() {
        HeightClass.watch(root);
        verdict.paint(root);
        scansArrive.subscribe(arrive -> {
            verdict.neutralProperty().set(!arrive);
            verdict.noticeProperty().set(arrive ? "" : model.words().say("focus.elsewhere"));
        });
        model.screenProperty().subscribe(this::show);
        WhileVisible.every(javafx.util.Duration.seconds(1), root, model::tick, model::tick);
    }

    private List<Node> languages() {
        return Words.LANGUAGES.stream().<Node>map(this::language).toList();
    }

    private Button language(Locale locale) {
        Button button = new Button(locale.getDisplayLanguage(locale));
        button.getStyleClass().add("language");
        button.setOnAction(_ -> model.speak(locale));
        return button;
    }

    private void show(KioskScreen screen) {
        boolean idles = screen.face().look() == Look.IDLE;
        verdict.faceProperty().set(screen.face());
        verdict.getActions().setAll(screen.group().map(this::choices).orElseGet(() -> idles ? languages() : List.of()));
        idle.cancel();
        Duration length = screen.group().isPresent() ? GROUP_GIVEN_UP_AFTER : IDLE_AFTER;
        idle = idles ? DeskClock.Pause.NONE : clock.after(length, model::idle);
    }

    private List<Node> choices(KioskGroup group) {
        if (!group.together()) {
            return group.people().stream().map(each -> named(new Button(), group, each,
                    button -> button.setOnAction(_ -> model.choose(group, each)))).toList();
        }
        Button all = new Button();
        all.getStyleClass().add("kiosk-all");
        all.setMinWidth(Double.NEGATIVE_INFINITY);
        all.setOnAction(_ -> model.checkIn(group));
        Stream<Node> names = group.people().stream().map(each -> named(new ToggleButton(), group, each, toggle -> {
            toggle.setSelected(true);
            toggle.setOnAction(_ -> {
                group.pick(each, toggle.isSelected());
                count(all, group);
            });
        }));
        count(all, group);
        return Stream.concat(names, Stream.of(all)).toList();
    }

    private <B extends ButtonBase> Node named(B button, KioskGroup group, Attendee attendee, Consumer<B> acts) {
        String name = KioskGroup.firstName(attendee);
        button.setText(name.isEmpty() ? model.words().say("kiosk.group.nameless", group.people().indexOf(attendee) + 1)
                : ShownText.line(name));
        button.getStyleClass().addAll("language", "kiosk-name");
        acts.accept(button);
        return button;
    }

    private void count(Button all, KioskGroup group) {
        all.setText(model.words().say("kiosk.group.all", group.picked().size()));
        all.setDisable(group.picked().isEmpty());
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
