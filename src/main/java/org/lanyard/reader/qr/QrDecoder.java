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
import org.lanyard.reader.frame.Middle;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.reader.qr.FinderPatterns.Found;
import org.lanyard.reader.qr.FinderPatterns.Search;

/**
 * Finds and reads the QR codes in one frame: a cheap stage first, then others while the budget lasts. ZXing corrects the
 * errors and knows the encodings; finding, straightening and sampling are done here.
 */
public final class QrDecoder {

    // A frame of this many pixels a side is searched at half size first.
    private static final int LARGE = 480;
    // The first layer searched is no larger than this.
    private static final int FIRST_SIDE = 1100;
    // No layer smaller than this is searched.
    private static final int LEAST_SIDE = 160;
    // A frame of at most this many pixels a side is enlarged.
    private static final int SMALL = 420;
    // Modules have at least this many pixels where they are sampled, if the frame has them.
    private static final float SAMPLED_MODULE = 5;
    private static final int TRIPLES_TRIED = 24;
    private static final int BENT_TRIED = 2;
    // Least likelihood of a bent code that is tried early.
    private static final double LIKELY_BENT = 0.6;
    private static final double ANY = -1;

    private final Layer full;
    private final boolean large;
    private final Budget budget;
    private final Goal goal;
    private final List<Read> read = new ArrayList<>();
    private final List<SymbolCandidate> unread = new ArrayList<>();
    private boolean completed;

    public QrDecoder(GreyFrame frame, Goal goal, Buffers buffers, Budget budget) {
        this.goal = goal;
        this.full = new Layer(frame, 1, buffers, budget);
        this.large = full.side() >= LARGE;
        this.budget = budget;
    }

    private record Read(Sighting sighting, double fromMiddle) {}

    /** The codes read so far, the most central first, each text once. */
    public List<Sighting> sightings() {
        Set<String> texts = new HashSet<>();
        return read.stream().sorted(Comparator.comparingDouble(Read::fromMiddle)).map(Read::sighting)
                .filter(seen -> texts.add(seen.code().text())).toList();
    }

    public List<Corner> unread() {
        return unread.stream().filter(SymbolCandidate::evident).filter(candidate -> read.stream().map(Read::sighting)
                .noneMatch(seen -> candidate.finders().stream().anyMatch(finder -> seen.covers(finder.place()))))
                .map(SymbolCandidate::middle).toList();
    }

    private boolean done() {
        return switch (goal) {
            case ANY -> !read.isEmpty();
            case CENTRAL -> central();
            case ALL -> false;
        };
    }

    private boolean central() {
        Middle middle = new Middle(full.frame().width(), full.frame().height());
        return sightings().stream().findFirst().filter(middle::holds).map(middle::distance)
                .filter(nearest -> unread().stream().allMatch(symbol -> middle.distance(symbol) > nearest)).isPresent();
    }

    /** Reads most codes in a tenth of a live frame's budget. Must run before {@link #stages()}. */
    public boolean readCheaply() {
        boolean found = large && search(first());
        for (Layer layer = first(); !found && large && layer.half().side() >= LEAST_SIDE; layer = layer.half()) {
            found = search(layer.half());
        }
        return found;
    }

    public List<BooleanSupplier> stages() {
        return List.of(
                this::searchFiner,
                () -> searchFiner() || readBent(BENT_TRIED, LIKELY_BENT),
                () -> searchFiner() || complete(),
                () -> searchFiner() || tryInverted(full, full.found().light()),
                () -> full.side() <= SMALL && search(full.doubled()),
                // for a blur that fills the gaps of a fine threshold, and a screen's pixels
                () -> tryTriples(inFull(first(), first().search(BitFrame.COARSE).dark()), first()),
                () -> searchFiner() || complete() || readBent(BENT_TRIED, ANY),
                () -> searchWithoutMargin(first()) || searchWithoutMargin(full),
                this::searchCrowd);
    }

    // For a code on a ground as dark as its ink, or as light as the modules of an inverted one.
    private boolean searchWithoutMargin(Layer layer) {
        Found found = layer.search(BitFrame.FINE, Search.WITHOUT_MARGIN);
        return tryWithoutMargin(layer, found.dark(), false) || tryWithoutMargin(layer, found.light(), true);
    }

    private boolean tryWithoutMargin(Layer foundIn, List<Finder> finders, boolean inverted) {
        return read(FinderTriple.among(inFull(foundIn, finders)).stream().limit(TRIPLES_TRIED).map(triple -> {
            Layer layer = sampled(triple, foundIn);
            return new SymbolCandidate(inverted ? layer.inverted() : layer.frame(), layer.scale(), triple, false, budget);
        }));
    }

    // For a code before a pattern of rings: of many finder patterns the square ones are tried.
    private boolean searchCrowd() {
        if (first().found().dark().size() < FinderPatterns.MOST) {
            return false;
        }
        List<Finder> square = first().search(BitFrame.FINE, Search.CROWD).dark().stream()
                .filter(finder -> ModulePitch.square(first().frame(), finder)).toList();
        return tryTriples(inFull(first(), square), first());
    }

