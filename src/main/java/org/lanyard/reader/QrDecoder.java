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

    private QrDecoder(Budget budget) {
        this.budget = budget;
    }

    /** The text of the code nearest to the picture's middle, or null when none is read. */
    public static String decode(BufferedImage picture) {
        List<String> texts = decode(GreyFrame.of(picture), PICTURE_BUDGET);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /**
     * The texts of the codes in a frame, the most central first.
     *
     * @param millis how long it may take
     */
    static List<String> decode(GreyFrame frame, double millis) {
        return new QrDecoder(Budget.ofMillis(millis)).stages(frame);
    }

    private List<String> stages(GreyFrame frame) {
        GreyFrame half = frame.width() >= LARGE || frame.height() >= LARGE ? frame.halved() : null;
        List<String> texts = half == null ? List.of() : found(half, frame, 2);
        texts = texts.isEmpty() ? found(frame, frame, 1) : texts;
        if (texts.isEmpty() && half != null && half.width() >= LARGE && !budget.spent()) {
            texts = found(half.halved(), frame, 4);
        }
        if (texts.isEmpty() && !budget.spent() && frame.width() <= SMALL && frame.height() <= SMALL) {
            GreyFrame twice = frame.doubled();
            texts = found(twice, twice, 1);
        }
        if (texts.isEmpty() && !budget.spent()) {
            GreyFrame inverted = frame.inverted();
            texts = half == null ? found(inverted, inverted, 1) : found(half.inverted(), inverted, 2);
        }
        return texts;
    }

    /** Looks for finder patterns in one frame and samples the modules from another that is so many times larger. */
    private List<String> found(GreyFrame searched, GreyFrame sampled, int factor) {
        if (budget.spent()) {
            return List.of();
        }
        List<Finder> finders = FinderPatterns.in(BitFrame.of(searched), 1).stream()
                .map(finder -> factor == 1 ? finder : finder.scaled(factor)).toList();
        List<Triple> triples = Triple.among(finders);
        record Read(String text, double fromMiddle) {}
        List<Read> read = new ArrayList<>();
        List<Finder> used = new ArrayList<>();
        int tried = 0;
        for (Triple triple : triples) {
            if (tried >= TRIPLES_TRIED || budget.spent()) {
                break;
            }
            if (used.contains(triple.corner()) || used.contains(triple.right()) || used.contains(triple.below())) {
                continue;
            }
            tried++;
            DecoderResult result = new QrSymbol(sampled, triple, budget).read();
            if (result != null && !result.getText().isEmpty()) {
                used.addAll(List.of(triple.corner(), triple.right(), triple.below()));
                double x = (triple.right().x() + triple.below().x()) / 2.0 - sampled.width() / 2.0;
                double y = (triple.right().y() + triple.below().y()) / 2.0 - sampled.height() / 2.0;
                read.add(new Read(result.getText(), Math.hypot(x, y)));
            }
        }
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::text).distinct().toList();
    }
}
