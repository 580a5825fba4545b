package org.lanyard.desk.setup;

import java.io.File;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.lanyard.desk.Words;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.UnusableRow;

/** Binds the page that imports a roster. */
public final class RosterController {

    private static final int MOST_ROWS = 12;

    private final RosterModel model;
    private final Words words;

    @FXML private VBox root;
    @FXML private Label fileName;
    @FXML private TextField conference;
    @FXML private CheckBox partial;
    @FXML private CheckBox force;
    @FXML private CheckBox skipBadRows;
    @FXML private Button preview;
    @FXML private Button apply;
    @FXML private HBox progress;
    @FXML private ProgressBar bar;
    @FXML private Label read;
    @FXML private VBox report;
    @FXML private Label changes;
    @FXML private Label problems;
    @FXML private Label said;
    private StatusLine status;
    private File file;

    RosterController(RosterModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        progress.visibleProperty().bind(model.busyProperty());
        progress.managedProperty().bind(model.busyProperty());
        model.readProperty().subscribe(count -> read.setText(words.say("roster.read", count)));
        report.setVisible(false);
        conference.setText(model.conference());
        for (CheckBox box : new CheckBox[] {partial, force, skipBadRows}) {
            box.selectedProperty().addListener((_, _, _) -> forget());
        }
        conference.textProperty().addListener((_, _, _) -> forget());
        ready();
    }

    private void forget() {
        report.setVisible(false);
        ready();
    }

    private void ready() {
        preview.setDisable(file == null || model.busyProperty().get());
        apply.setDisable(!report.isVisible() || model.busyProperty().get());
    }

    @FXML
    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("roster.files"), "*.csv", "*.json",
                "*.CSV", "*.JSON"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            take(chosen);
        }
    }

    /** The file to be imported; its preview comes at once. */
    void take(File chosen) {
        file = chosen;
        fileName.setText(chosen.getName());
        preview();
    }

    private ImportRequest request() {
        return new ImportRequest(file.toPath(), conference.getText(), partial.isSelected(), force.isSelected(),
                skipBadRows.isSelected());
    }

    @FXML
    private void preview() {
        status.show("");
        model.preview(request(), this::show, this::failed);
        ready();
    }

    @FXML
    private void apply() {
        model.apply(request(), done -> {
            show(done);
            report.setVisible(false);
            ready();
            if (done.applied()) {
                status.show(words.say("roster.applied", done.attendees().added() + done.attendees().changed(),
                        done.conference()));
            } else {
                status.fail(words.say("roster.not-applied", done.unusable().size()));
            }
        }, this::failed);
        ready();
    }

    @FXML
    private void breakOff() {
        model.breakOff();
    }

    @FXML
    private void demo() {
        model.demo(loaded -> status.show(words.say("roster.demo", loaded.name())), status::fail);
    }

    private void failed(String sentence) {
        report.setVisible(false);
        status.fail(sentence);
        ready();
    }

    private void show(ImportReport found) {
        report.setVisible(true);
        changes.setText(words.say("roster.counts", words.say("roster.attendees"), found.attendees().added(),
                found.attendees().changed(), found.attendees().unchanged(), found.attendees().withdrawn()) + "\n"
                + words.say("roster.counts", words.say("roster.orders"), found.orders().added(),
                        found.orders().changed(), found.orders().unchanged(), found.orders().withdrawn())
                + "\n"
                + words.say("roster.counts", words.say("roster.items"), found.items().added(), found.items().changed(),
                        found.items().unchanged(), found.items().withdrawn()));
        String rows = found.unusable().stream().limit(MOST_ROWS).map(this::row).collect(Collectors.joining("\n"));
        String more = found.unusable().size() > MOST_ROWS
                ? "\n" + words.say("roster.more", found.unusable().size() - MOST_ROWS) : "";
        String warnings = found.warnings().stream().map(words::say).collect(Collectors.joining("\n"));
        problems.setText((warnings + "\n" + rows + more).strip());
        problems.setManaged(!problems.getText().isEmpty());
        ready();
    }

    private String row(UnusableRow row) {
        return words.say("roster.row", row.line(), row.column(), words.say(row.reason()));
    }
}
