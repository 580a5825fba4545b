package org.lanyard.desk.scan;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.Words;

/** One of the last scans: kind, name and time; one may look again, or void what was recorded. */
final class LastScan {

    private LastScan() {}

    /** @param voids told the node beside which to ask for a reason */
    static Node row(Shown shown, Words words, Runnable lookAgain, Consumer<Node> voids) {
        HBox below = new HBox(detail(shown, words));
        below.setAlignment(Pos.CENTER_LEFT);
        if (shown.attendee() != null) {
            below.getChildren().add(button("fth-eye", words.say("scan.look-again", shown.title(), shown.second()),
                    _ -> lookAgain.run()));
        }
        if (shown.voidable()) {
            below.getChildren().add(button("fth-rotate-ccw", words.say("scan.void", shown.title(), shown.second()),
                    voids));
        }
        StackPane badge = new StackPane(VerdictIcon.of(shown.look()));
        badge.getStyleClass().addAll("last-badge", "look-" + shown.look());
        VBox text = new VBox(name(shown), below);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(badge, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("last-scan");
        return row;
    }

    private static Label name(Shown shown) {
        Label name = new Label(shown.title());
        name.getStyleClass().add("last-name");
        name.setWrapText(true);
        name.setNodeOrientation(RightToLeft.orientation(shown.title()));
        return name;
    }

    private static Label detail(Shown shown, Words words) {
        String what = shown.headline().isEmpty() ? words.verdicts().listed(shown.chips()) : shown.headline();
        Label detail = new Label(shown.time().isEmpty() ? what : shown.time() + " · " + what);
        detail.getStyleClass().add("last-detail");
        detail.setWrapText(true);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        return detail;
    }

    private static Button button(String icon, String accessible, Consumer<Node> action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(accessible);
        button.setOnAction(_ -> action.accept(button));
        return button;
    }
}
