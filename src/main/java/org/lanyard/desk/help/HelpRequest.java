package org.lanyard.desk.help;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import org.lanyard.desk.Words;

/** Somebody wants to read in the manual what to do; the window opens the page. */
public final class HelpRequest extends Event {

    public static final EventType<HelpRequest> ASKED = new EventType<>(Event.ANY, "HELP_ASKED");

    private HelpRequest() {
        super(ASKED);
    }

    /** A link to the page for the screen that it stands on. */
    public static Node link(Words words) {
        Hyperlink link = new Hyperlink(words.say("help.what-to-do"));
        link.getStyleClass().add("what-to-do");
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(_ -> link.fireEvent(new HelpRequest()));
        return link;
    }
}
