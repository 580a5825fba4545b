package org.lanyard.desk.setup;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

final class StatusLine {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Words words;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty bad = new SimpleBooleanProperty();

    private final BooleanProperty busy = new SimpleBooleanProperty();

    StatusLine(Words words) {
        this.words = words;
    }

    void showIn(Label label) {
        label.textProperty().bind(text);
        label.managedProperty().bind(text.isNotEmpty());
        Node help = HelpRequest.link(words, text::get);
        label.setContentDisplay(ContentDisplay.RIGHT);
        bad.subscribe(failed -> {
            label.pseudoClassStateChanged(BAD, failed);
            label.setGraphic(failed ? help : null);
        });
    }

    void showBusyIn(Node indicator) {
        indicator.visibleProperty().bind(busy);
    }

    void show(String sentence) {
        bad.set(false);
        text.set(sentence);
    }

    void fail(String sentence) {
        bad.set(true);
        text.set(sentence);
    }

    void begin() {
        busy.set(true);
        show("");
    }

    void end(String sentence) {
        busy.set(false);
        show(sentence);
    }

    void endFailed(String sentence) {
        busy.set(false);
        fail(sentence);
    }

    void run(Runnable work, String sentence) {
        try {
            work.run();
            show(sentence);
        } catch (NotPossible | StationFault failure) {
            fail(words.why(failure));
        }
    }
}
