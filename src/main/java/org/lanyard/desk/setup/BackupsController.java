package org.lanyard.desk.setup;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.lanyard.desk.Choice;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;

public final class BackupsController extends PageController {

    private static final Integer[] EVERY = {0, 5, 15, 30, 60, 240};

    private final BackupsModel model;

    @FXML private TextField folder;
    @FXML private ComboBox<Integer> every;
    @FXML private Label last;
    @FXML private VBox offer;
    @FXML private VBox changes;
    private final Optional<Path> given;
    private Optional<PreparationFile.Offer> offered = Optional.empty();

    BackupsController(BackupsModel model, Words words, Optional<Path> given) {
        super(words);
        this.given = given;
        this.model = model;
    }

    @Override
    void bind() {
        offer.managedProperty().bind(offer.visibleProperty());
        Choice.said(every, minutes -> minutes == 0 ? words.say("backups.never") : words.say("backups.minutes", minutes));
        every.getItems().setAll(EVERY);
        every.setValue(model.backups().every());
        folder.setText(model.backups().folder().map(Path::toString).orElse(""));
        last.managedProperty().bind(last.textProperty().isNotEmpty());
        last.textProperty().bind(model.backups().lastProperty());
        given.ifPresent(this::read);
    }

    @FXML
    private void chooseFolder() {
        File chosen = new DirectoryChooser().showDialog(window());
        if (chosen != null) {
            folder.setText(chosen.toString());
        }
    }

    @FXML
    private void schedule() {
        String chosen = folder.getText().strip();
        model.schedule(Optional.of(chosen).filter(text -> !text.isEmpty()).map(Path::of), every.getValue(), this::saved,
                status::fail);
    }

    @FXML
    private void backUp() {
        File file = saved("lanyard-backup.db");
        if (file != null) {
            model.backup(file.toPath(), () -> status.show(words.say("backups.backed-up", file.getName())), status::fail);
        }
    }

    @FXML
    private void prepare() {
        File file = saved(model.preparedName());
        if (file != null) {
            model.prepare(file.toPath(), () -> status.show(words.say("backups.prepared", file.getName())), status::fail);
        }
    }

    @FXML
    private void takeOver() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(words.say("backups.kind"), "*" + PreparationFile.ENDING, "*.zip"),
                new FileChooser.ExtensionFilter(words.say("roster.every-file"), "*.*"));
        File file = chooser.showOpenDialog(window());
        if (file != null) {
            read(file.toPath());
        }
    }

    private void read(Path file) {
        cancel();
        model.read(file, this::show, status::fail);
    }

    private void show(PreparationFile.Offer read) {
        offered = Optional.of(read);
        changes.getChildren().setAll(new OfferWords(words).of(read).stream().map(BackupsController::line).toList());
        offer.setVisible(true);
        status.show("");
    }

    private static Label line(String text) {
        Label label = new Label(RightToLeft.lines(ShownText.line(text)));
        label.setWrapText(true);
        return label;
    }

    @FXML
    private void accept() {
        offered.ifPresent(accepted -> model.takeOver(accepted,
                conference -> status.show(words.say("backups.taken-over", conference.name())), status::fail));
        cancel();
    }

    @FXML
    private void cancel() {
        offered = Optional.empty();
        offer.setVisible(false);
    }

    @FXML
    private void practise() {
        status.run(() -> model.practise(status::fail), "");
    }

    private File saved(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return chooser.showSaveDialog(window());
    }
}
