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
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.VerdictIcon;

final class LastScan {

    private LastScan() {}

    static Node row(Card card, Words words, Runnable lookAgain, Consumer<Node> voids) {
        HBox below = new HBox(detail(card, words));
        below.setAlignment(Pos.CENTER_LEFT);
        if (card.aboutSomebody()) {
            below.getChildren().add(button("fth-eye", words.say("scan.look-again", card.name(), card.time()),
                    _ -> lookAgain.run()));
        }
        if (card.record().isPresent()) {
            below.getChildren().add(button("fth-rotate-ccw", words.say("scan.void", card.name(), card.time()),
                    voids));
        }
        StackPane badge = new StackPane(VerdictIcon.of(card.look()));
        badge.getStyleClass().addAll("last-badge", card.look().style());
        VBox text = new VBox(new StripName(card.name()), below);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(badge, text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("last-scan");
        return row;
    }

    private static Label detail(Card card, Words words) {
        String what =
                card.face().headline().isEmpty() ? words.verdicts().listed(card.face().chips()) : card.face().headline();
        Label detail = new Label(card.time().isEmpty() ? what : card.minute() + " · " + what);
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
