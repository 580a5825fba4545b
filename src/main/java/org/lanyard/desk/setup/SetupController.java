package org.lanyard.desk.setup;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.wand.Wand;

/** The list of Setup pages, and the page that is chosen. The wand page looks at scans instead of deciding them. */
public final class SetupController {

    private static final int NONE = -1;

    private final Wand wand;
    private final RosterModel roster;

    @FXML private StackPane root;
    @FXML private VBox choices;
    @FXML private StackPane pages;
    @FXML private ToggleButton wandChoice;

    public SetupController(Wand wand, RosterModel roster) {
        this.wand = wand;
        this.roster = roster;
    }

    @FXML
    private void initialize() {
        choices.visibleProperty().bind(roster.openProperty().not());
        choices.managedProperty().bind(choices.visibleProperty());
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
        root.visibleProperty().addListener((_, _, visible) -> show(visible
                ? buttons.indexOf((ToggleButton) group.getSelectedToggle()) : NONE));
        group.selectToggle(buttons.getFirst());
    }

    /** Shows one page; {@link #NONE} stops the pages' own refreshing while Setup is out of sight. */
    private void show(int chosen) {
        List<Node> all = pages.getChildren();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).setVisible(i == chosen);
        }
        wand.listen(chosen != NONE && choices.getChildren().get(chosen) == wandChoice);
    }
}
