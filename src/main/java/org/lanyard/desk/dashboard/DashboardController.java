package org.lanyard.desk.dashboard;

import java.io.File;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXML;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.desk.inside.InsideModel;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Figures;
import org.lanyard.journal.RecordKind;

public final class DashboardController {

    // Always this many bars, so that early in the day each is as narrow as later.
    private static final int QUARTERS = 16;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final int MOST_ROWS = 8;

    private final DashboardModel model;
    private final InsideModel people;
    private final Words words;
    private final Rows<Bar> stationRows = new Rows<>(() -> this.stations, Bar::new);
    private final Rows<Bar> ticketRows = new Rows<>(() -> this.tickets, Bar::new);
    private final Rows<Bar> itemRows = new Rows<>(() -> this.items, Bar::new);
    private final Rows<Bar> doorRows = new Rows<>(() -> this.doors, Bar::new);
    private final Rows<Label> latestRows = new Rows<>(() -> this.latest, DashboardController::latestRow);

    @FXML private ScrollPane root;
    @FXML private VBox content;
    @FXML private Label checkedIn;
    @FXML private Label checkedInOf;
    @FXML private Label today;
    @FXML private Label lately;
    @FXML private Label latelyRate;
    @FXML private Label refused;
    @FXML private Label refusedWhy;
    @FXML private BarChart<String, Number> quarters;
    @FXML private VBox stations;
    @FXML private VBox tickets;
    @FXML private VBox items;
    @FXML private VBox doors;
    @FXML private StackPane screen;
    @FXML private Node inside;
    @FXML private VBox latest;
    @FXML private Label problem;

    public DashboardController(DashboardModel model, InsideModel people, Words words) {
        this.people = people;
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        quarters.setAnimated(false);
        root.visibleProperty().bind(inside.visibleProperty().not());   // Tab would reach what lies beneath
        WhileVisible.every(javafx.util.Duration.millis(900), screen, model::reload, model::refresh);
        model.unreadProperty().subscribe(problem::setText);
        model.pictureProperty().subscribe(picture -> {
            if (picture != null && screen.isVisible()) {
                show(picture);
                people.readAhead();
            }
        });
    }

    @FXML
    private void openInside() {
        people.open();
    }

    private void show(DashboardModel.Picture picture) {
        Figures figures = picture.figures();
        checkedIn.setText(number(figures.checkedIn()));
        checkedInOf.setText(words.say("dashboard.of", figures.attendees(), figures.rate()));
        today.setText(number(figures.today()));
        lately.setText(number(figures.lately()));
        long working = figures.stations().stream().filter(station -> !picture.silent(station)).count();
        latelyRate.setText(words.say("dashboard.a-minute", figures.lately() / 15.0, working));
        refused.setText(number(figures.refusals().stream().mapToInt(Figures.Refused::count).sum()));
        refusedWhy.setText(figures.refusals().stream().limit(4).map(why -> why.count() + " "
                + words.verdicts().word(why.verdict())).collect(Collectors.joining(" · ")));
        chart(picture);
        stationRows.show(figures.stations().stream().limit(MOST_ROWS).toList(), (row, at) -> station(row, picture, at));
        ticketRows.show(figures.tickets().stream().limit(MOST_ROWS).toList(),
                (row, ticket) -> bar(row, ticket.name(), ticket.checkedIn(), ticket.attendees()));
        itemRows.show(figures.items().stream().limit(MOST_ROWS).toList(),
                (row, item) -> bar(row, picture.name(item.item()), item.redeemed(), item.purchased()));
        doorRows.show(figures.doors().stream().limit(MOST_ROWS).toList(),
                (row, door) -> bar(row, picture.name(door.door()), door.admitted(), door.capacity()));
        latestRows.show(picture.latest(), (row, entry) -> row.setText(ShownText.line(latest(picture, entry))));
    }

