package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.lanyard.desk.Words;

public final class RosterController extends PageController {

    private final RosterModel model;
    private final RosterFileChooser chooser;

    @FXML private Node start;
    @FXML private Node revert;
    @FXML private Label reverts;

    RosterController(RosterModel model, Words words) {
        super(words);
        this.model = model;
        this.chooser = new RosterFileChooser(model, words);
    }

    @Override
    void bind() {
        chooser.acceptDrops(root);
        start.visibleProperty().bind(model.openProperty().not());
        revert.managedProperty().bind(revert.visibleProperty());
        model.problemProperty().subscribe(why -> {
            if (!why.isEmpty()) {
                status.fail(why);
            }
        });
        model.importedProperty().subscribe(report -> report.ifPresent(done -> {
            status.show(words.say("roster.applied", done.attendees().added() + done.attendees().changed(),
                    model.conference().name()));
            load();
        }));
    }

    @Override
    void load() {
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
            load();
        }, status::fail);
    }

    @FXML
    private void choose() {
        chooser.choose(window());
    }

    @FXML
    private void loadDemo() {
        model.loadDemo(loaded -> status.show(words.say("roster.demo", loaded.name())), status::fail);
    }
}
