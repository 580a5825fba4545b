package org.lanyard.reader;

import java.util.List;

/**
 * A code, and where in a frame it was seen.
 *
 * @param corners the four of its outline in turn, or a linear code's two ends
 */
public record Sighting(Code code, List<Corner> corners) {

    /** In pixels of the frame, whose first pixel reaches from 0 to 1. */
    public record Corner(double x, double y) {

        public Corner scaled(double factor) {
            return new Corner(x * factor, y * factor);
        }
    }

    Sighting scaled(double factor) {
        return new Sighting(code, corners.stream().map(corner -> corner.scaled(factor)).toList());
    }
}
