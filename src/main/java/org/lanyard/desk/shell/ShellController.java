package org.lanyard.desk.shell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.ShowsPerson;
import org.lanyard.desk.TypingTarget;
import org.lanyard.desk.Words;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.scan.Post;

/** The frame around every screen: top bar and rail. A screen is loaded when it is first shown. */
public final class ShellController {

    private static final int DELETE = 0x7F;
    // Opens the page of the person who is shown or chosen.
    private static final KeyCode PERSON_KEY = KeyCode.F8;
    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");

    private final ShellModel model;
    private final Words words;
    private final Parts parts;
    private final Map<Screen, ScreenLoader.Loaded> screens = new EnumMap<>(Screen.class);
    private final Map<Screen, ToggleButton> tabs = new EnumMap<>(Screen.class);
    private final ToggleGroup group = new ToggleGroup();
    private Optional<Parent> personPage = Optional.empty();

    @FXML private BorderPane root;
    @FXML private VBox rail;
    @FXML private StackPane room;
    @FXML private Label conference;
    @FXML private Label place;
    @FXML private Label mode;
    @FXML private Label health;
    @FXML private Label venue;
    @FXML private Button staff;
    @FXML private Label time;

    ShellController(Parts parts) {
        this.parts = parts;
        this.model = parts.shell();
        this.words = parts.words();
    }

    @FXML
    private void initialize() {
        for (Screen screen : Screen.values()) {
            tabs.put(screen, tab(screen));
        }
        rail.getChildren().setAll(tabs.values());
        root.setBottom(new PasswordBar(model.missingPassword(), words));
        time.textProperty().bind(model.timeProperty());
        model.healthProperty().subscribe(_ -> showHealth());
        model.venueProperty().subscribe(_ -> showHealth());
        health.setOnMouseClicked(_ -> {
            if (model.healthProperty().get().look().equals(MachineHealth.PRINTER)) {
                showBadgeQueue();
            } else {
                parts.help().show(Optional.of(model.healthProperty().get().topic()));
            }
        });
        venue.setOnMouseClicked(_ -> parts.help().show(Optional.of(model.venueProperty().get().topic())));
        model.postProperty().subscribe(this::show);
        model.screenProperty().subscribe(this::show);
        model.personProperty().subscribe(this::showPerson);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::functionKey);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::letter);
    }

    private ToggleButton tab(Screen screen) {
        ToggleButton tab = new ToggleButton(words.say("rail." + screen.id()), new FontIcon(screen.icon()));
        tab.setId(screen.id() + "Tab");
        tab.setContentDisplay(ContentDisplay.TOP);
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> {
            model.show(screen);
            group.selectToggle(tab);
        });
        return tab;
    }

    private void show(Post post) {
        conference.setText(ShownText.line(post.conference().name()));
        place.setText(ShownText.line(post.station()));
        mode.setText(model.mode());
        mode.pseudoClassStateChanged(SPECIAL, !model.plainCheckIn());
        staff.setText(post.staff() == null ? "" : ShownText.line(post.staff().name()));
        staff.setVisible(post.staff() != null);
        staff.setManaged(post.staff() != null);
    }

    private void showHealth() {
        show(health, model.healthProperty().get(), !model.hidesLocal());
        show(venue, model.venueProperty().get(), true);
    }

    // Whoever leaves the badges that wait is back where they were.
    private void showBadgeQueue() {
        Screen before = model.screenProperty().get();
        SetupPage page = parts.setup().pageProperty().get();
        parts.setup().pageProperty().set(SetupPage.BADGES);
        model.show(Screen.SETUP);
        parts.setup().badgeQueue().open(() -> {
            parts.setup().pageProperty().set(page);
            model.show(before);
        });
    }

    // Not before it says something.
    private static void show(Label pill, ShellModel.Health now, boolean wanted) {
        boolean shown = wanted && !now.text().isEmpty();
        pill.setText(now.text());
        pill.setVisible(shown);
        pill.setManaged(shown);
        pill.getStyleClass().removeIf(style -> style.startsWith("health-"));
        pill.getStyleClass().add("health-" + now.look());
    }

    private void show(Screen chosen) {
        ScreenLoader.Loaded loaded = screens.computeIfAbsent(chosen, this::load);
        screens.forEach((each, screen) -> screen.root().setVisible(each == chosen));
        group.selectToggle(tabs.get(chosen));
        loaded.typing().filter(TypingTarget::focusedWhenShown).ifPresentOrElse(
                target -> target.typingField().requestFocus(), root::requestFocus);
    }

    // One person's page stands in front of the screen from which it was opened.
    private void showPerson(boolean shown) {
        if (shown && personPage.isEmpty()) {
            personPage = Optional.of(add(parts.loader().load("person/person.fxml")).root());
        }
        personPage.ifPresent(page -> page.setVisible(shown));
        if (shown) {
            screens.values().forEach(screen -> screen.root().setVisible(false));
            personPage.ifPresent(Parent::requestFocus);
        } else {
            show(model.screenProperty().get());
        }
    }

    private ScreenLoader.Loaded load(Screen screen) {
        return add(parts.loader().load(screen, parts));
    }

    private ScreenLoader.Loaded add(ScreenLoader.Loaded loaded) {
        if (loaded.root() instanceof Region region) {
            region.setMinSize(0, 0);   // no screen makes the window's room larger than the window
        }
        room.getChildren().add(loaded.root());
        return loaded;
    }

    private ScreenLoader.Loaded shown() {
        return Objects.requireNonNull(screens.get(model.screenProperty().get()));
    }

    private void functionKey(KeyEvent key) {
        if (key.getCode() == PERSON_KEY && !model.personProperty().get()
                && shown().controller() instanceof ShowsPerson screen) {
            screen.shownCode().ifPresent(parts.person()::open);
        }
        Arrays.stream(Screen.values()).filter(screen -> screen.key() == key.getCode()).findFirst().ifPresent(screen -> {
            model.show(screen);
            show(screen);
        });
        if (model.screenProperty().get() == Screen.SCAN && !model.personProperty().get()) {
            badgeKey(key.getCode());
        }
    }

    private void badgeKey(KeyCode key) {
        if (key == KeyCode.F9) {
            parts.badgeQuestions().yes();
        } else if (key == KeyCode.F10) {
            parts.badgeQuestions().no();
        }
    }

    // A letter goes to the screen's field for typing, wherever the focus is.
    private void letter(KeyEvent key) {
        boolean letter = !key.getCharacter().isEmpty()
                && key.getCharacter().codePoints().allMatch(c -> c > ' ' && c != DELETE);
        boolean elsewhere = !(key.getTarget() instanceof TextInputControl) && !key.isShortcutDown();
        Optional<TypingTarget> target = shown().typing();
        if (letter && elsewhere && target.isPresent() && !model.personProperty().get()) {
            TextInputControl field = target.get().typingField();
            field.requestFocus();
            field.appendText(key.getCharacter());
            field.end();
            key.consume();
        }
    }

    @FXML
    private void switchTheme() {
        model.theme(model.theme().other());
    }

    @FXML
    private void help() {
        parts.help().show();
    }

    @FXML
    private void signOut() {
        model.signOut();
    }
}
