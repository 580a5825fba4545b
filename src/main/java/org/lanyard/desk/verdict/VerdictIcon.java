package org.lanyard.desk.verdict;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/** A shape of its own for each look, so that nobody needs the colour: drawn on a square of 24. */
public final class VerdictIcon {

    private static final Map<Look, String> PATHS = Map.of(
            Look.GO, "M12 2.5a9.5 9.5 0 1 0 .01 0z M7.6 12.4l3.1 3.1 5.8-6.4",
            Look.GO_AGAIN, "M20.5 10.5A8.6 8.6 0 0 0 5.6 6.6L3.5 8.6 M3.5 3.6v5h5"
                    + " M3.5 13.5a8.6 8.6 0 0 0 14.9 3.9l2.1-2 M20.5 20.4v-5h-5",
            Look.ASK, "M12 1.9L22.1 12 12 22.1 1.9 12z M9.6 9.6a2.5 2.5 0 0 1 4.9.7c0 1.7-2.5 2.1-2.5 3.6 M12 16.9v.1",
            Look.UNREACHABLE,
            "M3 9.200a13 13 0 0 1 18 0 M6.600 13.100a7.800 7.800 0 0 1 10.800 0 M12 17.600v.1 M4.500 3.200l15 17.600",
            Look.STOP, "M7.9 2.5h8.2L21.5 7.9v8.2L16.1 21.5H7.9L2.5 16.1V7.9z M15 9l-6 6 M9 9l6 6",
            Look.FAULT, "M12 3.2L22 20.4H2z M12 9.6v4.6 M12 17.2v.1",
            Look.PERSON, "M12 4a4 4 0 1 0 .01 0z M4.5 20.5c.6-4.2 3.5-6 7.5-6s6.900 1.800 7.500 6",
            Look.IDLE, "M4 8V4h4 M16 4h4v4 M20 16v4h-4 M8 20H4v-4 M8.500 8.500v7 M12 8.500v7 M15.500 8.500v7");

    private VerdictIcon() {}

    public static Node of(Look look) {
        SVGPath path = new SVGPath();
        path.setContent(PATHS.getOrDefault(look, PATHS.get(Look.IDLE)));
        path.getStyleClass().add("verdict-icon");
        return path;
    }
}
