package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.lanyard.desk.Words;

abstract class PageController {

    final Words words;
    final StatusLine status;

    @FXML Node root;
    @FXML private Label said;

    PageController(Words words) {
        this.words = words;
        this.status = new StatusLine(words);
    }

    @FXML
    final void initialize() {
        status.showIn(said);
        bind();
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                load();
            }
        });
    }

    abstract void bind();

    /** Called each time the page comes into view. */
    void load() {}

    final void saved() {
        status.show(words.say("setup.saved"));
    }

    final void apply(Runnable change) {
        status.run(change, words.say("setup.saved"));
    }

    final Window window() {
        return root.getScene().getWindow();
    }
}
