package org.lanyard.desk.dashboard;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The rows of a box, each made once and told anew: building them at each refresh would hold up the window. */
final class Rows<N extends Node> {

    private final Pane box;
    private final Supplier<N> make;

    Rows(Pane box, Supplier<N> make) {
        this.box = box;
        this.make = make;
    }

    /** @param tell tells a row what it shows */
    <T> void show(List<T> shown, BiConsumer<N, T> tell) {
        List<Node> rows = box.getChildren();
        while (rows.size() < shown.size()) {
            rows.add(make.get());
        }
        rows.subList(shown.size(), rows.size()).clear();
        for (int i = 0; i < shown.size(); i++) {
            @SuppressWarnings("unchecked")   // nobody else adds rows
            N row = (N) rows.get(i);
            tell.accept(row, shown.get(i));
        }
    }
}
