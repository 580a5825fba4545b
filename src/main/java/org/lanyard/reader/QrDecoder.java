package org.lanyard.reader;

import com.google.zxing.common.DecoderResult;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.FinderPatterns.Finder;

/**
 * Finds and reads QR codes in a picture: cheap attempts first, dearer ones while time lasts. ZXing's decoder corrects the
 * errors and knows the encodings; finding, straightening and sampling are ours. May be used from any thread.
 */
public final class QrDecoder {

    /** For a picture that somebody waits for, in milliseconds. */
    public static final double PICTURE_BUDGET = 400;

    /** Beyond this many pixels a side, half the size is looked at first. */
    private static final int LARGE = 480;
    private static final int SMALL = 420;
    private static final int TRIPLES_TRIED = 12;

    private final Budget budget;
    private final List<Read> read = new ArrayList<>();

    private QrDecoder(Budget budget) {
        this.budget = budget;
    }

    private record Read(String text, double fromMiddle) {}

    /** The text of the code nearest to the picture's middle, or null when none is read. */
    public static String decode(BufferedImage picture) {
        Budget budget = Budget.ofMillis(PICTURE_BUDGET);
        List<String> texts = new QrDecoder(budget).texts(GreyFrame.of(picture));
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /**
     * The texts of the codes in a frame, the most central first.
     *
     * @param millis how long it may take
     */
    static List<String> decode(GreyFrame frame, double millis) {
        return new QrDecoder(Budget.ofMillis(millis)).texts(frame);
    }

    private List<String> texts(GreyFrame frame) {
        try {
            stages(frame);
        } catch (Budget.Spent over) {
            // what was read until then counts
        }
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::text).distinct().toList();
    }

    private void stages(GreyFrame frame) {
        GreyFrame half = frame.width() >= LARGE || frame.height() >= LARGE ? frame.halved(budget) : null;
        if (half != null && found(half, frame, 2) || found(frame, frame, 1)) {
            return;
        }
        if (half != null && half.width() >= LARGE && found(half.halved(budget), frame, 4)) {
            return;
        }
        if (frame.width() <= SMALL && frame.height() <= SMALL) {
            GreyFrame twice = frame.doubled(budget);
            if (found(twice, twice, 1)) {
                return;
            }
        }
        GreyFrame inverted = frame.inverted(budget);
        found(half == null ? inverted : half.inverted(budget), inverted, half == null ? 1 : 2);
    }

    /**
     * Looks for finder patterns in one frame and samples the modules from another that is so many times larger.
     *
     * @return whether anything was read
     */
    private boolean found(GreyFrame searched, GreyFrame sampled, int factor) {
        List<Finder> finders = FinderPatterns.in(BitFrame.of(searched, budget), budget).stream()
                .map(finder -> factor == 1 ? finder : finder.scaled(factor)).toList();
        List<Finder> used = new ArrayList<>();
        int tried = 0;
        for (Triple triple : Triple.among(finders)) {
            List<Finder> corners = List.of(triple.corner(), triple.right(), triple.below());
            if (tried >= TRIPLES_TRIED || corners.stream().anyMatch(used::contains)) {
                continue;
            }
            tried++;
            DecoderResult result = new QrSymbol(sampled, triple, budget).read();
            if (result != null && !result.getText().isEmpty()) {
                used.addAll(corners);
                double x = (triple.right().x() + triple.below().x()) / 2.0 - sampled.width() / 2.0;
                double y = (triple.right().y() + triple.below().y()) / 2.0 - sampled.height() / 2.0;
                read.add(new Read(result.getText(), Math.hypot(x, y)));
            }
        }
        return !read.isEmpty();
    }
}
