package org.lanyard.desk.setup;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionCheck;
import org.lanyard.upstream.Undelivered;

/** The page for the registration server. */
public final class UpstreamController {

    private final UpstreamModel model;
    private final Words words;

    @FXML private ScrollPane root;
    @FXML private TextField server;
    @FXML private TextField prefix;
    @FXML private TextField signIn;
    @FXML private TextField user;
    @FXML private PasswordField password;
    @FXML private TextField fingerprint;
    @FXML private CheckBox force;
    @FXML private ProgressIndicator busy;
    @FXML private Label standing;
    @FXML private Label sentence;
    @FXML private VBox records;
    @FXML private Label said;
    private StatusLine status;

    UpstreamController(UpstreamModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        busy.setVisible(false);
        signIn.setText(Connection.USUAL_SIGN_IN);
        model.loadConnection(known -> known.ifPresent(this::show), status::fail);
        Runnable look = () -> model.queue(this::show);
        WhileVisible.every(Duration.seconds(2), root, look, look);
    }

    private void show(Connection connection) {
        server.setText(connection.server().toString());
        prefix.setText(connection.prefix());
        signIn.setText(connection.signIn());
        user.setText(connection.user());
    }

    private void show(UpstreamModel.Queue queue) {
        var status = queue.status();
        standing.setText(words.say("upstream.counts", status.pending() + status.sent(), status.confirmed(),
                status.refused(), status.inDoubt(), status.undeliverable()));
        sentence.setText(words.say(status.sentence()));
        sentence.setManaged(!sentence.getText().isEmpty());
        records.getChildren().setAll(queue.records().stream().map(this::line).toList());
    }

    private Node line(Undelivered record) {
        Label what = new Label(words.say("upstream.record", record.name(), record.item() == null
                ? words.say("kind.CHECK_IN") : record.item(), words.say("delivery." + record.state()),
                record.reason() == null ? "" : record.reason()));
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(what);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("row", "line");
        if (record.undecided()) {
            line.getChildren().addAll(decision(record, true), decision(record, false));
        }
        return line;
    }

    private Button decision(Undelivered record, boolean arrived) {
        Button button = new Button(words.say(arrived ? "upstream.arrived" : "upstream.send-again"));
        button.setOnAction(_ -> model.decide(record, arrived, () -> model.queue(this::show), status::fail));
        return button;
    }

    @FXML
    private void connect() {
        try {
            Connection wanted = Connection.of(server.getText(), prefix.getText(), signIn.getText(), user.getText());
            begin();
            model.connect(wanted, password.getText(), kept -> {
                ended();
                password.clear();
                status.show(words.say(kept ? "upstream.set" : "upstream.set.no-store"));
            }, this::failed);
        } catch (NotPossible wrong) {
            status.fail(words.why(wrong));
        }
    }

    @FXML
    private void test() {
        begin();
        model.test(this::tested, this::failed);
    }

    private void tested(List<ConnectionCheck.Step> steps) {
        ended();
        String all = steps.stream().map(step -> (step.passed() ? "✓ " : "✗ ") + words.say(step.sentence()))
                .collect(Collectors.joining("\n"));
        if (steps.getLast().passed()) {
            status.show(all);
        } else {
            status.fail(all);
        }
    }

    @FXML
    private void trust() {
        model.trust(fingerprint.getText(), () -> status.show(words.say("upstream.trusted")), status::fail);
    }

    @FXML
    private void pull() {
        begin();
        model.pull(force.isSelected(), report -> {
            ended();
            status.show(words.say("upstream.pulled", report.attendees().added(), report.attendees().changed(),
                    report.attendees().withdrawn()));
        }, this::failed);
    }

    @FXML
    private void push() {
        begin();
        model.push(() -> {
            ended();
            status.show(words.say("upstream.pushed"));
            model.queue(this::show);
        }, this::failed);
    }

    private void begin() {
        busy.setVisible(true);
        status.show("");
    }

    private void ended() {
        busy.setVisible(false);
    }

    private void failed(String why) {
        ended();
        status.fail(why);
    }
}
