package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Buffers;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.StageRotation;
import org.lanyard.reader.qr.QrDecoder;

/**
 * Reads the codes in the frames of one camera, QR first, then other symbologies where enabled. Stages that one frame has no
 * time for begin the next.
 */
final class CodeReader {

    /** For a picture that somebody waits for, in milliseconds. */
    static final double PICTURE_BUDGET = 400;

    private final StageRotation rotation = new StageRotation();
    private final Buffers buffers = new Buffers();

    /** Reads the codes of every symbology in a single picture. */
    static List<Code> read(BufferedImage picture, double millis) {
        WarmUp.await();
        return new CodeReader().sightings(picture, Symbologies.EVERY, millis).stream().map(Sighting::code).toList();
    }

    /**
     * Reads a frame: its QR codes, the most central first, else another code.
     *
     * @param millis budget of CPU time
     */
    List<Sighting> sightings(BufferedImage picture, Symbologies symbologies, double millis) {
        Budget budget = Budget.ofMillis(millis);
        return sightings(GreyFrame.of(picture, buffers), symbologies, budget);
    }

    List<Sighting> sightings(GreyFrame frame, Symbologies symbologies, Budget budget) {
        QrDecoder qr = new QrDecoder(frame, buffers, budget);
        OtherSymbologies others = new OtherSymbologies(frame, budget);
        List<BooleanSupplier> stages = new ArrayList<>(qr.stages());
        if (symbologies == Symbologies.EVERY) {
            stages.addAll(others.stages());
        }
        try {
            if (!qr.readCheaply()) {
                rotation.run(stages);
            }
        } catch (Budget.Spent spent) {
            // codes read until then count
        }
        List<Sighting> seen = qr.sightings();
        return seen.isEmpty() ? others.sighting().stream().toList() : seen;
    }
}
