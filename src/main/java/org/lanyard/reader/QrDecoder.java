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
    private static final int DARK = 1;
    private static final int LIGHT = 0;
    private static final int TRIPLES_LOOKED_AT = 16;
    private static final int BENT_AT_ONCE = 2;
    private static final int BENT_TRIED = 2;
    private static final double LIKELY = 0.05;

    private final Budget budget;
    private final List<Read> read = new ArrayList<>();
    private final List<QrSymbol> unread = new ArrayList<>();

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
        BitFrame halfBits = half == null ? null : BitFrame.of(half, BitFrame.FINE, budget);
        if (half != null && (found(halfBits, DARK, frame, 2) || found(halfBits, LIGHT, frame, 2))) {
            return;
        }
        BitFrame bits = BitFrame.of(frame, BitFrame.FINE, budget);
        if (found(bits, DARK, frame, 1) || bent(frame, BENT_AT_ONCE, LIKELY)
                || half == null && found(bits, LIGHT, frame, 1)) {
            return;
        }
        if (half != null && half.width() >= LARGE
                && found(BitFrame.of(half.halved(budget), BitFrame.FINE, budget), DARK, frame, 4)) {
            return;
        }
        if (frame.width() <= SMALL && frame.height() <= SMALL) {
            GreyFrame twice = frame.doubled(budget);
            if (found(BitFrame.of(twice, BitFrame.FINE, budget), DARK, twice, 1)) {
                return;
            }
        }
        GreyFrame smooth = half == null ? frame : half;
        // a blur that fills the gaps of a fine threshold, and half a screen's pixels in one
        if (!found(BitFrame.of(smooth, BitFrame.COARSE, budget), DARK, smooth, 1)) {
            bent(frame, BENT_TRIED, -1);
        }
    }

    /**
     * Looks for finder patterns in one frame and samples the modules from another that is so many times larger.
     *
     * @return whether anything was read
     */
    private boolean found(BitFrame searched, int ink, GreyFrame frame, int factor) {
        // a finder pattern that can be read has several rows through its middle
        int rowStep = searched.height() > LARGE ? 2 : 1;
        List<Finder> finders = FinderPatterns.in(searched, ink, rowStep, budget).stream()
                .map(finder -> factor == 1 ? finder : finder.scaled(factor)).toList();
        List<Triple> triples = Triple.among(finders);
        GreyFrame sampled = ink == DARK || triples.isEmpty() ? frame : frame.inverted(budget);
        List<QrSymbol> symbols = new ArrayList<>();
        for (Triple triple : triples.stream().limit(TRIPLES_LOOKED_AT).toList()) {
            QrSymbol symbol = new QrSymbol(sampled, triple, budget);
            if (symbol.possible()) {
                symbols.add(symbol);
            }
        }
        symbols.sort(Comparator.comparingDouble(QrSymbol::likely).reversed());
        List<Finder> used = new ArrayList<>();
        for (QrSymbol symbol : symbols) {
            if (symbol.triple().finders().stream().noneMatch(used::contains)) {
                DecoderResult result = symbol.clear() ? symbol.read() : null;
                if (result == null) {
                    unread.add(symbol);
                } else {
                    used.addAll(symbol.triple().finders());
                    add(result, symbol.triple(), sampled);
                }
            }
        }
        return !read.isEmpty();
    }

    private boolean bent(GreyFrame frame, int most, double least) {
        unread.sort(Comparator.comparingDouble(QrSymbol::likely).reversed());
        for (int tried = 0; tried < most && !unread.isEmpty() && read.isEmpty(); tried++) {
            QrSymbol symbol = unread.removeFirst();
            if (symbol.likely() < least) {
                unread.add(symbol);
                return false;
            }
            DecoderResult result = symbol.readBent();
            if (result != null) {
                add(result, symbol.triple(), frame);
            }
        }
        return !read.isEmpty();
    }

    private void add(DecoderResult result, Triple triple, GreyFrame frame) {
        double x = (triple.right().x() + triple.below().x()) / 2.0 - frame.width() / 2.0;
        double y = (triple.right().y() + triple.below().y()) / 2.0 - frame.height() / 2.0;
        read.add(new Read(result.getText(), Math.hypot(x, y)));
    }
}
