package org.lanyard.desk.setup;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.lanyard.badge.job.Printer;
import org.lanyard.desk.Words;
import org.lanyard.scan.Sentence;

public final class PrintersController extends PageController {

    private final BadgesModel model;

    @FXML private ListView<Printer> printers;
    @FXML private TextField name;
    @FXML private ComboBox<String> address;
    @FXML private TextField labels;
    @FXML private Button test;
    @FXML private Button remove;

    PrintersController(BadgesModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        printers.setCellFactory(_ -> new TextCell<>(this::line));
        printers.getSelectionModel().selectedItemProperty().subscribe(this::show);
    }

    private String line(Printer printer) {
        return printer.name() + "  ·  " + printer.address() + (printer.labelsLeft().isEmpty() ? ""
                : "  ·  " + words.say("badges.labels-left", printer.labelsLeft().getAsInt()));
    }

    private void show(Printer chosen) {
        test.setDisable(chosen == null);
        remove.setDisable(chosen == null);
        if (chosen != null) {
            name.setText(chosen.name());
            address.getEditor().setText(chosen.address());
            labels.setText(chosen.labelsLeft().isEmpty() ? "" : String.valueOf(chosen.labelsLeft().getAsInt()));
        }
    }

    @Override
    void load() {
        load("");
    }

    private void load(String saved) {
        model.load(choices -> {
            address.getItems().setAll(choices.addresses());
            printers.getItems().setAll(choices.printers());
            choices.printers().stream().filter(printer -> printer.name().equals(saved)).findFirst()
                    .ifPresent(printers.getSelectionModel()::select);
        }, status::fail);
    }

    @FXML
    private void save() {
        model.setPrinter(name.getText(), address.getEditor().getText(), labels.getText(), () -> {
            saved();
            load(name.getText().strip());
        }, status::fail);
    }

    @FXML
    private void remove() {
        chosen().ifPresent(printer -> model.removePrinter(printer.name(), () -> {
            status.show(words.say("badges.removed", printer.name()));
            load();
        }, status::fail));
    }

    @FXML
    private void test() {
        chosen().ifPresent(printer -> {
            status.show(words.say("badges.testing", printer.name()));
            model.test(printer, why -> told(printer, why), status::fail);
        });
    }

    private void told(Printer printer, Optional<Sentence> why) {
        why.ifPresentOrElse(sentence -> status.fail(words.say(sentence)),
                () -> status.show(words.say("badges.tested", printer.name())));
    }

    private Optional<Printer> chosen() {
        return Optional.ofNullable(printers.getSelectionModel().getSelectedItem());
    }
}
