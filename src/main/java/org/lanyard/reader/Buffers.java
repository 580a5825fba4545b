package org.lanyard.reader;

/**
 * Room for a frame and for what is searched of it, used again by the next: else a camera leaves a hundred megabytes a second
 * to the garbage collector, whose pauses a window shows. For one thread.
 */
final class Buffers {

    private byte[] grey = {};
    private byte[] dark = {};

    /** Of exactly this size. What it held before is lost, and so are the frames made of it. */
    byte[] grey(int size) {
        grey = grey.length == size ? grey : new byte[size];
        return grey;
    }

    /** Of at least this size. */
    byte[] dark(int size) {
        dark = dark.length >= size ? dark : new byte[size];
        return dark;
    }
}
