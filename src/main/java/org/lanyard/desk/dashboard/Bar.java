package org.lanyard.desk.dashboard;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;

final class Bar extends VBox {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Label title = new Label();
    private final Label number = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox line = new HBox(bar, number);

    Bar() {
        getStyleClass().add("bar");
        title.getStyleClass().add("bar-name");
        title.setWrapText(true);
        number.getStyleClass().add("hint");
        number.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(0);
        HBox.setHgrow(bar, Priority.ALWAYS);
        line.getStyleClass().add("bar-line");
        getChildren().addAll(title, line);
    }

    void show(String name, String count, double share) {
        setTitle(name, false);
        number.setText(count);
        bar.setProgress(Math.clamp(share, 0, 1));
        bar.setAccessibleText(ShownText.line(name) + ": " + count);
    }

    void showProblem(String sentence) {
        setTitle(sentence, true);
    }

    private void setTitle(String text, boolean problem) {
        title.setText(RightToLeft.lines(ShownText.line(text)));
        title.pseudoClassStateChanged(PROBLEM, problem);
        line.setVisible(!problem);
        line.setManaged(!problem);
    }
}
