package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.scan.Role;

public final class TillController extends SheetsController {

    private final PaperModel model;

    @FXML private TextField from;
    @FXML private TextField to;
    @FXML private GridPane rows;

    TillController(PaperModel model, Words words) {
        super(model, "till.pdf", Role.LEAD, words);
        this.model = model;
    }

    @Override
    void bind() {
        super.bind();
        from.setText(model.startOfToday());
        from.setOnAction(_ -> show());
        to.setOnAction(_ -> show());
    }

    @Override
    void load() {
        super.load();
        show();
    }

    @FXML
    private void show() {
        model.readTill(from.getText(), to.getText(), taken -> {
            status.show(words.say(taken.title()));
            rows.getChildren().clear();
            for (int row = 0; row < taken.rows().size(); row++) {
                add(row, taken.rows().get(row), row == 0 || row == taken.rows().size() - 1);
            }
        }, why -> {
            rows.getChildren().clear();
            status.fail(why);
        });
    }

    private void add(int row, List<String> texts, boolean bold) {
        for (int column = 0; column < texts.size(); column++) {
            Label cell = new Label(RightToLeft.lines(ShownText.line(texts.get(column))));
            cell.setWrapText(true);
            if (bold) {
                cell.getStyleClass().add("card-title");
            }
            rows.add(cell, column, row);
        }
    }

    @Override
    void save(Path file) {
        write(SheetTarget.file(file), () -> words.say("till.saved", file.getFileName()));
    }

    @Override
    void print(String chosen) {
        write(SheetTarget.printer(chosen), () -> words.say("till.sent", chosen));
    }

    private void write(SheetTarget target, Supplier<String> done) {
        model.writeTill(from.getText(), to.getText(), target, () -> status.show(done.get()), status::fail);
    }
}
