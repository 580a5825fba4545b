package org.lanyard.desk.shell;

/** How large everything is written. */
public enum TextSize {
    PLAIN(100), LARGE(125), LARGER(150), LARGEST(200);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    String style() {
        return "text-" + percent;
    }
}
