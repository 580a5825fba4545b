package org.lanyard.desk.journal;

import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.lanyard.desk.Choice;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Filter;
import org.lanyard.journal.RecordKind;

/** Binds the journal screen to its model. */
public final class JournalController {

    private static final Duration TYPING = Duration.millis(200);
    private static final PseudoClass VOIDED = PseudoClass.getPseudoClass("voided");

    private final JournalModel model;
    private final VoidPrompt voids;
    private final Words words;
    private final PauseTransition typing = new PauseTransition(TYPING);

    @FXML private Parent root;
    @FXML private TextField person;
    @FXML private ComboBox<RecordKind> kind;
    @FXML private ComboBox<String> station;
    @FXML private ComboBox<String> staff;
    @FXML private ComboBox<Boolean> period;
    @FXML private Label count;
    @FXML private Label problem;
    @FXML private TableView<Entry> table;
    @FXML private VBox details;
    @FXML private Label detailTitle;
    @FXML private Label detailText;
    @FXML private Button voidButton;
    private Entry opened;

    public JournalController(JournalModel model, VoidPrompt voids, Words words) {
        this.model = model;
        this.voids = voids;
        this.words = words;
    }

    @FXML
    private void initialize() {
        kind.setItems(FXCollections.observableArrayList(RecordKind.values()));
        kind.getItems().addFirst(null);
        Choice.said(kind, words.say("journal.every-kind"), value -> words.say("kind." + value));
        period.setItems(FXCollections.observableArrayList(false, true));
        Choice.said(period, today -> words.say(today ? "journal.today" : "journal.always"));
        Choice.said(station, words.say("journal.every-station"), name -> name);
        Choice.said(staff, words.say("journal.everybody"), name -> name);
        station.setOnShowing(_ -> choices(station, model.stations()));
        staff.setOnShowing(_ -> choices(staff, model.staff()));
        kind.setValue(null);
        period.setValue(false);
        typing.setOnFinished(_ -> filter());
        person.textProperty().addListener((_, _, _) -> typing.playFromStart());
        for (ComboBox<?> box : new ComboBox<?>[] {kind, station, staff, period}) {
            box.valueProperty().addListener((_, _, _) -> filter());
        }
        table();
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        WhileVisible.every(Duration.seconds(1), root, this::filter, model::refresh);
    }

    private void filter() {
        model.filter(new Filter(person.getText(), kind.getValue(), station.getValue(), staff.getValue(),
                Boolean.TRUE.equals(period.getValue()) ? model.today() : null));
    }

    private static void choices(ComboBox<String> box, java.util.List<String> names) {
        String chosen = box.getValue();
        box.getItems().setAll(names);
        box.getItems().addFirst(null);
        box.setValue(chosen);
    }

    private void table() {
        table.setItems(model.entries());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("journal.time", 100, 0, entry -> time(entry.at()));
        column("journal.what", 190, 0, this::what);
        column("journal.who", 230, 0, entry -> entry.name() == null ? entry.payload() : entry.name());
        column("journal.code", 120, 700, Entry::accessCode);
        column("journal.where", 170, 640, Entry::station);
        column("journal.by", 110, 820, Entry::staff);
        column("journal.server", 110, 960, entry -> entry.delivery() == null ? ""
                : words.say("delivery." + entry.delivery()));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                pseudoClassStateChanged(VOIDED, entry != null && entry.voidedAt() != null);
            }
        });
        table.setPlaceholder(new Label(words.say("journal.none")));
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.entries().addListener(
                (javafx.beans.Observable _) -> count.setText(words.say("journal.count", model.entries().size())));
    }

    /** @param room width of the table from which on the column is shown; what it hides, the details show */
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

    private String what(Entry entry) {
        String kindWord = words.say("kind." + entry.kind());
        String detail = entry.kind() == RecordKind.REFUSAL ? words.verdicts().word(entry.detail()) : entry.detail();
        return detail == null ? kindWord : words.say("journal.of", kindWord, detail);
    }

    /** An entry whose page is being read anew is null for a moment; what was opened of it stays. */
    private void chosen(Entry entry) {
        if (entry != null || table.getSelectionModel().isEmpty()) {
            show(entry);
        }
    }

    private void show(Entry entry) {
        opened = entry;
        details.setVisible(entry != null);
        details.setManaged(entry != null);
        if (entry == null) {
            return;
        }
        detailTitle.setText(entry.name() == null ? what(entry) : entry.name());
        StringBuilder text = new StringBuilder(what(entry)).append('\n')
                .append(words.say("journal.at", time(entry.at()), entry.station(), entry.staff() == null
                        ? words.say("journal.nobody") : entry.staff()));
        line(text, entry.accessCode());
        line(text, entry.note());
        line(text, entry.payload());
        if (entry.delivery() != null) {
            String delivery = words.say("delivery." + entry.delivery());
            line(text, entry.deliveryReason() == null ? delivery
                    : words.say("journal.of", delivery, entry.deliveryReason()));
        }
        if (entry.voidedAt() != null) {
            line(text, words.say("journal.voided", time(entry.voidedAt()), entry.voidedBy() == null
                    ? words.say("journal.nobody") : entry.voidedBy(), entry.voidReason()));
        }
        detailText.setText(text.toString());
        boolean voidable = entry.voidedAt() == null && entry.kind() != RecordKind.REFUSAL;
        voidButton.setVisible(voidable);
        voidButton.setManaged(voidable);
    }

    private static void line(StringBuilder text, String more) {
        if (more != null && !more.isBlank()) {
            text.append('\n').append(more);
        }
    }

    private String time(Instant at) {
        ZoneId zone = model.post().conference().zone();
        String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(zone));
        return !at.isBefore(model.today()) ? time : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(words.locale()).format(at.atZone(zone)) + " " + time;
    }

    @FXML
    private void voidChosen() {
        if (opened != null) {
            voids.open(voidButton, opened.id(), detailTitle.getText(),
                    () -> table.getSelectionModel().clearSelection());
        }
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
