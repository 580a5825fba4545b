package org.lanyard.desk.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.desk.verdict.VerdictPane;

/**
 * Makes, while nobody waits, one of each kind of control that is not on the first screen, and lays it out where nobody sees it:
 * what JavaFX loads for the first table or chart would otherwise hold up the frame that shows one.
 */
final class WarmUp {

    // Long enough for a scan that came meanwhile.
    private static final Duration BETWEEN = Duration.ofMillis(40);
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;
    private static final int ROWS = 12;
    private static final int COLUMNS = 5;
    private static final String WORD = "Lanyard";
    // Names in scripts of which each has a font of its own, one of them shaped.
    private static final List<String> SCRIPTS = List.of("Ωμέγα Жанна", "山田 花子", "김민준", "أحمد", "अनिल");
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final DeskClock clock;
    private final VBox room = new VBox();
    private final ComboBox<String> choice = choice();
    private final TableView<String> table = new TableView<>();
    private final Deque<Runnable> left = new ArrayDeque<>();

    WarmUp(DeskClock clock, List<String> sheets) {
        this.clock = clock;
        room.getStyleClass().add("shell");
        new Scene(room, WIDTH, HEIGHT).getStylesheets().setAll(sheets);
        Stream.<Supplier<Node>>of(WarmUp::verdict, WarmUp::fields, WarmUp::buttons, ScrollBar::new, ListView::new,
                WarmUp::list, () -> choice, this::choices, WarmUp::axis, WarmUp::emptyChart, WarmUp::chart,
                WarmUp::progress, () -> table).forEach(this::plan);
        SCRIPTS.forEach(script -> Stream.of("", "title").forEach(style -> plan(() -> text(script, style))));
        IntStream.range(0, COLUMNS).forEach(_ -> plan(this::wider));
        IntStream.rangeClosed(1, ROWS).forEach(row -> plan(() -> taller(row)));
    }

    /** Once in a program's life. */
    static void begin(DeskClock clock, List<String> sheets) {
        if (BEGUN.compareAndSet(false, true)) {
            new WarmUp(clock, sheets).next();
        }
    }

    // A frame for the styles, and one for the layout.
    private void plan(Supplier<Node> made) {
        left.add(() -> {
            room.getChildren().setAll(made.get());
            room.applyCss();
        });
        left.add(room::layout);
    }

    void next() {
        clock.after(BETWEEN, () -> {
            left.remove().run();
            if (!ended()) {
                next();
            }
        });
    }

    boolean ended() {
        return left.isEmpty();
    }

    private static Node verdict() {
        VerdictPane verdict = new VerdictPane(VerdictPane.Layout.BESIDE, WORD);
        verdict.faceProperty().set(new Face(Look.GO, WORD, WORD, WORD, WORD, List.of(WORD), List.of(WORD)));
        return verdict;
    }

    private static Node text(String script, String style) {
        Label text = new Label(script);
        text.getStyleClass().add(style);
        return text;
    }

    private static Node fields() {
        Label label = new Label(WORD.repeat(ROWS));
        label.setWrapText(true);
        GridPane grid = new GridPane();
        grid.addRow(0, label, new TextField(WORD));
        return new ScrollPane(grid);
    }

    private static Node buttons() {
        return new FlowPane(new Button(WORD), new CheckBox(WORD), new RadioButton(WORD), new ToggleButton(WORD),
                new Hyperlink(WORD));
    }

    private static Node progress() {
        return new FlowPane(new ProgressBar(), new ProgressIndicator(), new Slider());
    }

    private static Node list() {
        return new ListView<>(FXCollections.observableArrayList(WORD, WORD));
    }

    private static ComboBox<String> choice() {
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(Collections.nCopies(ROWS, WORD)));
        choice.getSelectionModel().selectFirst();
        return choice;
    }

    // A tooltip is a window of its own, as the one with the choices is.
    private Node choices() {
        choice.setTooltip(new Tooltip(WORD));
        return ((ComboBoxListViewSkin<?>) choice.getSkin()).getPopupContent();
    }

    private static Node axis() {
        return new CategoryAxis(FXCollections.observableArrayList(WORD));
    }

    private static BarChart<String, Number> emptyChart() {
        BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), new NumberAxis());
        chart.setAnimated(false);
        return chart;
    }

    private static Node chart() {
        BarChart<String, Number> chart = emptyChart();
        chart.getData().add(new XYChart.Series<>(FXCollections.observableArrayList(List.of(new XYChart.Data<>(WORD, 1)))));
        return chart;
    }

    private Node wider() {
        TableColumn<String, String> column = new TableColumn<>(WORD);
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        table.getColumns().add(column);
        return table;
    }

    private Node taller(int row) {
        table.getItems().add(WORD + row);
        return table;
    }
}
