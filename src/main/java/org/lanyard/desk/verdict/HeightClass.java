package org.lanyard.desk.verdict;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** Tells the style sheets how tall a screen is: what is read from two metres grows with the window. */
public final class HeightClass {

    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
    private static final PseudoClass VERY_TALL = PseudoClass.getPseudoClass("very-tall");
    private static final double LEAST = 680;
    private static final double LEAST_VERY = 900;

    private HeightClass() {}

    public static void watch(Region screen) {
        screen.heightProperty().subscribe(height -> {
            screen.pseudoClassStateChanged(TALL, height.doubleValue() >= LEAST);
            screen.pseudoClassStateChanged(VERY_TALL, height.doubleValue() >= LEAST_VERY);
        });
    }
}
