package org.lanyard.desk.journal;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.lanyard.desk.Choice;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.ShowsPerson;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpRequest;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Filter;
import org.lanyard.journal.RecordKind;

public final class JournalController implements ShowsPerson {

    private static final Duration TYPING_PAUSE = Duration.millis(200);
    private static final PseudoClass VOIDED = PseudoClass.getPseudoClass("voided");

    private final JournalModel model;
    private final RecordModel record;
    private final Words words;
    private final RecordWords recordWords;
    private final PauseTransition typing = new PauseTransition(TYPING_PAUSE);

    @FXML private Parent root;
    @FXML private Parent list;
    @FXML private Parent recordPage;
    @FXML private TextField person;
    @FXML private ComboBox<Optional<RecordKind>> kind;
    @FXML private ComboBox<Optional<String>> station;
    @FXML private ComboBox<Optional<String>> staff;
    @FXML private ComboBox<Boolean> period;
    @FXML private Label count;
    @FXML private Label problem;
    @FXML private TableView<Entry> table;

    public JournalController(JournalModel model, RecordModel record, Words words) {
        this.model = model;
        this.record = record;
        this.words = words;
        this.recordWords = new RecordWords(words);
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(model.problemProperty());
        HelpRequest.beside(problem, words);
        filters();
        table();
        record.pageProperty().subscribe(page -> showPage(page.isPresent()));
        WhileVisible.every(Duration.seconds(1), root, this::begin, model::refresh);
    }

    private void showPage(boolean open) {
        boolean wasOpen = recordPage.isVisible();
        list.setVisible(!open);
        recordPage.setVisible(open);
        if (open && !wasOpen) {
            recordPage.lookup("#back").requestFocus();
        } else if (!open && wasOpen) {
            table.requestFocus();
        }
    }

    private void filters() {
        kind.getItems().add(Optional.empty());
        List.of(RecordKind.values()).forEach(each -> kind.getItems().add(Optional.of(each)));
        choice(kind, "journal.every-kind", value -> words.say("kind." + value));
        choice(station, "journal.every-station", ShownText::line);
        choice(staff, "journal.everybody", ShownText::line);
        period.setItems(FXCollections.observableArrayList(false, true));
        Choice.said(period, today -> words.say(today ? "journal.today" : "journal.always"));
        period.setValue(false);
        typing.setOnFinished(_ -> filter());
        person.textProperty().addListener((_, _, _) -> typing.playFromStart());
        for (ComboBox<?> box : List.of(kind, station, staff, period)) {
            box.valueProperty().addListener((_, _, _) -> filter());
        }
    }

    private <T> void choice(ComboBox<Optional<T>> box, String all, Function<T, String> text) {
        Choice.said(box, value -> value.map(text).orElseGet(() -> words.say(all)));
        box.setValue(Optional.empty());
    }

    private void begin() {
        filter();
        model.choices(choices -> {
            offer(station, choices.stations());
            offer(staff, choices.staff());
        });
    }

    private static void offer(ComboBox<Optional<String>> box, List<String> names) {
        Optional<String> chosen = box.getValue();
        List<Optional<String>> offered = new java.util.ArrayList<>(List.of(Optional.empty()));
        names.forEach(name -> offered.add(Optional.of(name)));
        box.getItems().setAll(offered);
        box.setValue(chosen);
    }

    @Override
    public Optional<String> shownCode() {
        return record.pageProperty().get().map(RecordModel.Page::entry)
                .or(() -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())).map(Entry::accessCode);
    }

    private void filter() {
        model.filter(new Filter(person.getText(), kind.getValue().orElse(null), station.getValue().orElse(null),
                staff.getValue().orElse(null), period.getValue() ? model.startOfToday() : null));
    }

    private void table() {
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("journal.time", 100, 0, entry -> recordWords.shortTime(entry.at(), model.zone(), model.today()));
        column("journal.what", 190, 0, recordWords::kind);
        column("journal.who", 230, 0, recordWords::title);
        column("journal.code", 120, 700, Entry::accessCode);
        column("journal.where", 170, 640, Entry::station);
        column("journal.by", 110, 820, Entry::staff);
        column("journal.server", 110, 960, recordWords::delivery);
        table.setRowFactory(_ -> row());
        table.setPlaceholder(new Label(words.say("journal.none")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
                key.consume();
            }
        });
        model.entries().addListener(
                (javafx.beans.Observable _) -> count.setText(words.say("journal.count", model.entries().size())));
    }

    private TableRow<Entry> row() {
        TableRow<Entry> row = new TableRow<>();
        row.itemProperty()
                .subscribe(entry -> row.pseudoClassStateChanged(VOIDED, entry != null && entry.voidedAt() != null));
        row.setOnMouseClicked(_ -> open(row.getItem()));
        return row;
    }

    // A row whose page is still being read holds no entry yet.
    private void open(Entry entry) {
        if (entry != null) {
            record.open(entry.id());
        }
    }

    private void column(String title, double width, double room, Function<Entry, String> text) {
        TableColumn<Entry, String> column = new TableColumn<>(words.say(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.visibleProperty().bind(table.widthProperty().greaterThanOrEqualTo(room));
        column.setCellFactory(_ -> new WholeTextCell());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                row.getValue() == null ? "…" : text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    @FXML
    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("journal.csv");
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath(), () -> count.setText(words.say("journal.exported", file.getName())));
        }
    }
}
