package org.lanyard.desk;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

public final class FactGrid {

    private FactGrid() {}

    public record Fact(String label, String value) {

        /** A fact of one line, whatever the roster has. */
        public static Fact line(String label, String value) {
            return new Fact(label, ShownText.line(value));
        }
    }

    public static void fill(GridPane grid, List<Fact> facts) {
        grid.getChildren().clear();
        for (Fact fact : facts) {
            if (!fact.value().isBlank()) {
                Label value = new Label(RightToLeft.lines(ShownText.text(fact.value())));
                value.setWrapText(true);
                value.setMinHeight(Region.USE_PREF_SIZE);
                value.setNodeOrientation(RightToLeft.orientation(fact.value()));
                Label label = new Label(ShownText.line(fact.label()));
                label.getStyleClass().add("hint");
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
                GridPane.setValignment(label, VPos.TOP);
                grid.addRow(grid.getRowCount(), label, value);
            }
        }
    }
}
