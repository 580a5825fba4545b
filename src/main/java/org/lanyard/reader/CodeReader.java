package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.List;

/** Reads whatever code a badge may carry: QR first, then, while time is left, the other symbologies. */
final class CodeReader {

    private CodeReader() {}

    /** The codes in a picture, as {@link #sightings} has them. */
    static List<Code> read(BufferedImage picture, double millis) {
        return sightings(picture, millis).stream().map(Sighting::code).toList();
    }

    /**
     * The codes in a picture, the most central QR code first; other symbologies where no QR code is there.
     *
     * @param millis how long it may take, of this thread's CPU
     */
    static List<Sighting> sightings(BufferedImage picture, double millis) {
        Budget budget = Budget.ofMillis(millis);
        return sightings(GreyFrame.of(picture), budget);
    }

    static List<Sighting> sightings(GreyFrame frame, Budget budget) {
        QrDecoder qr = new QrDecoder(frame, budget);
        OtherSymbologies others = new OtherSymbologies(frame, budget);
        try {
            if (!qr.look()) {
                others.look();
            }
        } catch (Budget.Spent over) {
            // what was read until then counts
        }
        List<Sighting> seen = qr.sightings();
        return seen.isEmpty() ? others.sighting().stream().toList() : seen;
    }
}
