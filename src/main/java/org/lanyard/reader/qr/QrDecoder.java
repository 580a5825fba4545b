package org.lanyard.reader.qr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Buffers;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.qr.FinderPatterns.Found;

/**
 * Finds and reads the QR codes in one frame: a cheap stage first, then others while the budget lasts. ZXing corrects the
 * errors and knows the encodings; finding, straightening and sampling are done here.
 */
public final class QrDecoder {

    /** A frame of this many pixels a side is searched at half size first. */
    private static final int LARGE = 480;
    /** A frame of at most this many pixels a side is enlarged. */
    private static final int SMALL = 420;
    private static final int TRIPLES_TRIED = 24;
    private static final int BENT_TRIED = 2;
    /** Least likelihood of a bent code that is tried early. */
    private static final double LIKELY_BENT = 0.6;
    private static final double ANY = -1;

    private final GreyFrame frame;
    private final Budget budget;
    private final Buffers buffers;
    private final List<Read> read = new ArrayList<>();
    private final List<SymbolCandidate> unread = new ArrayList<>();
    private final boolean large;
    private Optional<GreyFrame> half = Optional.empty();
    private Optional<GreyFrame> inverted = Optional.empty();
    private Optional<Found> atHalf = Optional.empty();
    private Optional<Found> atFull = Optional.empty();
    private boolean completed;

    public QrDecoder(GreyFrame frame, Buffers buffers, Budget budget) {
        this.frame = frame;
        this.buffers = buffers;
        this.budget = budget;
        this.large = frame.width() >= LARGE || frame.height() >= LARGE;
    }

    private record Read(Sighting sighting, double fromMiddle) {}

    /** The codes read so far, the most central first, each text once. */
    public List<Sighting> sightings() {
        Set<String> texts = new HashSet<>();
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::sighting)
                .filter(seen -> texts.add(seen.code().text())).toList();
    }

    /** Reads most codes in a tenth of a live frame's budget. Must run before {@link #stages()}. */
    public boolean readCheaply() {
        return tryTriples(atHalf().dark(), frame) || tryInverted(atHalf().light());
    }

    /** Further stages, the most often successful first. */
    public List<BooleanSupplier> stages() {
        return List.of(
                this::searchFullScale,
                () -> searchFullScale() || readBent(BENT_TRIED, LIKELY_BENT),
                () -> searchFullScale() || complete(),
                () -> searchFullScale() || tryInverted(atFull().light()),
                () -> half().width() >= LARGE && tryTriples(search(fine(half().halved(budget))).scaled(4).dark(), frame),
                () -> frame.width() <= SMALL && frame.height() <= SMALL && searchEnlarged(frame.doubled(budget)),
                // for a blur that fills the gaps of a fine threshold, and a screen's pixels
                () -> tryTriples(search(bits(half(), BitFrame.COARSE)).dark(), half()),
                () -> searchFullScale() || complete() || readBent(BENT_TRIED, ANY));
    }

    private GreyFrame half() {
        GreyFrame made = half.orElseGet(() -> large ? frame.halved(budget) : frame);
        half = Optional.of(made);
        return made;
    }

    private Found atHalf() {
        Found found = atHalf.orElseGet(() -> large ? search(fine(half())).scaled(2) : Found.NONE);
        atHalf = Optional.of(found);
        return found;
    }

    private Found atFull() {
        Found found = atFull.orElseGet(() -> search(fine(frame)));
        atFull = Optional.of(found);
        return found;
    }

    /** Runs once. */
    private boolean searchFullScale() {
        return atFull.isEmpty() && tryTriples(atFull().dark(), frame);
    }

    private boolean searchEnlarged(GreyFrame twice) {
        return tryTriples(search(fine(twice)).dark(), twice);
    }

    private BitFrame fine(GreyFrame searched) {
        return bits(searched, BitFrame.FINE);
    }

    /** Valid until the next call. */
    private BitFrame bits(GreyFrame searched, int blockBits) {
        return BitFrame.of(searched, blockBits, buffers.dark(searched.width() * searched.height()), budget);
    }

    private Found search(BitFrame searched) {
        // a finder pattern that can be read has several rows through its middle
        return FinderPatterns.in(searched, searched.height() > LARGE ? 2 : 1, budget);
    }

    /** Merges the finder patterns of both scales, then infers missing ones. Runs once. */
    private boolean complete() {
        if (completed) {
            return false;
        }
        List<Finder> atHalf = atHalf().dark();
        List<Finder> all = Stream.concat(atHalf.stream(),
                atFull().dark().stream().filter(finder -> atHalf.stream().noneMatch(finder::same))).toList();
        completed = true;
        return tryTriples(all, frame) || read(MissingFinder.complete(frame, all, budget));
    }

    private boolean tryInverted(List<Finder> finders) {
        if (finders.size() < 3) {
            return false;
        }
        inverted = Optional.of(inverted.orElseGet(() -> frame.inverted(budget)));
        return tryTriples(finders, inverted.get());
    }

    private boolean tryTriples(List<Finder> finders, GreyFrame searched) {
        return read(FinderTriple.among(finders).stream().limit(TRIPLES_TRIED)
                .map(triple -> new SymbolCandidate(searched, triple, budget))
                .filter(SymbolCandidate::possible).sorted(SymbolCandidate.LIKELIEST_FIRST).toList());
    }

    /** Reads all codes among the candidates, none twice; returns true if any code is read by now. */
    private boolean read(List<SymbolCandidate> candidates) {
        Set<Finder> used = new HashSet<>();
        for (SymbolCandidate candidate : candidates) {
            if (Collections.disjoint(used, candidate.finders())) {
                if (candidate.clear() && keep(candidate, candidate.read())) {
                    used.addAll(candidate.finders());
                } else {
                    unread.add(candidate);
                }
            }
        }
        return !read.isEmpty();
    }

    /** Tries the likeliest candidates that were not read once more, as bent. */
    private boolean readBent(int most, double least) {
        unread.sort(SymbolCandidate.LIKELIEST_BENT_FIRST);
        for (int tried = 0; tried < most && !unread.isEmpty() && unread.getFirst().likelyBent() >= least; tried++) {
            SymbolCandidate candidate = unread.getFirst();
            // found at another scale it is the same candidate
            unread.removeIf(candidate::same);
            if (keep(candidate, candidate.readBent())) {
                return true;
            }
        }
        return false;
    }

    private boolean keep(SymbolCandidate candidate, Optional<Sighting> seen) {
        // searched at half or twice the size; an odd last row or column has no half
        double scale = Math.round(2.0 * frame.width() / candidate.frame().width()) / 2.0;
        seen.ifPresent(sighting -> read.add(new Read(sighting.scaled(scale), candidate.fromMiddle())));
        return seen.isPresent();
    }
}
