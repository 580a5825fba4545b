package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.lanyard.desk.Words;

/** The page that begins an import, and says what came of it. */
public final class RosterController {

    private final RosterModel model;
    private final Words words;
    private final RosterFileChooser chooser;

    @FXML private Node root;
    @FXML private Node start;
    @FXML private Node revert;
    @FXML private Label reverts;
    @FXML private Label said;
    private final StatusLine status;

    RosterController(RosterModel model, Words words) {
        this.model = model;
        this.words = words;
        this.status = new StatusLine(words);
        this.chooser = new RosterFileChooser(model, words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        chooser.acceptDrops(root);
        start.visibleProperty().bind(model.openProperty().not());
        revert.managedProperty().bind(revert.visibleProperty());
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                loadKept();
            }
        });
        model.problemProperty().subscribe(why -> {
            if (!why.isEmpty()) {
                status.fail(why);
            }
        });
        model.importedProperty().subscribe(report -> report.ifPresent(done -> {
            status.show(words.say("roster.applied", done.attendees().added() + done.attendees().changed(),
                    model.conference().name()));
            loadKept();
        }));
    }

    private void loadKept() {
        model.loadKept(kept -> {
            revert.setVisible(kept.isPresent());
            reverts.setText(
                    kept.map(at -> words.say("roster.revert.hint", words.moment(at, model.conference()))).orElse(""));
        }, status::fail);
    }

    @FXML
    private void revert() {
        model.revert(report -> {
            status.show(words.say("roster.reverted", report.attendees().added(), report.attendees().changed(),
                    report.attendees().withdrawn()));
            loadKept();
        }, status::fail);
    }

    @FXML
    private void choose() {
        chooser.choose(root.getScene().getWindow());
    }

    @FXML
    private void loadDemo() {
        model.loadDemo(loaded -> status.show(words.say("roster.demo", loaded.name())), status::fail);
    }
}
