package org.lanyard.desk.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.Choice;
import org.lanyard.desk.QrView;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.Product;

public final class VenueController extends PageController {

    private static final int CODE_SIZE = 240;
    private static final Pattern THREE_GROUPS = Pattern.compile("((?:[^-]+-){3})");

    private final VenueModel model;
    private final StationRows rows;
    private Optional<StationView> toTakeOver = Optional.empty();
    private List<Hub.Owned> owned = List.of();
    private String shownCode = "";

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

    VenueController(VenueModel model, Words words) {
        super(words);
        this.model = model;
        this.rows = new StationRows(words, model::time, this::askTakeOver, this::shutOut);
    }

    @Override
    void bind() {
        status.showBusyIn(busy);
        show(apart, false);
        show(joined, false);
        show(takeOver, false);
        show(hubHere, false);
        show(conflictCard, false);
        notices.visibleProperty().bind(notices.textProperty().isNotEmpty());
        notices.managedProperty().bind(notices.visibleProperty());
        Choice.said(addon, product -> ShownText.line(product.name()));
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
        status.begin();
        model.join(text, () -> {
            showAddons();   // those of the roster that came from the hub
            ended("venue.join.done");
        }, status::endFailed);
        code.clear();
    }

    @FXML
    private void joinServer() {
        status.begin();
        model.joinServer(url.getText(), password.getText(), () -> ended("venue.join.done"), status::endFailed);
        password.clear();
    }

    @FXML
    private void beHub() {
        status.begin();
        model.beHub(() -> ended("venue.be-hub.done"), status::endFailed);
    }

    @FXML
    private void prepare() {
        status.begin();
        model.prepare(() -> ended("venue.prepare.done"), status::endFailed);
    }

    @FXML
    private void giveUp() {
        status.begin();
        model.giveUp(() -> ended("venue.give-up.done"), status::endFailed);
    }

    @FXML
    private void returnAll() {
        status.begin();
        model.returnAll(returned -> ended(returned ? "venue.return.done" : "venue.return.waits"), status::endFailed);
    }

    @FXML
    private void leave() {
        status.begin();
        model.leave(() -> ended("venue.leave.done"), status::endFailed);
    }

    @FXML
    private void test() {
        status.begin();
        model.test(took -> {
            ended("setup.saved");
            status.show(words.say("venue.test.done", took.toMillis()));
        }, status::endFailed);
    }

    @FXML
    private void share() {
        status.begin();
        model.share(addon.getValue(), rows.ticked(), () -> ended("venue.share.done"), status::endFailed);
    }

    @FXML
    private void keep() {
        status.begin();
        model.keep(addon.getValue(), () -> ended("venue.keep.done"), status::endFailed);
    }

    private void askTakeOver(StationView lost) {
        toTakeOver = Optional.of(lost);
        takeOverWarning.setText(words.say("venue.take-over.warning", ShownText.line(lost.name())));
        show(takeOver, true);
        reason.requestFocus();
    }

    @FXML
    private void takeOver() {
        status.begin();
        model.takeOver(toTakeOver.orElseThrow(), reason.getText(), () -> {
            cancelTakeOver();
            ended("venue.take-over.done");
        }, status::endFailed);
    }

    @FXML
    private void cancelTakeOver() {
        toTakeOver = Optional.empty();
        reason.clear();
        show(takeOver, false);
    }

    private void shutOut(StationView station) {
        status.begin();
        model.shutOut(station, () -> ended("venue.shut-out.done"), status::endFailed);
    }

    private void ended(String word) {
        status.end(words.say(word));
        look();
    }
}
