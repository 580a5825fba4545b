package org.lanyard.desk;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane as tall as its content is at its width. JavaFX's own takes the height that the content would have if none of its
 * lines wrapped, and then shows a bar for what it lacks.
 */
public final class WrappedScroll extends ScrollPane {

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double beside = snappedLeftInset() + snappedRightInset();
        return width <= beside ? super.computePrefHeight(width)
                : snappedTopInset() + getContent().prefHeight(width - beside) + snappedBottomInset();
    }
}
