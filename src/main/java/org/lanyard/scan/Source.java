package org.lanyard.scan;

/** Where a payload came from. */
public enum Source {
    WAND, TYPED, LINE, SEARCH, CAMERA, PICTURE;

    /** Whether a screen shows the answer, and beside it what else the person bought. */
    public boolean onScreen() {
        return this != LINE;
    }

    /** Whether a keyboard layout may have garbled it on its way (R6). */
    public boolean keyed() {
        return this == WAND || this == TYPED || this == LINE;
    }
}
