package org.lanyard.reader.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;

/** Three finder patterns that may be a symbol: rates how likely they are, samples the modules, and has ZXing decode them. */
final class SymbolCandidate {

    static final Comparator<SymbolCandidate> LIKELIEST_FIRST =
            Comparator.comparingDouble(SymbolCandidate::likely).reversed();
    static final Comparator<SymbolCandidate> LIKELIEST_BENT_FIRST = Comparator.comparingDouble(SymbolCandidate::likelyBent)
            .reversed();

    private static final int LEAST_SIZE = 21;
    private static final int MOST_SIZE = 177;
    private static final int SIZES_TRIED = 3;
    // Smallest size with an alignment pattern.
    private static final int ALIGNED_SIZE = 25;

    private static final float CLEAR_ALIGNMENT = 0.35f;
    private static final double ALIGNMENT_WITHIN = 4.5;

    // Timing patterns of a flat code alternate nearly all along; hardly any other three squares have such between them.
    private static final double REGULAR = 0.6;

    // Bent codes exceed this likelihood; most triples of squares do not.
    private static final double POSSIBLE = -0.12;
    private static final double CLEAR_SQUARES = 0.75;

    private static final double GEOMETRY_WEIGHT = 0.5;
    private static final double BENT_GEOMETRY_WEIGHT = 0.25;
    private static final double BENT_TIMING_WEIGHT = 0.5;

    // A size is rated by its distance from the estimate, in units of this many modules or this share, and by its
    // timing.
    private static final double SIZE_UNIT = 2.5;
    private static final double SIZE_UNIT_SHARE = 0.1;
    private static final double MOST_SIZE_UNITS = 2.4;
    private static final double SIZE_WEIGHT = 0.35;
    private static final double TIMING_WEIGHT = 2;

    // Distance of two finder patterns as a share of the side: two thirds in the smallest code.
    private static final double SAME_SIDE = 0.5;

    private final GreyFrame grey;
    private final float scale;
    private final boolean margin;
    private final FinderTriple found;
    private final FinderTriple triple;
    private final Budget budget;
    private final FinderOutlines outlines;
    private final double squares;
    private final List<Size> sizes;
    private final Decoder decoder = new Decoder();

    SymbolCandidate(GreyFrame grey, FinderTriple triple, Budget budget) {
        this(grey, 1, triple, true, budget);
    }

    /**
     * @param grey   the layer to sample
     * @param scale  pixels of the full frame a pixel of the layer
     * @param found  in pixels of the full frame
     * @param margin whether there is light around the code
     */
    SymbolCandidate(GreyFrame grey, float scale, FinderTriple found, boolean margin, Budget budget) {
        this.margin = margin;
        budget.check();
        this.grey = grey;
        this.scale = scale;
        this.found = found;
        this.triple = scale == 1 ? found : found.scaled(1 / scale);
        this.budget = budget;
        this.outlines = FinderOutlines.of(grey, triple);
        this.squares = NestedSquares.correlation(grey, outlines, margin);
        this.sizes = squares > 0 ? sizes() : List.of();
    }

    private record Size(int modules, double regularity, double unlikely) {}

    /** In pixels of the full frame. */
    List<Finder> finders() {
        return found.finders();
    }

    /** Pixels of the full frame a pixel of the layer sampled. */
    float scale() {
        return scale;
    }

    boolean same(SymbolCandidate other) {
        return scale == other.scale && found.same(other.found);
    }

    /** Distance of the code's middle from the picture's, in half widths of the picture. */
    double fromMiddle() {
        double x = (triple.right().x() + triple.below().x()) / grey.width() - 1;
        double y = (triple.right().y() + triple.below().y()) / grey.width() - (double) grey.height() / grey.width();
        return Math.hypot(x, y);
    }

    boolean isPartOf(Sighting read) {
        double side = Math.hypot(read.corners().get(1).x() - read.corners().get(0).x(),
                read.corners().get(1).y() - read.corners().get(0).y());
        return read.covers(middle()) && found.corner().distance(found.right()) > SAME_SIDE * side;
    }

    /** The middle, in pixels of the full frame. */
    Corner middle() {
        return new Corner((found.right().x() + found.below().x()) / 2 + 0.5,
                (found.right().y() + found.below().y()) / 2 + 0.5);
    }

    SymbolCandidate moved(double du, double dv) {
        int hidden = triple.hidden();
        double[] place = outlines.at(hidden, du, dv);
        return new SymbolCandidate(grey, scale, triple.with(hidden, place[0], place[1]).scaled(scale), margin, budget);
    }

    /** About 1 for a flat code. */
    double likely() {
        return sizes.isEmpty() ? -1 : sizes.getFirst().regularity() - GEOMETRY_WEIGHT * triple.unlikely();
    }

