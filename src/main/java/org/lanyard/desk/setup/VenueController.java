package org.lanyard.desk.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.Choice;
import org.lanyard.desk.QrView;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.Product;

/** The page for the venue's hub. */
public final class VenueController {

    private static final int CODE_SIZE = 240;
    private static final Pattern THREE_GROUPS = Pattern.compile("((?:[^-]+-){3})");

    private final VenueModel model;
    private final Words words;
    private final StationRows rows;
    private final StatusLine status;
    private Optional<StationView> toTakeOver = Optional.empty();
    private List<Hub.Owned> owned = List.of();
    private String shownCode = "";

    @FXML private ScrollPane root;
    @FXML private ProgressIndicator busy;
    @FXML private Node apart;
    @FXML private Node joined;
    @FXML private TextField code;
    @FXML private TextField url;
    @FXML private PasswordField password;
    @FXML private Label standing;
    @FXML private Label notices;
    @FXML private VBox stations;
    @FXML private VBox takeOver;
    @FXML private Label takeOverWarning;
    @FXML private TextField reason;
    @FXML private VBox hubHere;
    @FXML private ImageView codePicture;
    @FXML private Label codeText;
    @FXML private ComboBox<Product> addon;
    @FXML private Label ownership;
    @FXML private VBox conflictCard;
    @FXML private VBox conflicts;
    @FXML private Label said;

    VenueController(VenueModel model, Words words) {
        this.model = model;
        this.words = words;
        this.rows = new StationRows(words, model::time, this::askTakeOver, this::shutOut);
        this.status = new StatusLine(words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        busy.setVisible(false);
        show(apart, false);
        show(joined, false);
        show(takeOver, false);
        show(hubHere, false);
        show(conflictCard, false);
        notices.visibleProperty().bind(notices.textProperty().isNotEmpty());
        notices.managedProperty().bind(notices.visibleProperty());
        Choice.said(addon, Product::name);
        addon.valueProperty().subscribe(_ -> showOwnership());
        showAddons();
        model.scannedProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                join(text);
            }
        });
        WhileVisible.every(Duration.seconds(2), root, this::look, this::look);
    }

    private void showAddons() {
        model.addons(all -> {
            addon.getItems().setAll(all);
            addon.getSelectionModel().selectFirst();
        });
    }

    private void look() {
        model.look(this::show, why -> {
            show(joined, true);
            show(apart, false);
            standing.setText(why);
        });
    }

    private void show(VenueModel.Venue venue) {
        show(apart, venue.address().isEmpty());
        show(joined, venue.address().isPresent());
        show(hubHere, venue.code().isPresent());
        show(conflictCard, !venue.conflicts().isEmpty());
        venue.code().ifPresent(this::showCode);
        standing.setText(venue.address().map(at -> words.say("venue.joined", at)).orElse(""));
        stations.getChildren().setAll(rows.of(venue.stations(), venue.own(), venue.code().isPresent()));
        notices.setText(venue.notices().stream().map(words::say).collect(Collectors.joining("\n")));
        conflicts.getChildren().setAll(rows.of(venue.conflicts()));
        owned = venue.owned();
        showOwnership();
    }

    private void showCode(JoinCode now) {
        String text = now.text();
        if (!text.equals(shownCode)) {
            shownCode = text;
            QrView.show(codePicture, text, CODE_SIZE);
            codeText.setText(THREE_GROUPS.matcher(text).replaceAll("$1\n"));   // read out line by line
        }
    }

    private void showOwnership() {
        Optional<String> product = Optional.ofNullable(addon.getValue()).map(chosen -> "addon:" + chosen.slug());
        Map<String, Long> parts = owned.stream().filter(each -> product.equals(Optional.of(each.bucket().product())))
                .collect(Collectors.groupingBy(Hub.Owned::name, java.util.TreeMap::new, Collectors.counting()));
        ownership.setText(parts.isEmpty() ? words.say("venue.hub-decides") : parts.entrySet().stream()
                .map(part -> words.say("venue.part", part.getKey(), 100 * part.getValue() / Bucket.COUNT))
                .collect(Collectors.joining(" · ")));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void join() {
        join(code.getText());
    }

    private void join(String text) {
        begin();
        model.join(text, () -> {
            showAddons();   // those of the roster that came from the hub
            ended("venue.join.done");
        }, this::failed);
        code.clear();
    }

    @FXML
    private void joinServer() {
        begin();
        model.joinServer(url.getText(), password.getText(), () -> ended("venue.join.done"), this::failed);
        password.clear();
    }

    @FXML
    private void beHub() {
        begin();
        model.beHub(() -> ended("venue.be-hub.done"), this::failed);
    }

    @FXML
    private void prepare() {
        begin();
        model.prepare(() -> ended("venue.prepare.done"), this::failed);
    }

    @FXML
    private void giveUp() {
        begin();
        model.giveUp(() -> ended("venue.give-up.done"), this::failed);
    }

    @FXML
    private void returnAll() {
        begin();
        model.returnAll(returned -> ended(returned ? "venue.return.done" : "venue.return.waits"), this::failed);
    }

    @FXML
    private void leave() {
        begin();
        model.leave(() -> ended("venue.leave.done"), this::failed);
    }

    @FXML
    private void test() {
        begin();
        model.test(took -> {
            ended("setup.saved");
            status.show(words.say("venue.test.done", took.toMillis()));
        }, this::failed);
    }

    @FXML
    private void share() {
        begin();
        model.share(addon.getValue(), rows.ticked(), () -> ended("venue.share.done"), this::failed);
    }

    @FXML
    private void keep() {
        begin();
        model.keep(addon.getValue(), () -> ended("venue.keep.done"), this::failed);
    }

    private void askTakeOver(StationView lost) {
        toTakeOver = Optional.of(lost);
        takeOverWarning.setText(words.say("venue.take-over.warning", lost.name()));
        show(takeOver, true);
        reason.requestFocus();
    }

    @FXML
    private void takeOver() {
        begin();
        model.takeOver(toTakeOver.orElseThrow(), reason.getText(), () -> {
            cancelTakeOver();
            ended("venue.take-over.done");
        }, this::failed);
    }

    @FXML
    private void cancelTakeOver() {
        toTakeOver = Optional.empty();
        reason.clear();
        show(takeOver, false);
    }

    private void shutOut(StationView station) {
        begin();
        model.shutOut(station, () -> ended("venue.shut-out.done"), this::failed);
    }

    private void begin() {
        busy.setVisible(true);
        status.show("");
    }

    private void ended(String word) {
        busy.setVisible(false);
        status.show(words.say(word));
        look();
    }

    private void failed(String why) {
        busy.setVisible(false);
        status.fail(why);
    }
}
