package org.lanyard.desk.setup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.lanyard.desk.WhileVisible;
import org.lanyard.desk.Words;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionStep;
import org.lanyard.upstream.Undelivered;
import org.lanyard.upstream.UpstreamStatus;

public final class UpstreamController extends PageController {

    private static final int MOST_WARNINGS = 5;

    private final UpstreamModel model;

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
    @FXML private Label lastPull;
    @FXML private Button retryAll;
    @FXML private Button seen;
    @FXML private VBox records;

    UpstreamController(UpstreamModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        status.showBusyIn(busy);
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
        var upstream = queue.status();
        standing.setText(words.say("upstream.counts", upstream.pending() + upstream.sent(), upstream.confirmed(),
                upstream.refused(), upstream.inDoubt(), upstream.undeliverable()));
        lastPull.setText(upstream.lastPull().map(this::words).orElse(""));
        lastPull.getStyleClass().setAll("label", upstream.lastPull().filter(pull -> !pull.applied()).isPresent()
                ? "problem" : "hint");
        boolean told = upstream.lastPull().filter(pull -> pull.sentence().equals(upstream.sentence())).isPresent();
        sentence.setText(told ? "" : words.say(upstream.sentence()));
        sentence.setManaged(!sentence.getText().isEmpty());
        retryAll.setDisable(queue.records().stream().noneMatch(Undelivered::refused));
        seen.setDisable(upstream.twice() == 0);
        records.getChildren().setAll(new UndeliveredRows(words, this::decide, this::retry).of(queue.records()));
    }

    private String words(UpstreamStatus.LastPull pull) {
        return words.say(pull.applied() ? "upstream.applied" : "upstream.not-applied", model.time(pull.at()),
                words.say(pull.sentence())).strip();
    }

    private void decide(Undelivered record, boolean arrived) {
        model.decide(record, arrived, () -> model.queue(this::show), status::fail);
    }

    private void retry(Undelivered record) {
        retry(Optional.of(record));
    }

    @FXML
    private void retryAll() {
        retry(Optional.empty());
    }

    private void retry(Optional<Undelivered> record) {
        model.retry(record, waiting -> {
            status.show(words.say("upstream.waiting-again", waiting));
            model.queue(this::show);
        }, status::fail);
    }

    @FXML
    private void seen() {
        model.noteSeen(() -> model.queue(this::show), status::fail);
    }

    @FXML
    private void connect() {
        try {
            Connection wanted = Connection.of(server.getText(), prefix.getText(), signIn.getText(), user.getText());
            status.begin();
            model.connect(wanted, password.getText(), kept -> {
                password.clear();
                status.end(words.say(kept ? "upstream.set" : "upstream.set.no-store"));
            }, status::endFailed);
        } catch (NotPossible wrong) {
            status.fail(words.why(wrong));
        }
    }

    @FXML
    private void test() {
        status.begin();
        model.test(this::tested, status::endFailed);
    }

    private void tested(List<ConnectionStep> steps) {
        String all = steps.stream().map(step -> (step.passed() ? "✓ " : "✗ ") + words.say(step.sentence()))
                .collect(Collectors.joining("\n"));
        if (steps.getLast().passed()) {
            status.end(all);
        } else {
            status.endFailed(all);
        }
    }

    @FXML
    private void trust() {
        model.trust(fingerprint.getText(), () -> status.show(words.say("upstream.trusted")), status::fail);
    }

    @FXML
    private void pull() {
        status.begin();
        model.pull(force.isSelected(), report -> {
            String applied = words.say("upstream.pulled", report.attendees().added(), report.attendees().changed(),
                    report.attendees().withdrawn());
            String warnings = report.warnings().stream().limit(MOST_WARNINGS).map(words::say)
                    .collect(Collectors.joining("\n"));
            status.end((applied + "\n" + warnings).strip());
            model.queue(this::show);
        }, status::endFailed);
    }

    @FXML
    private void push() {
        status.begin();
        model.push(() -> {
            status.end(words.say("upstream.pushed"));
            model.queue(this::show);
        }, status::endFailed);
    }
}
