package org.lanyard.desk.shell;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpWindow;
import org.lanyard.desk.help.Topic;

/** A window for a start that failed: who starts the program from a menu sees no terminal. On the FX thread. */
final class FailedStart {

    private static final double WIDTH = 560;

    private FailedStart() {}

    static void show(Stage stage, Words words, RuntimeException failure) {
        Label sentence = new Label(words.why(failure));
        sentence.setWrapText(true);
        Label title = new Label(words.say("start.failed"));
        title.getStyleClass().add("page-title");
        VBox content = new VBox(title, sentence, answers(stage, words, Topic.said(sentence.getText(), words)));
        content.getStyleClass().addAll("shell", "failed-start");
        Scene scene = new Scene(content);
        scene.getStylesheets().setAll(ScreenLoader.resource("desk.css").toExternalForm(),
                ScreenLoader.resource("light.css").toExternalForm());
        content.setPrefWidth(WIDTH);
        stage.setTitle("Lanyard");
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1),
                () -> content.lookupAll(".hyperlink").forEach(link -> ((Hyperlink) link).fire()));
        stage.setScene(scene);
        stage.show();
    }

    private static HBox answers(Stage stage, Words words, Optional<Topic> topic) {
        Button close = new Button(words.say("start.close"));
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(_ -> stage.close());
        HBox answers = new HBox(close);
        answers.getStyleClass().add("row");
        topic.ifPresent(wanted -> {
            Hyperlink help = new Hyperlink(words.say("help.what-to-do"));
            help.setOnAction(_ -> HelpWindow.open(stage, words, wanted.page(), topic));
            answers.getChildren().add(help);
        });
        return answers;
    }
}
