package org.lanyard.desk;

import javafx.scene.control.Label;
import javafx.scene.control.skin.LabelSkin;

/** Every label's skin, by style sheet: as JavaFX's, but a label that wraps has its lines from {@link RightToLeft}. */
public final class SafeLabelSkin extends LabelSkin {

    private final boolean wraps;

    public SafeLabelSkin(Label label) {
        super(label);
        wraps = label.isWrapText();
        label.textProperty().subscribe(this::told);
    }

    private void told(String text) {
        boolean right = RightToLeft.in(text);
        getSkinnable().setWrapText(wraps && !right);
        if (wraps && right && !getSkinnable().textProperty().isBound()) {
            getSkinnable().setText(RightToLeft.lines(text));
        }
    }
}
