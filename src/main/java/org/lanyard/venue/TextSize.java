package org.lanyard.venue;

/** The size of all text on the screen. */
public enum TextSize {
    PLAIN(100), LARGE(125), LARGER(150), LARGEST(200);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }
}
