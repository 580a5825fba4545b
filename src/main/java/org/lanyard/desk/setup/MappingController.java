package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.NextFrame;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.format.ColumnMeaning;
import org.lanyard.roster.format.Question;
import org.lanyard.roster.format.RosterDraft;
import org.lanyard.roster.format.Use;
import org.lanyard.scan.Conference;

public final class MappingController {

    private static final int SAMPLE_ROWS = 6;
    private static final int SAMPLE_LENGTH = 21;
    private static final int MOST_QUESTIONS = 4;
    // Edges of a question, in pixels.
    private static final int BESIDE_CHOICE = 48;

    private final RosterModel model;
    private final Words words;
    private final OutcomeView outcomeView;

    @FXML private Parent root;
    @FXML private Parent reading;
    @FXML private Parent mapping;
    @FXML private Parent table;
    @FXML private Label readingText;
    @FXML private Label fileText;
    @FXML private Button undo;
    @FXML private ListView<ColumnMeaning> columns;
    @FXML private Node questionScroll;
    @FXML private VBox questions;
    @FXML private VBox outcome;
    @FXML private Node busy;
    @FXML private ComboBox<ImportTarget> target;
    @FXML private TextField name;
    @FXML private CheckBox partial;
    @FXML private CheckBox skipBadRows;
    @FXML private CheckBox force;
    @FXML private Label problem;
    @FXML private Label hint;
    @FXML private Button importButton;
    private boolean showing;
    // Until the next frame, when a file is shown for the first time.
    private boolean columnsFirst;
    private Shown shown = new Shown(Optional.empty(), Optional.empty());

    private record Shown(Optional<RosterModel.OpenFile> file, Optional<ImportReport> forecast) {}

    MappingController(RosterModel model, Words words) {
        this.model = model;
        this.words = words;
        this.outcomeView = new OutcomeView(words);
    }

