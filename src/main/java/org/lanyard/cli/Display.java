package org.lanyard.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanyard.desk.shell.Desk;
import org.lanyard.desk.shell.Toolkit;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

final class Display {

    private Display() {}

    static boolean present() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getProperty("glass.platform") != null || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    static Optional<Toolkit> start() {
        return present() ? Optional.of(Toolkit.start()) : Optional.empty();
    }

    private static boolean set(String variable) {
        return !System.getenv().getOrDefault(variable, "").isBlank();
    }

    /** Does the work; where it fails and nobody sees a terminal, a window says why before the program ends. */
    static <T> T told(Optional<Toolkit> toolkit, Supplier<T> work) {
        try {
            return work.get();
        } catch (NotPossible | StationFault failure) {
            toolkit.filter(_ -> fromMenu()).ifPresent(shown -> Desk.tell(shown, failure));
            throw failure;
        }
    }

    // Linux's menu entry sets the variable; elsewhere the packages' launchers say who they are.
    private static boolean fromMenu() {
        String launcher = System.getProperty("jpackage.app-path", "");
        return set("LANYARD_MENU") || !launcher.isEmpty() && !launcher.contains("lanyard-command") && !set("TERM");
    }
}
