package org.lanyard.dist;

import java.util.Locale;

/** @param architecture {@code x64} or {@code arm64} */
record Platform(System system, String architecture) {

    enum System { LINUX, WINDOWS, MACOS }

    static Platform current() {
        String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = java.lang.System.getProperty("os.arch");
        System system = name.contains("win") ? System.WINDOWS : name.contains("mac") ? System.MACOS : System.LINUX;
        return new Platform(system, processor.equals("aarch64") ? "arm64" : "x64");
    }

    boolean is(System other) {
        return system == other;
    }

    boolean arm() {
        return architecture.equals("arm64");
    }

    @Override
    public String toString() {
        return system.name().toLowerCase(Locale.ROOT) + "-" + architecture;
    }
}
