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
    private static final int TRIPLES_LOOKED_AT = 60;
    private static final int BENT_TRIED = 6;

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
            if (!stages(frame)) {
                readBent(frame);
            }
        } catch (Budget.Spent over) {
            // what was read until then counts
        }
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::text).distinct().toList();
    }

    /** @return whether anything was read */
    private boolean stages(GreyFrame frame) {
        GreyFrame half = frame.width() >= LARGE || frame.height() >= LARGE ? frame.halved(budget) : null;
        if (half != null && found(half, frame, 2) || found(frame, frame, 1)) {
            return true;
        }
        GreyFrame inverted = frame.inverted(budget);
        if (half != null && found(half.inverted(budget), inverted, 2)) {
            return true;
        }
        if (half != null && half.width() >= LARGE && found(half.halved(budget), frame, 4)) {
            return true;
        }
        if (frame.width() <= SMALL && frame.height() <= SMALL) {
            GreyFrame twice = frame.doubled(budget);
            if (found(twice, twice, 1)) {
                return true;
            }
        }
        return found(inverted, inverted, 1);
    }

    /**
     * Looks for finder patterns in one frame and samples the modules from another that is so many times larger.
     *
     * @return whether anything was read
     */
    private boolean found(GreyFrame searched, GreyFrame sampled, int factor) {
        // a finder pattern that can be read has several rows through its middle
        int rowStep = searched.height() > LARGE ? 2 : 1;
        List<Finder> finders = FinderPatterns.in(BitFrame.of(searched, budget), rowStep, budget).stream()
                .map(finder -> factor == 1 ? finder : finder.scaled(factor)).toList();
        List<QrSymbol> symbols = new ArrayList<>();
        for (Triple triple : Triple.among(finders).stream().limit(TRIPLES_LOOKED_AT).toList()) {
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

    private void readBent(GreyFrame frame) {
        unread.sort(Comparator.comparingDouble(QrSymbol::likely).reversed());
        for (QrSymbol symbol : unread.stream().limit(BENT_TRIED).toList()) {
            DecoderResult result = symbol.readBent();
            if (result != null) {
                add(result, symbol.triple(), frame);
                return;
            }
        }
    }

    private void add(DecoderResult result, Triple triple, GreyFrame frame) {
        double x = (triple.right().x() + triple.below().x()) / 2.0 - frame.width() / 2.0;
        double y = (triple.right().y() + triple.below().y()) / 2.0 - frame.height() / 2.0;
        read.add(new Read(result.getText(), Math.hypot(x, y)));
    }
}
