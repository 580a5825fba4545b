package org.lanyard.reader.qr;

import org.lanyard.reader.frame.Sighting.Corner;

/**
 * The centre of a finder pattern, in pixels.
 *
 * @param module estimated side of a module, in pixels
 * @param seen   number of lines that agree on it; 0 where it is hidden and inferred from two others
 */
record Finder(float x, float y, float module, int seen) {

    // In modules: closer ones are the same pattern.
    private static final float SAME_WITHIN = 2.5f;

    float distance(Finder other) {
        return (float) Math.hypot(x - other.x, y - other.y);
    }

    boolean same(Finder other) {
        return same(other.x, other.y, other.module);
    }

    boolean same(float otherX, float otherY, float otherModule) {
        float reach = SAME_WITHIN * Math.max(module, otherModule);
        return Math.abs(x - otherX) <= reach && Math.abs(y - otherY) <= reach
                && otherModule < 2 * module && module < 2 * otherModule;
    }

    Finder with(float otherX, float otherY, float otherModule) {
        float weight = 1f / (seen + 1);
        return new Finder(x + (otherX - x) * weight, y + (otherY - y) * weight,
                module + (otherModule - module) * weight, seen + 1);
    }

    Corner place() {
        return new Corner(x + 0.5, y + 0.5);
    }

    Finder at(float otherX, float otherY) {
        return new Finder(otherX, otherY, module, seen);
    }

    Finder scaled(float factor) {
        // the centre of a picture's first pixel is half a pixel from its edge at every scale
        return new Finder((x + 0.5f) * factor - 0.5f, (y + 0.5f) * factor - 0.5f, module * factor, seen);
    }
}
