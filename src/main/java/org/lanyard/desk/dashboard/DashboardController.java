package org.lanyard.desk.dashboard;

import java.io.File;
import java.io.IOException;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXML;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Figures;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Sentence;

/** Binds the dashboard to its model. */
public final class DashboardController {

    private static final int MOST_ROWS = 8;
    /** Shown of the day; a bar keeps its width, however early it is. */
    private static final int QUARTERS = 16;
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final DashboardModel model;
    private final Words words;

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
    @FXML private VBox latest;
    @FXML private Label problem;

    public DashboardController(DashboardModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        quarters.setAnimated(false);
        WhileVisible.every(javafx.util.Duration.millis(900), root, model::lookAfresh, model::refresh);
        model.pictureProperty().subscribe(picture -> {
            if (picture != null && root.isVisible()) {
                show(picture);
            }
        });
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
        stations.getChildren().setAll(figures.stations().stream().limit(MOST_ROWS).map(at -> station(picture, at)).toList());
        tickets.getChildren().setAll(figures.tickets().stream().limit(MOST_ROWS).map(ticket -> bar(ticket.name(),
                ticket.checkedIn(), ticket.attendees())).toList());
        items.getChildren().setAll(figures.items().stream().limit(MOST_ROWS).map(item -> bar(picture.name(item.item()),
                item.redeemed(), item.purchased())).toList());
        doors.getChildren().setAll(figures.doors().stream().limit(MOST_ROWS).map(door -> bar(picture.name(door.door()),
                door.admitted(), door.capacity())).toList());
        latest.getChildren().setAll(picture.latest().stream().map(entry -> latest(picture, entry)).toList());
    }

    private void chart(DashboardModel.Picture picture) {
        List<Figures.Quarter> all = picture.figures().quarters();
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        Instant first = all.isEmpty() ? picture.at() : all.getFirst().from();
        for (int i = QUARTERS - all.size(); i > 0; i--) {
            series.getData().add(new XYChart.Data<>(time(picture, first.minus(QUARTER.multipliedBy(i))), 0));
        }
        for (Figures.Quarter quarter : all.subList(Math.max(0, all.size() - QUARTERS), all.size())) {
            series.getData().add(new XYChart.Data<>(time(picture, quarter.from()), quarter.checkIns()));
        }
        quarters.getData().setAll(List.of(series));
    }

    private Node station(DashboardModel.Picture picture, Figures.AtStation at) {
        if (!picture.silent(at)) {
            return bar(at.station(), at.checkIns(), picture.figures().stations().stream()
                    .mapToInt(Figures.AtStation::checkIns).sum());
        }
        Label silent = new Label(words.say("dashboard.silent", at.station(),
                Duration.between(at.lastAt(), picture.at()).toMinutes()));
        silent.getStyleClass().add("problem");
        silent.setWrapText(true);
        return silent;
    }

    private Node bar(String name, int count, Integer whole) {
        return new Bar(name, whole == null ? number(count) : words.say("dashboard.count", count, whole),
                whole == null || whole == 0 ? 0 : (double) count / whole);
    }

    private Label latest(DashboardModel.Picture picture, Entry entry) {
        String what = entry.kind() == RecordKind.REFUSAL ? words.verdicts().word(entry.detail())
                : words.say("kind." + entry.kind());
        Label label = new Label(time(picture, entry.at()) + "  " + what + "  "
                + (entry.name() == null ? "" : entry.name()));
        label.getStyleClass().add("latest");
        return label;
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
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(content.snapshot(null, null), null), "png", file);
            } catch (IOException unwritable) {
                problem.setText(words.say(Sentence.of("file.unwritable", file.getName())));
            }
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
