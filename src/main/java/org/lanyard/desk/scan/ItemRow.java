package org.lanyard.desk.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.lanyard.desk.Words;
import org.lanyard.scan.Item;

public final class ItemRow {

    private static final int NUMBER_KEYS = 9;

    private ItemRow() {}

    public static List<Node> rows(List<Item> items, Words words, Consumer<Item> handOut) {
        List<Node> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(row(item, rows.size() + 1, words, handOut));
        }
        return rows;
    }

    private static HBox row(Item item, int number, Words words, Consumer<Item> handOut) {
        Label key = new Label(number <= NUMBER_KEYS ? String.valueOf(number) : "");
        key.getStyleClass().add("key");
        key.setVisible(number <= NUMBER_KEYS);
        Label name = new Label(item.description());
        name.getStyleClass().add("item-name");
        Label count = new Label(words.say("scan.item.count", item.redeemed(), item.quantity()));
        count.getStyleClass().add("item-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(key, name, count);
        row.getStyleClass().add("item-row");
        row.setUserData(item);
        row.setAlignment(Pos.CENTER_LEFT);
        if (item.remaining() > 0) {
            Button button = new Button(words.say("scan.item.hand-out"));
            button.getStyleClass().add("hand-out");
            button.setAccessibleText(words.say("scan.item.hand-out.accessible", item.description()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> handOut.accept(item));
            row.getChildren().add(button);
        } else {
            row.getStyleClass().add("used-up");
        }
        return row;
    }
}