    @FXML
    private void initialize() {
        columns.setCellFactory(_ -> new ColumnCell(words, this::sample, this::choose));
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::openChoice);
        Choice.said(target, this::say);
        target.setOnAction(_ -> changeRequest());
        name.textProperty().addListener((_, _, _) -> changeRequest());
        List.of(partial, skipBadRows, force).forEach(box -> box.setOnAction(_ -> changeRequest()));
        problem.textProperty().bind(model.problemProperty());
        model.rowsProperty().subscribe(rows -> readingText.setText(words.say("roster.read", rows)));
        model.fileProperty().subscribe(file -> file.ifPresent(this::show));
        model.forecastProperty().subscribe(_ -> refresh());
        model.activityProperty().subscribe(_ -> refresh());
        model.problemProperty().subscribe(_ -> refresh());
        model.openProperty().subscribe(this::begin);
    }

    private void begin(boolean open) {
        root.setVisible(open);
        root.setManaged(open);
        if (open) {
            model.loadConferences(this::offer, _ -> {});
        } else {
            List.of(partial, skipBadRows, force).forEach(box -> box.setSelected(false));
        }
    }

    // The conference that is worked at comes first; the file may be for another, or for a new one.
    private void offer(List<Conference> known) {
        showing = true;
        List<ImportTarget> targets = new ArrayList<>();
        known.stream().sorted(java.util.Comparator.comparing(each -> each.id() != model.conference().id()))
                .forEach(each -> targets.add(new ImportTarget.Known(each)));
        targets.add(new ImportTarget.New(""));
        target.getItems().setAll(targets);
        target.setValue(model.prefersNewConference() ? targets.getLast() : targets.getFirst());
        name.clear();
        showing = false;
        changeRequest();
    }

    private String say(ImportTarget shown) {
        return switch (shown) {
            case ImportTarget.Known(Conference conference) -> ShownText.line(conference.name());
            case ImportTarget.New _ -> words.say("mapping.new-conference");
            case ImportTarget.OfTheFile() -> "";
        };
    }

    private void changeRequest() {
        if (!showing && target.getValue() != null) {
            boolean isNew = target.getValue() instanceof ImportTarget.New;
            name.setVisible(isNew);
            model.setRequest(new ImportRequest(isNew ? new ImportTarget.New(name.getText().strip()) : target.getValue(),
                    partial.isSelected(), force.isSelected(), skipBadRows.isSelected()));
            refresh();
        }
    }

    private void show(RosterModel.OpenFile file) {
        table.setVisible(file.draft().isPresent());
        fileText.setText(outcomeView.describe(file));
        int selected = Math.max(0, columns.getSelectionModel().getSelectedIndex());
        showColumns(file.draft().map(RosterDraft::columns).orElse(List.of()));
        columns.getSelectionModel().select(selected);
        questionScroll.setVisible(file.hasQuestions());
        undo.setDisable(!model.hasAnswers());
        if (mapping.isVisible()) {
            showBeside(file);
        } else {
            columnsFirst = true;
            NextFrame.run(() -> {
                columnsFirst = false;
                model.fileProperty().get().ifPresent(this::showBeside);
            });
        }
        refresh();
    }

    private void showBeside(RosterModel.OpenFile file) {
        List<Question> asked = file.draft().map(RosterDraft::questions).orElse(List.of());
        boolean answering = questions.isFocusWithin();
        questions.getChildren().setAll(asked.stream().limit(MOST_QUESTIONS).map(this::card).toList());
        if (asked.size() > MOST_QUESTIONS) {
            questions.getChildren().add(new Label(words.say("mapping.more-questions", asked.size() - MOST_QUESTIONS)));
        }
        showOutcome(Optional.of(file), model.forecastProperty().get());
        if (answering) {
            goOn();
        }
    }

    // Else the focus falls on "Undo", which a second Space would press.
    private void goOn() {
        Node conference = name.isVisible() ? name : target;
        Objects.requireNonNullElse(questions.lookup(".button"), conference).requestFocus();
    }

    // Only what differs, since each card costs a while.
    private void showColumns(List<ColumnMeaning> meanings) {
        ObservableList<ColumnMeaning> cards = columns.getItems();
        if (cards.size() != meanings.size()) {
            cards.setAll(meanings);
            return;
        }
        for (int i = 0; i < meanings.size(); i++) {
            if (!cards.get(i).equals(meanings.get(i))) {
                cards.set(i, meanings.get(i));
            }
        }
    }

    private Node card(Question question) {
        Label text = new Label(ShownText.text(words.say(question.text())));
        text.setWrapText(true);
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        choices.setMinWidth(0);
        for (Question.Choice choice : question.choices()) {
            Button button = new Button(ShownText.line(words.say(choice.label())));
            button.setMnemonicParsing(false);
            button.setWrapText(true);
            button.setMinWidth(0);
            button.maxWidthProperty().bind(questions.widthProperty().subtract(BESIDE_CHOICE));
            button.setOnAction(_ -> model.answer(choice.answer()));
            choices.getChildren().add(button);
        }
        VBox card = new VBox(text, choices);
        card.getStyleClass().addAll("question", "form");
        return card;
    }

    // Of each row a short line, since the columns stand beside one another.
    private String sample(ColumnMeaning column) {
        return model.fileProperty().get().flatMap(RosterModel.OpenFile::draft).map(draft -> draft.table().rows().stream()
                .limit(SAMPLE_ROWS).map(row -> shortened(row.cell(column.column().index())))
                .collect(Collectors.joining("\n"))).orElse("");
    }

    private static String shortened(String cell) {
        String line = ShownText.line(cell);
        return line.codePointCount(0, line.length()) <= SAMPLE_LENGTH ? line
                : line.substring(0, line.offsetByCodePoints(0, SAMPLE_LENGTH)) + "…";
    }

    private void choose(ColumnMeaning column, Use use) {
        if (!use.equals(UseWords.first(column))) {
            model.answer(answers -> answers.withOnly(column.column().name(), use));
        }
    }

    private void openChoice(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE || key.getCode() == KeyCode.DOWN) {
            ColumnMeaning selected = columns.getSelectionModel().getSelectedItem();
            columns.lookupAll(".list-cell").stream().filter(ColumnCell.class::isInstance).map(ColumnCell.class::cast)
                    .filter(cell -> selected != null && selected.equals(cell.getItem())).findFirst()
                    .ifPresent(ColumnCell::openChoice);
            key.consume();
        }
    }

    private void refresh() {
        Optional<RosterModel.OpenFile> file = model.fileProperty().get();
        Optional<ImportReport> forecast = model.forecastProperty().get();
        RosterModel.Activity activity = model.activityProperty().get();
        boolean importing = activity == RosterModel.Activity.IMPORTING;
        reading.setVisible(file.isEmpty() || importing);
        mapping.setVisible(file.isPresent());
        mapping.setDisable(importing);
        busy.setVisible(activity == RosterModel.Activity.COUNTING);
        if (!columnsFirst) {
            showOutcome(file, forecast);
        }
        boolean hasUnusable = forecast.map(report -> !report.unusable().isEmpty()).orElse(false);
        skipBadRows.setVisible(hasUnusable || skipBadRows.isSelected());
        force.setVisible(!problem.getText().isEmpty() && forecast.isEmpty() || force.isSelected());
        partial.setVisible(!file.map(RosterModel.OpenFile::hasQuestions).orElse(false));
        hint.setText(file.map(this::hint).orElse(""));
        importButton.setDisable(forecast.isEmpty() || hasUnusable && !skipBadRows.isSelected() || importing);
    }

    private void showOutcome(Optional<RosterModel.OpenFile> file, Optional<ImportReport> forecast) {
        Shown now = new Shown(file, forecast);
        if (!now.equals(shown)) {
            shown = now;
            outcome.getChildren().setAll(file.map(open -> outcomeView.nodes(open, forecast)).orElse(List.of()));
        }
    }

    private String hint(RosterModel.OpenFile file) {
        int open = file.draft().map(draft -> draft.questions().size()).orElse(0);
        if (open > 0) {
            return words.say("mapping.questions-first", open);
        }
        return target.getValue() instanceof ImportTarget.New && name.getText().isBlank()
                ? words.say("mapping.name-first") : "";
    }

    @FXML
    private void importFile() {
        model.importFile();
    }

    @FXML
    private void undo() {
        model.undo();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void close() {
        model.close();
    }
}
