package org.lanyard.badge.printer;

import java.io.IOException;
import java.time.Duration;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgeImage;
import org.lanyard.scan.Sentence;

/**
 * A Brother QL label printer with tape of 62 mm, over a socket. It says nothing of its state there: what was sent is all that is
 * known.
 *
 * @param patience for connecting and for writing
 */
public record BrotherPrinter(String host, int port, Duration patience) implements LabelPrinter {

    @Override
    public Readiness readiness() {
        try (Wire _ = Wire.open(host, port, patience)) {
            return new Readiness.Ready();
        } catch (IOException unreachable) {
            return new Readiness.NotReady(Sentence.of("printer.unreachable", host, String.valueOf(port)));
        }
    }

    @Override
    public Drawn draw(Badge badge) {
        byte[] label =
                BrotherRaster.label(Dots.of(BadgeImage.across(badge, BrotherRaster.DPI, BrotherRaster.PRINTABLE)));
        return () -> send(label);
    }

    private Outcome send(byte[] label) {
        try (Wire wire = Wire.open(host, port, patience)) {
            return send(wire, label);
        } catch (IOException unreachable) {
            return new Outcome.NothingSent(Sentence.of("printer.unreachable", host, String.valueOf(port)));
        }
    }

    private static Outcome send(Wire wire, byte[] label) {
        try {
            wire.send(label);
            return new Outcome.Sent();
        } catch (IOException broken) {
            return new Outcome.Unknown(Sentence.of("printer.broken-off"));
        }
    }
}
