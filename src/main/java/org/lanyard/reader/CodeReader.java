package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads whatever code a badge may carry: QR first, then, where they are enabled and time is left, the other symbologies. For
 * the frames of one camera, one after the other: what there was no time for in one begins the next.
 */
final class CodeReader {

    private final Turns turns = new Turns();
    private final Buffers buffers = new Buffers();

    /** The codes of every kind in a single picture, as {@link #sightings} has them. */
    static List<Code> read(BufferedImage picture, double millis) {
        Prepared.await();
        return new CodeReader().sightings(picture, Symbologies.EVERY, millis).stream().map(Sighting::code).toList();
    }

    /**
     * The codes in a frame, the most central QR code first; other symbologies where no QR code is there.
     *
     * @param millis how long it may take, of this thread's CPU
     */
    List<Sighting> sightings(BufferedImage picture, Symbologies symbologies, double millis) {
        Budget budget = Budget.ofMillis(millis);
        return sightings(GreyFrame.of(picture, buffers), symbologies, budget);
    }

    List<Sighting> sightings(GreyFrame frame, Symbologies symbologies, Budget budget) {
        QrDecoder qr = new QrDecoder(frame, buffers, budget);
        OtherSymbologies others = new OtherSymbologies(frame, budget);
        List<BooleanSupplier> dearer = new ArrayList<>(qr.dearer());
        if (symbologies == Symbologies.EVERY) {
            dearer.addAll(others.stages());
        }
        try {
            if (!qr.cheaply()) {
                turns.taken(dearer);
            }
        } catch (Budget.Spent over) {
            // what was read until then counts
        }
        List<Sighting> seen = qr.sightings();
        return seen.isEmpty() ? others.sighting().stream().toList() : seen;
    }
}
