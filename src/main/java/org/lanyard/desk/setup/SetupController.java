package org.lanyard.desk.setup;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of what can be set up, and beside it the page of what was chosen. */
public final class SetupController {

    private final Wand wand;

    @FXML private StackPane root;
    @FXML private VBox choices;
    @FXML private StackPane pages;
    @FXML private ToggleButton wandChoice;

    public SetupController(Wand wand) {
        this.wand = wand;
    }

    @FXML
    private void initialize() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = choices.getChildren().stream().map(ToggleButton.class::cast).toList();
        buttons.forEach(button -> button.setToggleGroup(group));
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                show(buttons.indexOf(now));
            }
        });
        pages.getChildren().addListener((ListChangeListener<Node>) _ -> show(0));
        root.visibleProperty().addListener((_, _, _) -> listen(group.getSelectedToggle()));
        group.selectToggle(buttons.getFirst());
    }

    private void show(int chosen) {
        List<Node> all = pages.getChildren();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).setVisible(i == chosen);
        }
        listen(choices.getChildren().get(chosen) instanceof Toggle toggle ? toggle : null);
    }

    /** While the page of the wand is open, a scan is looked at there and decided by nobody. */
    private void listen(Toggle chosen) {
        wand.listen(root.isVisible() && chosen == wandChoice);
    }
}
