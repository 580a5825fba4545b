package org.lanyard.desk.scan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Words;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Item;

final class ItemList {

    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

    private final ScanModel model;
    private final Words words;
    private final GroupRows groupRows;
    private final ScrollPane pane;
    private final VBox rows;
    private final VBox people;
    private final TextField find;

    ItemList(ScanModel model, Words words, ScrollPane pane, VBox rows, VBox people, TextField find) {
        this.model = model;
        this.words = words;
        this.groupRows = new GroupRows(model.groupModel(), words);
        this.pane = pane;
        this.rows = rows;
        this.people = people;
        this.find = find;
    }

    void begin() {
        model.armedProperty().subscribe(this::arm);
        model.neutralProperty().subscribe(neutral -> {
            rows.setDisable(neutral);
            people.setDisable(neutral);
        });
        model.findingItemProperty().subscribe(this::finding);
        find.textProperty().subscribe(this::filter);
        find.setOnAction(_ -> shown().findFirst().ifPresent(node -> model.handOut(model.card(), item(node))));
        find.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                model.stopFindingItem();
                key.consume();
            }
        });
    }

    void show(Card card) {
        Consumer<Item> handOut = item -> model.handOut(card, item);
        rows.getChildren().setAll(ItemRow.rows(card.items(), words, handOut));
        people.getChildren().setAll(card.group().map(
                group -> groupRows.rows(group, attendee -> model.choose(card, attendee))).orElse(List.of()));
        pane.setVvalue(0);
        visible(rows, !card.items().isEmpty());
        visible(people, card.group().isPresent());
        visible(pane, rows.isVisible() || people.isVisible());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void arm(Optional<Item> item) {
        rows.getChildren().forEach(row -> {
            boolean armed = item.filter(each -> each == item(row)).isPresent();
            row.pseudoClassStateChanged(ARMED, armed);
            if (armed) {
                scrollTo(row);
            }
        });
    }

    private void scrollTo(Node row) {
        Bounds within = pane.getContent().sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double hidden = pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        double top = pane.getVvalue() * hidden;
        boolean seen = within.getMinY() >= top && within.getMaxY() <= top + pane.getViewportBounds().getHeight();
        if (!seen && hidden > 0) {
            pane.setVvalue(Math.clamp((within.getCenterY() - pane.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
        }
    }

    private void finding(boolean now) {
        boolean before = find.isVisible();
        find.setVisible(now);
        find.setManaged(now);
        find.clear();
        if (now) {
            find.requestFocus();
        } else if (before) {
            rows.getParent().requestFocus();
        }
    }

    private void filter(String typed) {
        String wanted = Folding.fold(typed.strip());
        for (Node row : rows.getChildren()) {
            boolean fits = wanted.isEmpty() || Folding.fold(item(row).description()).contains(wanted);
            row.setVisible(fits);
            row.setManaged(fits);
        }
    }

    private java.util.stream.Stream<Node> shown() {
        return List.copyOf(rows.getChildren()).stream().filter(row -> row.isVisible() && item(row).remaining() > 0);
    }

    private static Item item(Node row) {
        return (Item) row.getUserData();
    }
}