    /** The likelihood of a code that may be bent, whose timing patterns a flat grid does not follow. */
    double likelyBent() {
        return sizes.isEmpty() ? -1
                : squares + BENT_TIMING_WEIGHT * Math.max(0, sizes.getFirst().regularity())
                        - BENT_GEOMETRY_WEIGHT * triple.unlikely();
    }

    boolean clear() {
        return !sizes.isEmpty() && sizes.getFirst().regularity() > REGULAR;
    }

    /** Hardly anything but a symbol looks like this, read or not. */
    boolean evident() {
        return clear() || squares > CLEAR_SQUARES;
    }

    boolean possible() {
        return likely() > POSSIBLE || squares > CLEAR_SQUARES;
    }

    Optional<Sighting> read() {
        return sizes.stream().filter(size -> size.regularity() > REGULAR).flatMap(size -> readFlat(size.modules()).stream())
                .findFirst();
    }

    private Optional<Sighting> readFlat(int size) {
        Projection first = outlines.projection(size).orElseThrow();
        Projection plane = fitFourthCorner(first, size);
        Optional<Sighting> read = read(plane, DisplacementMesh.FLAT, size);
        return read.isPresent() || plane == first ? read : read(first, DisplacementMesh.FLAT, size);
    }

    /** Reads it as a bent or crumpled code; takes ten times as long. */
    Optional<Sighting> readBent() {
        if (clear()) {
            int size = sizes.getFirst().modules();
            Projection plane = fitFourthCorner(outlines.projection(size).orElseThrow(), size);
            Optional<Sighting> read = readCrumpled(plane, size);
            if (read.isPresent()) {
                return read;
            }
        }
        return Curvature.likeliest(grey, outlines, budget).stream().flatMap(bend -> readCrumpled(bend, bend.size()).stream())
                .findFirst();
    }

    private Optional<Sighting> readCrumpled(Grid grid, int size) {
        return read(grid, DisplacementMesh.grown(grey, grid, size, budget), size);
    }

    // Fits the fourth corner by its alignment pattern, else by the contrast of the modules.
    private Projection fitFourthCorner(Projection first, int size) {
        double far = size - 6.5;
        Optional<AlignmentPattern.Place> place = size < ALIGNED_SIZE ? Optional.empty()
                : new AlignmentPattern(grey, budget).near(first, far, far, ALIGNMENT_WITHIN, CLEAR_ALIGNMENT);
        return place.flatMap(at -> outlines.projection(size, far, far, at.x(), at.y()))
                .orElseGet(() -> FourthCorner.sharpest(grey, first, outlines, size, budget));
    }

    private Optional<Sighting> read(Grid grid, DisplacementMesh mesh, int size) {
        return decode(grid, mesh, size).map(text -> new Sighting(Code.qr(text), corners(grid, mesh, size)).scaled(scale));
    }

    private static List<Corner> corners(Grid grid, DisplacementMesh mesh, int size) {
        List<Corner> corners = new ArrayList<>();
        for (int[] corner : new int[][] {{0, 0}, {size, 0}, {size, size}, {0, size}}) {
            double u = corner[0] + mesh.du(corner[0], corner[1]);
            double v = corner[1] + mesh.dv(corner[0], corner[1]);
            // from pixel centres to pixel edges
            corners.add(new Corner(grid.x(u, v) + 0.5, grid.y(u, v) + 0.5));
        }
        return List.copyOf(corners);
    }

    private Optional<String> decode(Grid plane, DisplacementMesh mesh, int size) {
        ModuleGrid grid = ModuleGrid.sample(grey, plane, mesh, size, outlines.module(), budget);
        return decode(grid.darkerThanNeighbours()).or(() -> decode(grid.darkerThanMiddle()))
                .or(() -> grid.deblurred(budget).flatMap(sharp -> decode(sharp.darkerThanZero())));
    }

    private Optional<String> decode(BitMatrix dark) {
        budget.check();
        try {
            return Optional.of(decoder.decode(dark).getText()).filter(text -> !text.isEmpty());
        } catch (ChecksumException | FormatException | RuntimeException noCode) {
            return Optional.empty();
        }
    }

    // Sizes that the code may have, by its timing patterns and by the estimate, the likeliest first.
    private List<Size> sizes() {
        float estimate = outlines.estimatedSize();
        List<Size> found = new ArrayList<>();
        for (int size = LEAST_SIZE; size <= MOST_SIZE; size += 4) {
            budget.check();
            int modules = size;
            double off = Math.abs(size - estimate) / Math.max(SIZE_UNIT, SIZE_UNIT_SHARE * estimate);
            if (off <= MOST_SIZE_UNITS) {
                outlines.projection(size).ifPresent(plane -> {
                    double regularity = new Timing(grey, plane, modules).regularity();
                    found.add(new Size(modules, regularity, SIZE_WEIGHT * off - TIMING_WEIGHT * regularity));
                });
            }
        }
        found.sort(Comparator.comparingDouble(Size::unlikely));
        return found.stream().limit(SIZES_TRIED).toList();
    }
}
