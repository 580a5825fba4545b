package org.lanyard.scan;

/** Where a payload came from. */
public enum Source {
    WAND, TYPED, LINE, SEARCH, CAMERA, PICTURE;

    /** Whether a keyboard layout may have garbled it on its way (R6). */
    public boolean keyed() {
        return this == WAND || this == TYPED || this == LINE;
    }
}
