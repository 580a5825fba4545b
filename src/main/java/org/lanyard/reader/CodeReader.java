package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Buffers;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Middle;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.reader.frame.StageRotation;
import org.lanyard.reader.other.OtherSymbologies;
import org.lanyard.reader.qr.Goal;
import org.lanyard.reader.qr.QrDecoder;

/**
 * Reads the codes in the frames of one camera, QR first, then other symbologies where enabled. Stages that one frame has no
 * time for begin the next.
 */
final class CodeReader {

    /** For a picture that somebody waits for, in milliseconds. */
    static final double PICTURE_BUDGET = 400;

    // The sharpness is measured between this many blocks of a row, larger than a camera's noise.
    private static final int BLOCKS = 128;

    // A quarter of a second without a symbol, and a second with one that is not read.
    private static final int RESTS_AFTER = 8;
    private static final int RESTS_AFTER_UNREAD = 30;

    private final StageRotation rotation = new StageRotation();
    private final Buffers buffers = new Buffers();
    private int framesWithoutCode;
    private int restsAfter = RESTS_AFTER;

    static List<Code> read(BufferedImage picture, double millis) {
        WarmUp.await();
        Budget budget = Budget.ofMillis(millis);
        View view = new CodeReader().look(GreyFrame.of(picture), Symbologies.EVERY, Goal.ALL, budget);
        return view.codes().stream().map(Sighting::code).toList();
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
        return look(frame, symbologies, Goal.ANY, budget).codes();
    }

    /** Reads a frame of a camera until it is clear which code lies nearest to the middle. */
    View look(BufferedImage picture, Symbologies symbologies, double millis) {
        Budget budget = Budget.ofMillis(millis);
        return look(GreyFrame.of(picture, buffers), symbologies, Goal.CENTRAL, budget);
    }

    View look(GreyFrame frame, Symbologies symbologies, Goal goal, Budget budget) {
        QrDecoder qr = new QrDecoder(frame, goal, buffers, budget);
        OtherSymbologies others = new OtherSymbologies(frame, goal == Goal.ALL, budget);
        List<BooleanSupplier> stages = new ArrayList<>(qr.stages());
        if (symbologies == Symbologies.EVERY) {
            stages.addAll(others.stages());
        }
        try {
            if (!qr.readCheaply() && !(goal != Goal.ALL && rests())) {
                rotation.run(stages);
            }
        } catch (Budget.Spent spent) {
            // codes read until then count
        }
        List<Sighting> seen = qr.sightings();
        List<Corner> unread = qr.unread();
        framesWithoutCode = seen.isEmpty() && others.sightings().isEmpty() ? framesWithoutCode + 1 : 0;
        restsAfter = unread.isEmpty() ? RESTS_AFTER : RESTS_AFTER_UNREAD;
        Middle middle = new Middle(frame.width(), frame.height());
        return new View(middle, seen.isEmpty() || goal == Goal.ALL ? concat(seen, others.sightings()) : seen, unread,
                sharpness(frame));
    }

    // Halves the cost while nothing is held before the camera: every other frame gets the cheap stage only.
    private boolean rests() {
        return framesWithoutCode >= restsAfter && framesWithoutCode % 2 == 1;
    }

    private static List<Sighting> concat(List<Sighting> some, List<Sighting> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    // Mean difference between neighbouring blocks of the middle part.
    private static double sharpness(GreyFrame frame) {
        int side = Math.max(1, frame.width() / BLOCKS);
        int reach = (int) (Middle.PART * frame.width() / 2);
        int x0 = Math.max(0, frame.width() / 2 - reach);
        int y0 = Math.max(0, frame.height() / 2 - reach);
        long sum = 0;
        int count = 1;
        for (int y = y0; y + side <= frame.height() - y0; y += side) {
            int before = block(frame, x0, y, side);
            for (int x = x0 + side; x + side <= frame.width() - x0; x += side, count++) {
                int here = block(frame, x, y, side);
                sum += Math.abs(here - before);
                before = here;
            }
        }
        return (double) sum / (side * side) / count;
    }

    private static int block(GreyFrame frame, int x0, int y0, int side) {
        int sum = 0;
        for (int y = y0; y < y0 + side; y++) {
            for (int x = x0; x < x0 + side; x++) {
                sum += frame.pixels()[y * frame.width() + x] & 0xFF;
            }
        }
        return sum;
    }
}
