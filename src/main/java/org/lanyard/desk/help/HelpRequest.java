package org.lanyard.desk.help;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.lanyard.desk.Words;

public final class HelpRequest extends Event {

    public static final EventType<HelpRequest> ASKED = new EventType<>(Event.ANY, "HELP_ASKED");

    private final transient Optional<Topic> topic;

    private HelpRequest(Optional<Topic> topic) {
        super(ASKED);
        this.topic = topic;
    }

    public Optional<Topic> topic() {
        return topic;
    }

    /** A link to what the manual says about the failure that is shown, else to the page for the screen that it stands on. */
    public static Node link(Words words, Supplier<String> shown) {
        Hyperlink link = new Hyperlink(words.say("help.what-to-do"));
        link.getStyleClass().add("what-to-do");
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(_ -> link.fireEvent(new HelpRequest(Topic.said(shown.get(), words))));
        return link;
    }

    public static void beside(Label label, Words words) {
        Node link = link(words, label::getText);
        label.setContentDisplay(ContentDisplay.RIGHT);
        label.textProperty().subscribe(
                text -> label.setGraphic(text != null && Topic.said(text, words).isPresent() ? link : null));
    }
}
