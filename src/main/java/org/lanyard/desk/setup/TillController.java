package org.lanyard.desk.setup;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.SheetTarget;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;

/** The payments taken in, by station, person and means (R37). */
public final class TillController {

    private final PaperModel model;
    private final Words words;
    private final StatusLine status;

    @FXML private Parent root;
    @FXML private TextField from;
    @FXML private TextField to;
    @FXML private GridPane rows;
    @FXML private ComboBox<String> printer;
    @FXML private Button print;
    @FXML private Label said;

    TillController(PaperModel model, Words words) {
        this.model = model;
        this.words = words;
        this.status = new StatusLine(words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        from.setText(model.startOfToday());
        from.setOnAction(_ -> show());
        to.setOnAction(_ -> show());
        print.disableProperty().bind(printer.valueProperty().isNull());
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                model.loadPrinters(names -> SheetTargets.show(printer, names, model.usualPrinter()), status::fail);
                show();
            }
        });
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

    @FXML
    private void save() {
        SheetTarget.chosen(root.getScene().getWindow(), "till.pdf")
                .ifPresent(file -> model.writeTill(from.getText(), to.getText(), SheetTarget.file(file),
                        () -> status.show(words.say("till.saved", file.getFileName())), status::fail));
    }

    @FXML
    private void print() {
        String name = printer.getValue();
        model.usePrinter(name);
        model.writeTill(from.getText(), to.getText(), SheetTarget.printer(name),
                () -> status.show(words.say("till.sent", name)), status::fail);
    }
}
