package org.lanyard.desk.scan;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.lanyard.desk.RightToLeft;

/** A name in the strip, in smaller letters where its longest word would be torn else. */
final class StripName extends Label {

    // As the style sheet has them.
    private static final List<Size> SIZES = List.of(new Size("last-name-usual", 1), new Size("last-name-small", 0.8),
            new Size("last-name-smaller", 0.64));
    private static final double MEASURED = 100;

    private final double longestWord;

    private record Size(String style, double share) {}

    StripName(String name) {
        super(name);
        getStyleClass().add("last-name");
        setWrapText(true);
        setNodeOrientation(RightToLeft.orientation(name));
        longestWord = longestWord(name);
        // what is chosen while the strip is being laid out would not be laid out itself
        widthProperty().subscribe(_ -> Platform.runLater(this::fit));
        fontProperty().subscribe(_ -> Platform.runLater(this::fit));
    }

    // In shares of the letters' size.
    private static double longestWord(String name) {
        Text measure = new Text();
        measure.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, MEASURED));
        double longest = 0;
        for (String word : name.split("\\s+")) {
            measure.setText(word);
            longest = Math.max(longest, measure.getLayoutBounds().getWidth() / MEASURED);
        }
        return longest;
    }

    private void fit() {
        if (getWidth() > 0) {
            Size fits = SIZES.stream().filter(size -> usual() * size.share() * longestWord <= getWidth()).findFirst()
                    .orElse(SIZES.getLast());
            if (!getStyleClass().contains(fits.style())) {
                getStyleClass().removeIf(style -> style.startsWith("last-name-"));
                getStyleClass().add(fits.style());
            }
        }
    }

    private double usual() {
        return getFont().getSize() / SIZES.stream().filter(size -> getStyleClass().contains(size.style())).findFirst()
                .map(Size::share).orElse(1.0);
    }
}
