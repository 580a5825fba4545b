package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.lanyard.reader.FinderPatterns.Finder;
import org.lanyard.reader.FinderPatterns.Found;

/**
 * Finds and reads QR codes in a picture: cheap attempts first, dearer ones while time lasts. ZXing's decoder corrects the
 * errors and knows the encodings; finding, straightening and sampling are ours. Its static methods may be used from any thread.
 */
public final class QrDecoder {

    /** For a picture that somebody waits for, in milliseconds. */
    public static final double PICTURE_BUDGET = 400;

    /** Beyond this many pixels a side, half the size is looked at first. */
    private static final int LARGE = 480;
    private static final int SMALL = 420;
    private static final int TRIPLES_LOOKED_AT = 24;
    private static final int BENT_AT_ONCE = 2;
    private static final int BENT_TRIED = 2;
    private static final double LIKELY = 0.6;

    private final GreyFrame frame;
    private final Budget budget;
    private final Buffers buffers;
    private final List<Read> read = new ArrayList<>();
    private final List<QrSymbol> unread = new ArrayList<>();
    private GreyFrame half;
    private GreyFrame inverted;
    private Found atHalf;
    private Found atFull;
    private List<Finder> atBoth;

    QrDecoder(GreyFrame frame, Buffers buffers, Budget budget) {
        this.frame = frame;
        this.buffers = buffers;
        this.budget = budget;
    }

    private record Read(Sighting sighting, double fromMiddle) {}

    /** The text of the code nearest to the picture's middle, or null when none is read. */
    public static String decode(BufferedImage picture) {
        Prepared.await();
        Budget budget = Budget.ofMillis(PICTURE_BUDGET);
        List<String> texts = texts(new QrDecoder(GreyFrame.of(picture), new Buffers(), budget));
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /**
     * The texts of the codes in a frame, the most central first.
     *
     * @param millis how long it may take
     */
    static List<String> decode(GreyFrame frame, double millis) {
        Prepared.await();
        return texts(new QrDecoder(frame, new Buffers(), Budget.ofMillis(millis)));
    }

    private static List<String> texts(QrDecoder decoder) {
        try {
            if (!decoder.cheaply()) {
                new Turns().taken(decoder.dearer());
            }
        } catch (Budget.Spent over) {
            // what was read until then counts
        }
        return decoder.sightings().stream().map(seen -> seen.code().text()).toList();
    }

    /** What was read so far, the most central first, each text once. */
    List<Sighting> sightings() {
        Set<String> texts = new HashSet<>();
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::sighting)
                .filter(seen -> texts.add(seen.code().text())).toList();
    }

    /** What most codes need, and the dearer stages build upon; takes a tenth of a live frame's time. */
    boolean cheaply() {
        boolean large = frame.width() >= LARGE || frame.height() >= LARGE;
        half = large ? frame.halved(budget) : frame;
        atHalf = large ? found(fine(half)).scaled(2) : new Found(List.of(), List.of());
        return triples(atHalf.dark(), frame) || triplesInverted(atHalf.light());
    }

    /** Each for those codes that the ones before it fail at, the most frequent first. */
    List<BooleanSupplier> dearer() {
        return List.of(
                this::atFullScale,
                () -> atFullScale() || bent(BENT_AT_ONCE, LIKELY),
                () -> atFullScale() || completed(),
                () -> atFullScale() || triplesInverted(atFull.light()),
                () -> half.width() >= LARGE && triples(found(fine(half.halved(budget))).scaled(4).dark(), frame),
                () -> frame.width() <= SMALL && frame.height() <= SMALL && enlarged(frame.doubled(budget)),
                // a blur that fills the gaps of a fine threshold, and half a screen's pixels in one
                () -> triples(found(bits(half, BitFrame.COARSE)).dark(), half),
                () -> atFullScale() || completed() || bent(BENT_TRIED, -1));
    }

    /** Once; the stages after it need what it found. */
    private boolean atFullScale() {
        if (atFull != null) {
            return false;
        }
        atFull = found(fine(frame));
        return triples(atFull.dark(), frame);
    }

    private boolean enlarged(GreyFrame twice) {
        return triples(found(fine(twice)).dark(), twice);
    }

    private BitFrame fine(GreyFrame searched) {
        return bits(searched, BitFrame.FINE);
    }

    /** Good until the next. */
    private BitFrame bits(GreyFrame searched, int blockBits) {
        return BitFrame.of(searched, blockBits, buffers.dark(searched.width() * searched.height()), budget);
    }

    private Found found(BitFrame searched) {
        // a finder pattern that can be read has several rows through its middle
        return FinderPatterns.in(searched, searched.height() > LARGE ? 2 : 1, budget);
    }

    /** What one scale did not show another may have, and what none did the others tell. Once, too. */
    private boolean completed() {
        if (atBoth != null) {
            return false;
        }
        atBoth = new ArrayList<>(atHalf.dark());
        atFull.dark().stream().filter(finder -> atHalf.dark().stream().noneMatch(finder::same)).forEach(atBoth::add);
        return triples(atBoth, frame) || read(MissingFinder.completed(frame, atBoth, budget));
    }

    private boolean triplesInverted(List<Finder> finders) {
        if (finders.size() < 3) {
            return false;
        }
        inverted = inverted == null ? frame.inverted(budget) : inverted;
        return triples(finders, inverted);
    }

    /** @return whether anything was read */
    private boolean triples(List<Finder> finders, GreyFrame searched) {
        return read(Triple.among(finders).stream().limit(TRIPLES_LOOKED_AT)
                .map(triple -> new QrSymbol(searched, triple, budget))
                .filter(QrSymbol::possible).sorted(QrSymbol.LIKELIEST_FIRST).toList());
    }

    /** Several codes in one picture are all read, but none twice. */
    private boolean read(List<QrSymbol> symbols) {
        Set<Finder> used = new HashSet<>();
        for (QrSymbol symbol : symbols) {
            if (Collections.disjoint(used, symbol.finders())) {
                if (symbol.clear() && read(symbol, symbol.read())) {
                    used.addAll(symbol.finders());
                } else {
                    unread.add(symbol);
                }
            }
        }
        return !read.isEmpty();
    }

    /** Tries the likeliest of what was found and not read once more, as bent. */
    private boolean bent(int most, double least) {
        unread.sort(QrSymbol.LIKELIEST_BENT_FIRST);
        for (int tried = 0; tried < most && !unread.isEmpty() && unread.getFirst().likelyBent() >= least; tried++) {
            QrSymbol symbol = unread.getFirst();
            // found at another scale too, which does not make it another
            unread.removeIf(symbol::same);
            if (read(symbol, symbol.readBent())) {
                return true;
            }
        }
        return false;
    }

    private boolean read(QrSymbol symbol, Sighting seen) {
        if (seen != null) {
            // looked for at half or twice the size; an odd last row or column has no half
            double scale = Math.round(2.0 * frame.width() / symbol.frame().width()) / 2.0;
            read.add(new Read(seen.scaled(scale), symbol.fromMiddle()));
        }
        return seen != null;
    }
}
