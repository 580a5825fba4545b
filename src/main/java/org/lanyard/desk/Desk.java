package org.lanyard.desk;

import org.lanyard.Station;
import org.lanyard.scan.Post;

/** placeholder while compiling. */
public final class Desk {
    private Desk() {}
    public static void open(Station station, Post post) { throw new UnsupportedOperationException(); }
}
