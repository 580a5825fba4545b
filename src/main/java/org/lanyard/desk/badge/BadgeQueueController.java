package org.lanyard.desk.badge;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.PrintState;
import org.lanyard.badge.job.PrintTrouble;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;

public final class BadgeQueueController {

    private final BadgeQueue model;
    private final Words words;
    private final Consumer<String> openPerson;
    private final Runnable help;

    @FXML private Parent root;
    @FXML private Label troubles;
    @FXML private Label problem;
    @FXML private Label failure;
    @FXML private TableView<PrintJob> badgeJobs;
    @FXML private Button cameOut;
    @FXML private Button again;
    @FXML private Button notWanted;
    @FXML private Button person;

    public BadgeQueueController(BadgeQueue model, Words words, Consumer<String> openPerson, Runnable help) {
        this.model = model;
        this.words = words;
        this.openPerson = openPerson;
        this.help = help;
    }

    @FXML
    private void initialize() {
        root.visibleProperty().bind(model.openProperty());
        problem.textProperty().bind(model.problemProperty());
        badgeJobs.setPlaceholder(new Label(words.say("queue.none")));
        column("queue.made", job -> words.time(job.at(), model.conference()));
        column("people.name", job -> RightToLeft.lines(job.name()));
        column("queue.state", this::state);
        column("badges.printer", PrintJob::printer);
        badgeJobs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        badgeJobs.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.pageProperty().subscribe(this::show);
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                badgeJobs.requestFocus();
            }
        });
        WhileVisible.every(Duration.seconds(1), root, model::reload, model::reload);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void column(String word, Function<PrintJob, String> text) {
        TableColumn<PrintJob, String> column = new TableColumn<>(words.say(word));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(ShownText.line(text.apply(row.getValue()))));
        column.setSortable(false);
        badgeJobs.getColumns().add(column);
    }

    private String state(PrintJob job) {
        return words.say(switch (job.state()) {
            case SENDING -> "queue.sending";
            case UNKNOWN -> "queue.unknown";
            case FAILED -> "queue.failed";
            default -> "queue.waits";
        });
    }

    private void show(BadgeQueue.Page page) {
        troubles.setText(page.troubles().stream().map(this::line).collect(Collectors.joining("\n")));
        if (!page.jobs().equals(badgeJobs.getItems())) {
            Optional<UUID> before = chosen().map(PrintJob::id);
            badgeJobs.getItems().setAll(page.jobs());
            page.jobs().stream().filter(job -> before.filter(job.id()::equals).isPresent()).findFirst()
                    .ifPresentOrElse(badgeJobs.getSelectionModel()::select, badgeJobs.getSelectionModel()::selectFirst);
        }
    }

    private String line(PrintTrouble trouble) {
        return words.say("queue.trouble", trouble.printer(), words.time(trouble.since(), model.conference()),
                words.say(trouble.why()));
    }

    private void show(PrintJob job) {
        Optional<PrintState> state = Optional.ofNullable(job).map(PrintJob::state);
        cameOut.setDisable(state.filter(now -> now == PrintState.UNKNOWN).isEmpty());
        again.setDisable(state.filter(now -> now == PrintState.UNKNOWN || now == PrintState.FAILED).isEmpty());
        notWanted.setDisable(state.filter(now -> now != PrintState.SENDING).isEmpty());
        person.setDisable(state.isEmpty());
        failure.setText(Optional.ofNullable(job).flatMap(PrintJob::failure).map(words::say).orElse(""));
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case F9 -> cameOut.fire();
            case F10 -> again.fire();
            case DELETE -> notWanted.fire();
            case F8 -> person.fire();
            case ENTER -> {
                if (!(key.getTarget() instanceof Button)) {
                    person.fire();
                }
            }
            case ESCAPE -> model.close();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private Optional<PrintJob> chosen() {
        return Optional.ofNullable(badgeJobs.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void cameOut() {
        chosen().ifPresent(model::cameOut);
    }

    @FXML
    private void printAgain() {
        chosen().ifPresent(model::printAgain);
    }

    @FXML
    private void notWanted() {
        chosen().ifPresent(model::notWanted);
    }

    @FXML
    private void openPerson() {
        chosen().map(PrintJob::accessCode).ifPresent(openPerson);
    }

    @FXML
    private void help() {
        help.run();
    }

    @FXML
    private void close() {
        model.close();
    }
}
