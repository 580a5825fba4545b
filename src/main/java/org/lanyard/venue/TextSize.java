package org.lanyard.venue;

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
