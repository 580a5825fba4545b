package org.lanyard.desk.scan;

import java.text.Bidi;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Keeps a name as large as its room allows on at most two lines. */
public final class FittedName {

    private static final double LARGEST = 72;
    private static final double SMALLEST = 22;
    private static final double STEP = 2;
    private static final double SHARE_OF_ROOM = 0.98;

    private final Label label;
    private final Region room;
    private final Text measure = new Text();
    private Font wanted;

    public FittedName(Label label, Region room) {
        this.label = label;
        this.room = room;
        measure.setBoundsType(TextBoundsType.LOGICAL);
        label.textProperty().subscribe(this::fit);
        room.widthProperty().subscribe(this::fit);
        room.heightProperty().subscribe(this::fit);
        // a style sheet that is applied again brings its own size along
        label.fontProperty().subscribe(font -> {
            if (wanted != null && !wanted.equals(font)) {
                Platform.runLater(this::fit);
            }
        });
    }

    private void fit() {
        double width = room.getWidth() * SHARE_OF_ROOM;
        if (width <= 0 || label.getText() == null) {
            return;
        }
        double size = LARGEST;
        while (size > SMALLEST && !fits(size, width)) {
            size -= STEP;
        }
        wanted = font(size);
        label.setFont(wanted);
    }

    /** Whole words only: a word that is wider than the line would be torn. */
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
        measure.setText(label.getText());
        measure.setWrappingWidth(width);
        double height = measure.getLayoutBounds().getHeight();
        return height < line * 2.5 && (room.getHeight() <= 0 || height <= Math.max(room.getHeight(), line));
    }

    private static Font font(double size) {
        return Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, size);
    }

    /** Names in Arabic or Hebrew read from the right. */
    public static NodeOrientation orientation(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1
                ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }
}
