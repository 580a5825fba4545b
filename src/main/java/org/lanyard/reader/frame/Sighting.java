package org.lanyard.reader.frame;

import java.util.List;

/** @param corners of the outline in turn, or a linear code's two ends; in pixels of the frame */
public record Sighting(Code code, List<Corner> corners) {

    /** The first pixel reaches from 0 to 1. */
    public record Corner(double x, double y) {

        public Corner scaled(double factor) {
            return new Corner(x * factor, y * factor);
        }
    }

    public boolean covers(Corner point) {
        return corners.size() > 2 && Middle.outline(corners).intersects(point.x() - 1, point.y() - 1, 2, 2);
    }

    public Sighting scaled(double factor) {
        return new Sighting(code, corners.stream().map(corner -> corner.scaled(factor)).toList());
    }
}
