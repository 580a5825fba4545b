package org.lanyard.desk;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Columns as tall as what they hold is at their widths. JavaFX's own row takes the height that its columns would have at their
 * preferred widths, though it makes them wider, and so is taller than its lines.
 */
public final class Columns extends HBox {

    @Override
    protected double computeMinHeight(double width) {
        return width < 0 ? super.computeMinHeight(width) : computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Node> columns = getManagedChildren();
        double room = width - snappedLeftInset() - snappedRightInset() - snapSpaceX(getSpacing()) * (columns.size() - 1)
                - columns.stream().mapToDouble(column -> column.prefWidth(-1)).sum();
        long growing = columns.stream().filter(Columns::grows).count();
        if (room <= 0 || growing == 0) {
            return super.computePrefHeight(width);
        }
        return snappedTopInset() + snappedBottomInset() + columns.stream().mapToDouble(column -> column.prefHeight(
                snapSizeX(column.prefWidth(-1) + (grows(column) ? room / growing : 0)))).max().orElse(0);
    }

    private static boolean grows(Node column) {
        return HBox.getHgrow(column) == Priority.ALWAYS;
    }
}
