package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.Words;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists.Letters;

/** Lists for when the laptop dies, as a PDF or on a printer. */
public final class PaperController {

    private final PaperModel model;
    private final Words words;
    private final StatusLine status;

    @FXML private Parent root;
    @FXML private ComboBox<PaperList.Kind> kind;
    @FXML private VBox letters;
    @FXML private ComboBox<Character> first;
    @FXML private ComboBox<Character> last;
    @FXML private ComboBox<String> printer;
    @FXML private Button print;
    @FXML private Label said;

    PaperController(PaperModel model, Words words) {
        this.model = model;
        this.words = words;
        this.status = new StatusLine(words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        Choice.said(kind, each -> words.say(new PaperList(each, Letters.ALL).title()));
        kind.getItems().setAll(PaperList.Kind.values());
        kind.getSelectionModel().selectFirst();
        letters.disableProperty().bind(kind.valueProperty().isEqualTo(PaperList.Kind.INSIDE));
        for (ComboBox<Character> each : List.of(first, last)) {
            each.getItems().setAll(IntStream.rangeClosed('A', 'Z').mapToObj(letter -> (char) letter).toList());
        }
        first.getSelectionModel().selectFirst();
        last.getSelectionModel().selectLast();
        first.valueProperty().subscribe(letter -> {
            if (letter > last.getValue()) {
                last.setValue(letter);
            }
        });
        last.valueProperty().subscribe(letter -> {
            if (letter < first.getValue()) {
                first.setValue(letter);
            }
        });
        print.disableProperty().bind(printer.valueProperty().isNull());
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                model.loadPrinters(names -> SheetTargets.show(printer, names, model.usualPrinter()), status::fail);
            }
        });
    }

    private PaperList list() {
        return new PaperList(kind.getValue(), new Letters(first.getValue(), last.getValue()));
    }

    @FXML
    private void save() {
        SheetTarget.chosen(root.getScene().getWindow(), "list.pdf").ifPresent(this::save);
    }

    void save(Path file) {
        model.write(list(), SheetTarget.file(file),
                people -> status.show(words.say("paper.saved", people, file.getFileName())), status::fail);
    }

    @FXML
    private void print() {
        String name = printer.getValue();
        model.usePrinter(name);
        model.write(list(), SheetTarget.printer(name),
                people -> status.show(words.say("paper.sent", people, name)), status::fail);
    }
}
