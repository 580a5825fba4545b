package org.lanyard.desk.first;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.desk.setup.RosterFileChooser;

public final class FirstController {

    private final FirstModel model;
    private final Words words;
    private final RosterFileChooser chooser;

    @FXML private Node root;
    @FXML private Node steps;
    @FXML private Label conference;
    @FXML private TextField station;
    @FXML private RadioButton handsOut;
    @FXML private Label problem;

    public FirstController(FirstModel model, Words words) {
        this.model = model;
        this.words = words;
        this.chooser = new RosterFileChooser(model.roster(), words);
    }

    @FXML
    private void initialize() {
        station.setText(model.post().station());
        model.roster().preferNewConference(true);
        chooser.acceptDrops(root);
        steps.visibleProperty().bind(model.roster().openProperty().not());
        HelpRequest.beside(problem, words);
        model.roster().problemProperty().subscribe(problem::setText);
        model.postProperty().subscribe(post -> conference.setText(
                words.say("first.roster.now", ShownText.line(post.conference().name()))));
    }

    @FXML
    private void choose() {
        chooser.choose(root.getScene().getWindow());
    }

    @FXML
    private void finish() {
        model.finish(station.getText(), handsOut.isSelected(), problem::setText);
    }
}