    private Layer first() {
        Layer layer = large ? full.half() : full;
        while (layer.side() > FIRST_SIDE) {
            layer = layer.half();
        }
        return layer;
    }

    private boolean search(Layer layer) {
        Found found = layer.found();
        return tryTriples(inFull(layer, found.dark()), layer) || tryInverted(layer, found.light());
    }

    private static List<Finder> inFull(Layer layer, List<Finder> finders) {
        return finders.stream().map(finder -> finder.scaled(layer.scale())).toList();
    }

    // Searches the layers finer than the first one, the finest last. Each runs once.
    private boolean searchFiner() {
        List<Layer> finer = new ArrayList<>();
        for (Layer layer = full; layer.scale() < first().scale() || layer == full; layer = layer.half()) {
            finer.addFirst(layer);
        }
        return finer.stream().filter(layer -> !layer.searched())
                .anyMatch(layer -> tryTriples(inFull(layer, layer.found().dark()), layer));
    }

    // Merges the finder patterns of all layers, then infers missing ones. Runs once.
    private boolean complete() {
        if (completed) {
            return false;
        }
        List<Finder> coarse = large ? inFull(first(), first().found().dark()) : List.of();
        List<Finder> all = Stream.concat(coarse.stream(),
                full.found().dark().stream().filter(finder -> coarse.stream().noneMatch(finder::same))).toList();
        completed = true;
        return tryTriples(all, full) || tryCoarseInFull() || read(MissingFinder.complete(full.frame(), all, budget));
    }

    // Samples the full frame where finder patterns were found in the coarsest layers only.
    private boolean tryCoarseInFull() {
        boolean done = false;
        for (Layer layer = first().half(); !done && large && layer.searched(); layer = layer.half()) {
            done = tryTriples(inFull(layer, layer.found().dark()), full);
        }
        return done;
    }

    private boolean tryInverted(Layer foundIn, List<Finder> finders) {
        return finders.size() >= 3
                && read(FinderTriple.among(inFull(foundIn, finders)).stream().limit(TRIPLES_TRIED).map(triple -> {
                    Layer layer = sampled(triple, foundIn);
                    return new SymbolCandidate(layer.inverted(), layer.scale(), triple, true, budget);
                }));
    }

    // finders: in pixels of the full frame
    private boolean tryTriples(List<Finder> finders, Layer foundIn) {
        return read(FinderTriple.among(finders).stream().limit(TRIPLES_TRIED).map(triple -> {
            Layer layer = sampled(triple, foundIn);
            return new SymbolCandidate(layer.frame(), layer.scale(), triple, true, budget);
        }));
    }

    private boolean read(Stream<SymbolCandidate> candidates) {
        return read(candidates.filter(SymbolCandidate::possible).sorted(SymbolCandidate.LIKELIEST_FIRST).toList());
    }

    // The layer to sample: the one searched, or a finer one where modules are small there.
    private Layer sampled(FinderTriple triple, Layer foundIn) {
        Layer layer = full;
        while (layer.scale() < foundIn.scale() && triple.module() >= SAMPLED_MODULE * 2 * layer.scale()) {
            layer = layer.half();
        }
        return layer.scale() > foundIn.scale() || foundIn.scale() < 1 ? foundIn : layer;
    }

    // Reads all codes among the candidates, none twice; returns true if the work on this frame is done.
    private boolean read(List<SymbolCandidate> candidates) {
        Set<Finder> used = new HashSet<>();
        for (SymbolCandidate candidate : candidates) {
            if (Collections.disjoint(used, candidate.finders()) && !alreadyRead(candidate)) {
                if (candidate.clear() && keep(candidate, candidate.read())) {
                    used.addAll(candidate.finders());
                } else if (candidate.scale() <= 2 || unread.stream().noneMatch(candidate::same)) {
                    // coarse layers place the finder patterns less exactly
                    unread.add(candidate);
                }
            }
        }
        return done();
    }

    private boolean alreadyRead(SymbolCandidate candidate) {
        return read.stream().anyMatch(other -> candidate.isPartOf(other.sighting()));
    }

    // Tries the likeliest candidates that were not read once more, as bent.
    private boolean readBent(int most, double least) {
        unread.sort(SymbolCandidate.LIKELIEST_BENT_FIRST);
        for (int tried = 0; tried < most && !unread.isEmpty() && unread.getFirst().likelyBent() >= least; tried++) {
            SymbolCandidate candidate = unread.getFirst();
            // found at another scale it is the same candidate
            unread.removeIf(candidate::same);
            if (!alreadyRead(candidate) && keep(candidate, candidate.readBent()) && done()) {
                return true;
            }
        }
        return false;
    }

    private boolean keep(SymbolCandidate candidate, Optional<Sighting> seen) {
        seen.ifPresent(sighting -> read.add(new Read(sighting, candidate.fromMiddle())));
        return seen.isPresent();
    }
}
