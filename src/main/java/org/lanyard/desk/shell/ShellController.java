package org.lanyard.desk.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.lanyard.desk.shell.ShellModel.Screen;
import org.lanyard.scan.Post;

/** The frame around every screen: top bar and rail. */
public final class ShellController {

    private static final int DELETE = 0x7F;
    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");

    private final ShellModel model;
    private final Map<Screen, Node> screens = new EnumMap<>(Screen.class);
    private final Map<Screen, ToggleButton> tabs = new EnumMap<>(Screen.class);

    @FXML private BorderPane root;
    @FXML private Label conference;
    @FXML private Label place;
    @FXML private Label mode;
    @FXML private Label health;
    @FXML private Button staff;
    @FXML private Label time;
    @FXML private ToggleGroup rail;
    @FXML private ToggleButton scanTab;
    @FXML private ToggleButton searchTab;
    @FXML private ToggleButton dashboardTab;
    @FXML private ToggleButton journalTab;
    @FXML private ToggleButton setupTab;
    @FXML private Parent scan;
    @FXML private Parent search;
    @FXML private Parent dashboard;
    @FXML private Parent journal;
    @FXML private Parent setup;

    ShellController(ShellModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        screens.putAll(Map.of(Screen.SCAN, scan, Screen.SEARCH, search, Screen.DASHBOARD, dashboard, Screen.JOURNAL,
                journal, Screen.SETUP, setup));
        tabs.putAll(Map.of(Screen.SCAN, scanTab, Screen.SEARCH, searchTab, Screen.DASHBOARD, dashboardTab,
                Screen.JOURNAL, journalTab, Screen.SETUP, setupTab));
        tabs.forEach((screen, tab) -> tab.setOnAction(_ -> {
            model.show(screen);
            rail.selectToggle(tab);
        }));
        time.textProperty().bind(model.timeProperty());
        model.healthProperty().subscribe(this::show);
        model.postProperty().subscribe(this::show);
        model.screenProperty().subscribe(this::show);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::functionKey);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::letter);
    }

    private void show(Post post) {
        conference.setText(post.conference().name());
        place.setText(post.station());
        mode.setText(model.mode());
        mode.pseudoClassStateChanged(SPECIAL, !model.plainCheckIn());
        staff.setText(post.staff() == null ? "" : post.staff().name());
        staff.setVisible(post.staff() != null);
        staff.setManaged(post.staff() != null);
    }

    private void show(ShellModel.Health now) {
        health.setText(now.text());
        health.getStyleClass().removeIf(style -> style.startsWith("health-"));
        health.getStyleClass().add("health-" + now.look());
    }

    private void show(Screen screen) {
        screens.forEach((each, node) -> node.setVisible(each == screen));
        rail.selectToggle(tabs.get(screen));
        if (screen == Screen.SEARCH) {
            query().requestFocus();
        } else {
            root.requestFocus();
        }
    }

    private void functionKey(KeyEvent key) {
        if (key.getCode() == KeyCode.F3) {
            model.show(Screen.SEARCH);
            query().requestFocus();
        } else if (key.getCode() == KeyCode.F2) {
            model.show(Screen.SCAN);
        }
    }

    /** On the search screen a letter is part of what is searched, wherever the focus is. */
    private void letter(KeyEvent key) {
        boolean letter = !key.getCharacter().isEmpty()
                && key.getCharacter().codePoints().allMatch(c -> c > ' ' && c != DELETE);
        boolean elsewhere = !(key.getTarget() instanceof TextInputControl) && !key.isShortcutDown();
        if (letter && elsewhere && model.screenProperty().get() == Screen.SEARCH) {
            query().requestFocus();
            query().appendText(key.getCharacter());
            query().end();
            key.consume();
        }
    }

    private TextField query() {
        return (TextField) search.lookup("#query");
    }

    @FXML
    private void switchTheme() {
        model.theme(model.theme().other());
    }

    @FXML
    private void signOut() {
        model.signOut();
    }
}
