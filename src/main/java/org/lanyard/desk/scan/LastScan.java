package org.lanyard.desk.scan;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One of the last scans: kind, name and time. */
final class LastScan {

    private LastScan() {}

    static Node row(Shown shown) {
        StackPane badge = new StackPane(VerdictIcon.of(shown.look()));
        badge.getStyleClass().addAll("last-badge", "look-" + shown.look());
        Label name = new Label(shown.title());
        name.getStyleClass().add("last-name");
        name.setNodeOrientation(ScanController.orientation(shown.title()));
        String what = shown.headline().isEmpty() ? String.join(", ", shown.chips()) : shown.headline();
        Label detail = new Label(shown.time().isEmpty() ? what : shown.time() + " · " + what);
        detail.getStyleClass().add("last-detail");
        HBox row = new HBox(badge, new VBox(name, detail));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("last-scan");
        return row;
    }
}
