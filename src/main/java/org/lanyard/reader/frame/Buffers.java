package org.lanyard.reader.frame;

/**
 * Reused arrays for one camera's frames: without them a camera leaves a hundred megabytes a second to the garbage collector,
 * whose pauses show in the window. Not thread-safe.
 */
public final class Buffers {

    private byte[] grey = {};
    private byte[] dark = {};

    /** Returns an array of exactly this size; frames made from the previous one become invalid. */
    byte[] grey(int size) {
        grey = grey.length == size ? grey : new byte[size];
        return grey;
    }

    public byte[] dark(int size) {
        dark = dark.length >= size ? dark : new byte[size];
        return dark;
    }
}
