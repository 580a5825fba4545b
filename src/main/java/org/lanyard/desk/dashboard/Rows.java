package org.lanyard.desk.dashboard;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The rows of a box, built once and refilled, because building them at each refresh takes too long. */
final class Rows<N extends Node> {

    private final Supplier<Pane> box;
    private final Supplier<N> make;

    Rows(Supplier<Pane> box, Supplier<N> make) {
        this.box = box;
        this.make = make;
    }

    <T> void show(List<T> shown, BiConsumer<N, T> fill) {
        List<Node> rows = box.get().getChildren();
        while (rows.size() < shown.size()) {
            rows.add(make.get());
        }
        rows.subList(shown.size(), rows.size()).clear();
        for (int i = 0; i < shown.size(); i++) {
            @SuppressWarnings("unchecked")   // nobody else adds rows
            N row = (N) rows.get(i);
            fill.accept(row, shown.get(i));
        }
    }
}
