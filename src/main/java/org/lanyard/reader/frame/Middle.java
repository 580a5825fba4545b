package org.lanyard.reader.frame;

import java.awt.geom.Path2D;
import java.util.List;
import org.lanyard.reader.frame.Sighting.Corner;

/** Distances from the middle of a frame, in half widths of the frame. */
public record Middle(int width, int height) {

    /** Radius of the middle part: a neighbour's badge is hardly ever held nearer than this. */
    public static final double PART = 0.4;

    public double distance(Corner point) {
        return Math.hypot(point.x() - width / 2.0, point.y() - height / 2.0) / (width / 2.0);
    }

    public double distance(Sighting seen) {
        return distance(centre(seen));
    }

    public boolean holds(Sighting seen) {
        return distance(seen) < PART || seen.corners().size() > 2
                && outline(seen.corners()).contains(width / 2.0, height / 2.0);
    }

    private static Corner centre(Sighting seen) {
        double x = seen.corners().stream().mapToDouble(Corner::x).average().orElse(0);
        double y = seen.corners().stream().mapToDouble(Corner::y).average().orElse(0);
        return new Corner(x, y);
    }

    static Path2D outline(List<Corner> corners) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(corners.getFirst().x(), corners.getFirst().y());
        corners.forEach(corner -> outline.lineTo(corner.x(), corner.y()));
        outline.closePath();
        return outline;
    }
}
