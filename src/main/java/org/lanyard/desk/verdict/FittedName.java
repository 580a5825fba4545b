package org.lanyard.desk.verdict;

import java.util.function.DoubleSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.lanyard.desk.RightToLeft;

/**
 * Keeps a name as large as its room allows on at most two lines, or on one. Sizes are classes of {@code fit.css}: a font that is set
 * would be taken back by the style sheets at every turn.
 */
public final class FittedName {

    private static final double SMALLEST = 22;
    private static final double LARGEST = 180;
    private static final double STEP = 2;
    private static final double SHARE_OF_ROOM = 0.98;
    // A label measures its lines a little higher than its text does, and shortens what then does not fit.
    private static final double SHARE_OF_HEIGHT = 0.9;

    private final Label label;
    private final Region room;
    private final DoubleSupplier largest;
    private final Text measure = new Text();
    private boolean oneLine;

    /** @param largest in pixels; what no style has is cut to what one has */
    public FittedName(Label label, Region room, DoubleSupplier largest) {
        this.label = label;
        this.room = room;
        this.largest = largest;
        measure.setBoundsType(TextBoundsType.LOGICAL);
        label.textProperty().subscribe(this::fit);
        // what is chosen while the room is being laid out would not be laid out itself
        room.layoutBoundsProperty().subscribe(_ -> Platform.runLater(this::fit));
    }

    /** One line, unless it does not fit on one at the smallest size. */
    void oneLine(boolean wanted) {
        if (oneLine != wanted) {
            oneLine = wanted;
            fit();
        }
    }

    private void fit() {
        double width = room.getWidth() * SHARE_OF_ROOM;
        if (width <= 0 || label.getText() == null) {
            return;
        }
        double size = fitting(Math.clamp(Math.round(largest.getAsDouble() / STEP) * STEP, SMALLEST, LARGEST), width);
        label.getStyleClass().removeIf(style -> style.startsWith("fit-"));
        label.getStyleClass().add("fit-" + (int) size);
    }

    // By halves: to measure a name of hundreds of signs takes milliseconds.
    private double fitting(double largest, double width) {
        if (fits(largest, width)) {
            return largest;
        }
        int fitting = 0;
        int tooMany = (int) ((largest - SMALLEST) / STEP);
        while (tooMany - fitting > 1) {
            int steps = (fitting + tooMany) / 2;
            if (fits(SMALLEST + steps * STEP, width)) {
                fitting = steps;
            } else {
                tooMany = steps;
            }
        }
        return SMALLEST + fitting * STEP;
    }

    // Fits whole words only: a word that is wider than the line would be torn.
    private boolean fits(double size, double width) {
        measure.setFont(font(size));
        measure.setWrappingWidth(0);
        for (String word : label.getText().split("\\s+")) {
            measure.setText(word);
            if (measure.getLayoutBounds().getWidth() > width) {
                return false;
            }
        }
        measure.setText("Ág");
        double line = measure.getLayoutBounds().getHeight();
        measure.setText(RightToLeft.lines(label.getText()));
        measure.setWrappingWidth(RightToLeft.in(label.getText()) ? 0 : width);
        Bounds name = measure.getLayoutBounds();
        boolean low = name.getHeight() < line * (oneLine ? 1.5 : 2.5) && (room.getHeight() <= 0
                || name.getHeight() <= Math.max(room.getHeight() * SHARE_OF_HEIGHT, line));
        return low && name.getWidth() <= width;
    }

    private static Font font(double size) {
        return Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, size);
    }
}
