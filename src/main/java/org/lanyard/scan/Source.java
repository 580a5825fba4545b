package org.lanyard.scan;

public enum Source {
    WAND, TYPED, LINE, SEARCH, CAMERA, PICTURE;

    public boolean onScreen() {
        return this != LINE;
    }

    /** Returns true if a keyboard layout may have changed it on its way (R6). */
    public boolean keyed() {
        return this == WAND || this == TYPED || this == LINE;
    }
}
