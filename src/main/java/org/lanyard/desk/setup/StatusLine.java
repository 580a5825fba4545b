package org.lanyard.desk.setup;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.lanyard.desk.Words;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

/** The line under a page's controls that says what was done, or why it could not be. */
final class StatusLine {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Label label;
    private final Words words;

    StatusLine(Label label, Words words) {
        this.label = label;
        this.words = words;
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    void show(String sentence) {
        label.pseudoClassStateChanged(BAD, false);
        label.setText(sentence);
    }

    void fail(String sentence) {
        label.pseudoClassStateChanged(BAD, true);
        label.setText(sentence);
    }

    /** Does something short, and says that it is done, or why not. */
    void run(Runnable work, String sentence) {
        try {
            work.run();
            show(sentence);
        } catch (NotPossible | StationFault failure) {
            fail(words.why(failure));
        }
    }
}
