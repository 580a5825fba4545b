package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.Words;
import org.lanyard.gate.PaperList;
import org.lanyard.gate.PaperLists.Letters;
import org.lanyard.scan.Role;

public final class PaperController extends SheetsController {

    private final PaperModel model;

    @FXML private ComboBox<PaperList.People> kind;
    @FXML private VBox letters;
    @FXML private ComboBox<Character> first;
    @FXML private ComboBox<Character> last;

    PaperController(PaperModel model, Words words) {
        super(model, "list.pdf", Role.VOLUNTEER, words);
        this.model = model;
    }

    @Override
    void bind() {
        super.bind();
        Choice.said(kind, each -> words.say(new PaperList(each, Letters.ALL).title()));
        kind.getItems().setAll(PaperList.People.values());
        kind.getSelectionModel().selectFirst();
        letters.disableProperty().bind(kind.valueProperty().isEqualTo(PaperList.People.INSIDE));
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
    }

    private PaperList list() {
        return new PaperList(kind.getValue(), new Letters(first.getValue(), last.getValue()));
    }

    @Override
    void save(Path file) {
        model.write(list(), SheetTarget.file(file),
                people -> status.show(words.say("paper.saved", people, file.getFileName())), status::fail);
    }

    @Override
    void print(String chosen) {
        model.write(list(), SheetTarget.printer(chosen),
                people -> status.show(words.say("paper.sent", people, chosen)), status::fail);
    }
}
