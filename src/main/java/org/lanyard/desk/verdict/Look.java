package org.lanyard.desk.verdict;

import java.util.Locale;
import javafx.scene.Node;
import org.lanyard.scan.Verdict;

/** The look of a card: a verdict's kind, or what may stand in its place. Style sheets know it as {@code look-NAME}. */
public enum Look {
    GO, GO_AGAIN, ASK, UNREACHABLE, AGAIN, STOP, FAULT, PERSON, IDLE;

    public static Look of(Verdict.Kind kind) {
        return valueOf(kind.name());
    }

    public String style() {
        return "look-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public void paint(Node node) {
        node.getStyleClass().removeIf(style -> style.startsWith("look-"));
        node.getStyleClass().add(style());
    }
}