    // Changes the height of existing bars; replaces them only when a new quarter begins.
    private void chart(DashboardModel.Picture picture) {
        List<XYChart.Data<String, Number>> now = quarters(picture);
        List<XYChart.Data<String, Number>> there = quarters.getData().isEmpty() ? List.of()
                : quarters.getData().getFirst().getData();
        if (there.stream().map(XYChart.Data::getXValue).toList()
                .equals(now.stream().map(XYChart.Data::getXValue).toList())) {
            for (int i = 0; i < now.size(); i++) {
                there.get(i).setYValue(now.get(i).getYValue());
            }
        } else {
            quarters.getData().setAll(List.of(new XYChart.Series<>(FXCollections.observableArrayList(now))));
        }
    }

    private List<XYChart.Data<String, Number>> quarters(DashboardModel.Picture picture) {
        List<Figures.Quarter> all = picture.figures().quarters();
        List<XYChart.Data<String, Number>> bars = new ArrayList<>(QUARTERS);
        Instant first = all.isEmpty() ? picture.at() : all.getFirst().from();
        for (int i = QUARTERS - all.size(); i > 0; i--) {
            bars.add(new XYChart.Data<>(time(picture, first.minus(QUARTER.multipliedBy(i))), 0));
        }
        for (Figures.Quarter quarter : all.subList(Math.max(0, all.size() - QUARTERS), all.size())) {
            bars.add(new XYChart.Data<>(time(picture, quarter.from()), quarter.checkIns()));
        }
        return bars;
    }

    private void station(Bar row, DashboardModel.Picture picture, Figures.AtStation at) {
        if (picture.silent(at)) {
            row.showProblem(words.say("dashboard.silent", at.station(),
                    Duration.between(at.lastAt(), picture.at()).toMinutes()));
        } else {
            bar(row, at.station(), at.checkIns(), picture.figures().stations().stream()
                    .mapToInt(Figures.AtStation::checkIns).sum());
        }
    }

    private void bar(Bar row, String name, int count, @Nullable Integer whole) {
        row.show(name, whole == null ? number(count) : words.say("dashboard.count", count, whole),
                whole == null || whole == 0 ? 0 : (double) count / whole);
    }

    private static Label latestRow() {
        Label label = new Label();
        label.getStyleClass().add("latest");
        return label;
    }

    private String latest(DashboardModel.Picture picture, Entry entry) {
        String what =
                entry.kind() == RecordKind.REFUSAL ? words.verdicts().word(Objects.requireNonNullElse(entry.detail(), ""))
                        : words.say("kind." + entry.kind());
        return time(picture, entry.at()) + "  " + what + "  " + (entry.name() == null ? "" : entry.name());
    }

    private String time(DashboardModel.Picture picture, Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(picture.conference().zone()));
    }

    private String number(int count) {
        return NumberFormat.getIntegerInstance(words.locale()).format(count);
    }

    @FXML
    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            problem.setText(words.say("dashboard.no-printer"));
        } else if (job.showPrintDialog(root.getScene().getWindow())) {
            double fits = Math.min(1, job.getJobSettings().getPageLayout().getPrintableWidth() / content.getWidth());
            Scale scale = new Scale(fits, fits);
            content.getTransforms().add(scale);
            boolean printed = job.printPage(content) && job.endJob();
            content.getTransforms().remove(scale);
            problem.setText(printed ? "" : words.say("dashboard.not-printed"));
        }
    }

    @FXML
    private void saveImage() {
        File file = chosen("dashboard.png");
        if (file != null) {
            model.saveImage(file.toPath(), SwingFXUtils.fromFXImage(content.snapshot(null, null), null), problem::setText);
        }
    }

    @FXML
    private void saveCsv() {
        File file = chosen("dashboard.csv");
        if (file != null) {
            model.saveCsv(file.toPath(), problem::setText);
        }
    }

    private File chosen(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return chooser.showSaveDialog(root.getScene().getWindow());
    }
}
