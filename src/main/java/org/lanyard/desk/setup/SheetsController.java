package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.Words;
import org.lanyard.scan.Role;

abstract class SheetsController extends PageController {

    private final PaperModel model;
    private final String fileName;
    private final Role needed;

    @FXML private ComboBox<String> printer;
    @FXML private Button print;

    /** @param needed to make these sheets */
    SheetsController(PaperModel model, String fileName, Role needed, Words words) {
        super(words);
        this.model = model;
        this.fileName = fileName;
        this.needed = needed;
    }

    @Override
    void bind() {
        print.disableProperty().bind(printer.valueProperty().isNull());
    }

    @Override
    void load() {
        model.loadPrinters(this::offer, status::fail);
    }

    // Keeps the printer that was chosen, else the usual one, where it is still there.
    private void offer(List<String> names) {
        String chosen = Objects.requireNonNullElse(printer.getValue(), "");
        printer.getItems().setAll(names);
        Stream.of(chosen, model.usualPrinter()).filter(names::contains).findFirst()
                .ifPresentOrElse(printer::setValue, printer.getSelectionModel()::selectFirst);
    }

    abstract void save(Path file);

    abstract void print(String chosen);

    @FXML
    private void save() {
        SheetTarget.chosen(window(), fileName).ifPresent(this::save);
    }

    @FXML
    private void print() {
        String chosen = printer.getValue();
        model.usePrinter(chosen, needed);
        print(chosen);
    }
}
