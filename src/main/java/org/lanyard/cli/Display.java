package org.lanyard.cli;

import java.util.Locale;
import org.lanyard.Station;
import org.lanyard.desk.Opening;
import org.lanyard.desk.shell.Desk;
import org.lanyard.scan.Post;

/** Opens the window on machines that can show one. */
final class Display {

    private Display() {}

    static boolean present() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getProperty("glass.platform") != null || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String variable) {
        return !System.getenv().getOrDefault(variable, "").isBlank();
    }

    /** Opens the desk and returns when its window is closed. */
    static int open(Station station, Post post, Opening opening) {
        try {
            Desk.open(station, post, opening);
            return 0;
        } catch (UnsupportedOperationException noDisplay) {
            return new Terminal(station, post).run();
        }
    }
}
