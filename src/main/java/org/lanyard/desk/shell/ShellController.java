package org.lanyard.desk.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The frame around every screen: top bar and rail. */
public final class ShellController {

    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");

    private final ShellModel model;

    @FXML private BorderPane root;
    @FXML private Label conference;
    @FXML private Label place;
    @FXML private Label mode;
    @FXML private Label health;
    @FXML private Label staff;
    @FXML private Label time;
    @FXML private ToggleButton scanTab;
    @FXML private ToggleButton searchTab;
    @FXML private ToggleGroup rail;
    @FXML private Parent scan;
    @FXML private Parent search;

    ShellController(ShellModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        conference.setText(model.conference());
        place.setText(model.place());
        mode.setText(model.mode());
        mode.pseudoClassStateChanged(SPECIAL, !model.plainCheckIn());
        staff.setText(model.staff());
        staff.setVisible(!model.staff().isEmpty());
        staff.setManaged(staff.isVisible());
        time.textProperty().bind(model.timeProperty());
        health.textProperty().bind(model.healthProperty());
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        model.screenProperty().subscribe(this::show);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::functionKey);
    }

    private void show(ShellModel.Screen screen) {
        scan.setVisible(screen == ShellModel.Screen.SCAN);
        search.setVisible(screen == ShellModel.Screen.SEARCH);
        rail.selectToggle(screen == ShellModel.Screen.SCAN ? scanTab : searchTab);
        if (screen == ShellModel.Screen.SEARCH) {
            search.lookup("#query").requestFocus();
        } else {
            root.requestFocus();
        }
    }

    private void functionKey(KeyEvent key) {
        if (key.getCode() == KeyCode.F3) {
            model.show(ShellModel.Screen.SEARCH);
            search.lookup("#query").requestFocus();
        } else if (key.getCode() == KeyCode.F2) {
            model.show(ShellModel.Screen.SCAN);
        } else if (key.getCode() == KeyCode.F11) {
            Stage stage = (Stage) root.getScene().getWindow();
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    @FXML
    private void showScan() {
        model.show(ShellModel.Screen.SCAN);
        rail.selectToggle(scanTab);
    }

    @FXML
    private void showSearch() {
        model.show(ShellModel.Screen.SEARCH);
        rail.selectToggle(searchTab);
    }

    @FXML
    private void switchTheme() {
        model.switchTheme();
    }
}
