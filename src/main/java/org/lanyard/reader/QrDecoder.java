package org.lanyard.reader;

import com.google.zxing.common.DecoderResult;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final Comparator<QrSymbol> LIKELIEST_FIRST = Comparator.comparingDouble(QrSymbol::likely).reversed();

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

    /** Each only where those before read nothing. */
    private boolean stages(GreyFrame frame) {
        boolean large = frame.width() >= LARGE || frame.height() >= LARGE;
        GreyFrame half = large ? frame.halved(budget) : frame;
        return large && atHalfScale(frame, half)
                || atFullScale(frame, large)
                || half.width() >= LARGE && found(fine(half.halved(budget)), DARK, frame, 4)
                || frame.width() <= SMALL && frame.height() <= SMALL && enlarged(frame.doubled(budget))
                // a blur that fills the gaps of a fine threshold, and half a screen's pixels in one
                || found(BitFrame.of(half, BitFrame.COARSE, budget), DARK, half, 1)
                || bent(BENT_TRIED, -1);
    }

    private boolean atHalfScale(GreyFrame frame, GreyFrame half) {
        BitFrame bits = fine(half);
        return found(bits, DARK, frame, 2) || found(bits, LIGHT, frame, 2);
    }

    private boolean atFullScale(GreyFrame frame, boolean large) {
        BitFrame bits = fine(frame);
        return found(bits, DARK, frame, 1) || bent(BENT_AT_ONCE, LIKELY) || !large && found(bits, LIGHT, frame, 1);
    }

    private boolean enlarged(GreyFrame twice) {
        return found(fine(twice), DARK, twice, 1);
    }

    private BitFrame fine(GreyFrame frame) {
        return BitFrame.of(frame, BitFrame.FINE, budget);
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
        read(triples.stream().limit(TRIPLES_LOOKED_AT).map(triple -> new QrSymbol(sampled, triple, budget))
                .filter(QrSymbol::possible).sorted(LIKELIEST_FIRST).toList());
        return !read.isEmpty();
    }

    /** Several codes in one picture are all read, but none twice. */
    private void read(List<QrSymbol> symbols) {
        Set<Finder> used = new HashSet<>();
        for (QrSymbol symbol : symbols) {
            if (Collections.disjoint(used, symbol.finders())) {
                DecoderResult result = symbol.clear() ? symbol.read() : null;
                if (result == null) {
                    unread.add(symbol);
                } else {
                    used.addAll(symbol.finders());
                    read.add(new Read(result.getText(), symbol.fromMiddle()));
                }
            }
        }
    }

    /** Tries the likeliest of what was found and not read once more, as bent. */
    private boolean bent(int most, double least) {
        unread.sort(LIKELIEST_FIRST);
        for (int tried = 0; tried < most && !unread.isEmpty() && unread.getFirst().likely() >= least; tried++) {
            QrSymbol symbol = unread.removeFirst();
            DecoderResult result = symbol.readBent();
            if (result != null) {
                read.add(new Read(result.getText(), symbol.fromMiddle()));
                return true;
            }
        }
        return false;
    }
}
