package org.lanyard.badge.printer;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeImage;
import org.lanyard.scan.Sentence;

/**
 * A printer that speaks ZPL over a socket. It says before a label whether it can print, and after it whether it has.
 *
 * @param dpi      of the print head: 203 or 300
 * @param patience for connecting, for writing and for each answer
 */
public record ZebraPrinter(String host, int port, int dpi, Duration patience) implements LabelPrinter {

    private static final int STATUS_LINES = 3;

    @Override
    public Readiness readiness() {
        try (Wire wire = Wire.open(host, port, patience)) {
            return Zpl.problem(wire.ask(Zpl.ASK_STATUS, STATUS_LINES))
                    .<Readiness>map(key -> new Readiness.NotReady(Sentence.of(key))).orElseGet(Readiness.Ready::new);
        } catch (IOException unreachable) {
            return new Readiness.NotReady(Sentence.of("printer.unreachable", host, String.valueOf(port)));
        }
    }

    @Override
    public Drawn draw(Badge badge) {
        byte[] label = Zpl.label(Dots.of(BadgeImage.of(badge, dpi)));
        return () -> send(label);
    }

    private Outcome send(byte[] label) {
        Optional<Wire> opened = open();
        if (opened.isEmpty()) {
            return new Outcome.NothingSent(Sentence.of("printer.unreachable", host, String.valueOf(port)));
        }
        try (Wire wire = opened.get()) {
            wire.send(label);
            return printed(wire) ? new Outcome.Confirmed() : new Outcome.Sent();
        } catch (IOException broken) {
            return new Outcome.Unknown(Sentence.of("printer.broken-off"));
        }
    }

    private Optional<Wire> open() {
        try {
            return Optional.of(Wire.open(host, port, patience));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    // False where the printer does not answer; a connection that breaks may have taken half of the label with it.
    private static boolean printed(Wire wire) throws IOException {
        try {
            String status = wire.ask(Zpl.ASK_STATUS, STATUS_LINES);
            return Zpl.problem(status).isEmpty() && Zpl.waiting(status) == 0;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }
}
