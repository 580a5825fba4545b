package org.lanyard.reader;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.FinderPatterns.Finder;
import org.lanyard.reader.Sighting.Corner;

/** Three finder patterns made into a grid of modules, and the grid into a text by ZXing's decoder. */
final class QrSymbol {

    static final Comparator<QrSymbol> LIKELIEST_FIRST = Comparator.comparingDouble(QrSymbol::likely).reversed();
    static final Comparator<QrSymbol> LIKELIEST_BENT_FIRST = Comparator.comparingDouble(QrSymbol::likelyBent).reversed();

    private static final int LEAST_SIZE = 21;
    private static final int MOST_SIZE = 177;
    private static final int SIZES_TRIED = 3;
    private static final float CLEAR = 0.35f;

    /** Timing patterns of a flat code alternate nearly all along; hardly any other three squares have such between them. */
    private static final double REGULAR = 0.6;

    /** What bent codes still have, and most triples of squares have not. */
    private static final double POSSIBLE = -0.12;
    private static final double CLEAR_RINGS = 0.75;

    private final GreyFrame grey;
    private final Triple triple;
    private final Budget budget;
    private final Outlines outlines;
    private final double rings;
    private final List<Size> sizes;
    private final Decoder decoder = new Decoder();

    QrSymbol(GreyFrame grey, Triple triple, Budget budget) {
        budget.ask();
        this.grey = grey;
        this.triple = triple;
        this.budget = budget;
        this.outlines = Outlines.of(grey, triple);
        this.rings = Rings.around(grey, outlines);
        this.sizes = rings > 0 ? sizes() : List.of();
    }

    /** @param regularity of the timing patterns, from -1 to 1 */
    private record Size(int modules, double regularity, double unlikely) {}

    List<Finder> finders() {
        return triple.finders();
    }

    boolean same(QrSymbol other) {
        return grey.width() == other.grey.width() && triple.corner().same(other.triple.corner())
                && triple.right().same(other.triple.right()) && triple.below().same(other.triple.below());
    }

    /** Where it was looked for; a sighting's corners are in the pixels of this one. */
    GreyFrame frame() {
        return grey;
    }

    /** How far the code's middle is from that of the picture, half of whose width is 1. */
    double fromMiddle() {
        double x = (triple.right().x() + triple.below().x()) / grey.width() - 1;
        double y = (triple.right().y() + triple.below().y()) / grey.width() - (double) grey.height() / grey.width();
        return Math.hypot(x, y);
    }

    /** The same with the hidden finder pattern so many modules further right and down. */
    QrSymbol moved(double du, double dv) {
        int hidden = triple.hidden();
        double[] place = outlines.at(hidden, du, dv);
        return new QrSymbol(grey, triple.with(hidden, place[0], place[1]), budget);
    }

    /** Greater the likelier there is a code, about 1 for a flat one. */
    double likely() {
        return sizes.isEmpty() ? -1 : sizes.getFirst().regularity() - 0.5 * triple.unlikely();
    }

    /** Greater the likelier there is a code that may be bent, whose timing patterns a flat grid does not follow. */
    double likelyBent() {
        return sizes.isEmpty() ? -1 : rings + 0.5 * Math.max(0, sizes.getFirst().regularity()) - 0.25 * triple.unlikely();
    }

    /** Whether it stands out as a flat code does. */
    boolean clear() {
        return !sizes.isEmpty() && sizes.getFirst().regularity() > REGULAR;
    }

    boolean possible() {
        return likely() > POSSIBLE || rings > CLEAR_RINGS;
    }

    /** What the symbol holds if it is flat; null where nothing passes its error correction. */
    Sighting read() {
        Sighting read = null;
        for (Size size : sizes) {
            if (read == null && size.regularity() > REGULAR) {
                read = readFlat(size.modules());
            }
        }
        return read;
    }

    private Sighting readFlat(int size) {
        Projection first = outlines.projection(size);
        Projection plane = settled(first, size);
        Sighting read = read(plane, Mesh.FLAT, size);
        return read != null || plane == first ? read : read(first, Mesh.FLAT, size);
    }

    /** What the symbol holds if it is bent or crumpled; takes ten times as long. */
    Sighting readBent() {
        Sighting read = null;
        if (clear()) {
            int size = sizes.getFirst().modules();
            read = readBent(settled(outlines.projection(size), size), size);
        }
        for (Bend bend : read != null ? List.<Bend>of() : Bend.likeliest(grey, outlines, budget)) {
            read = read != null ? read : readBent(bend, bend.size());
        }
        return read;
    }

    private Sighting readBent(Grid grid, int size) {
        return read(grid, Mesh.grown(grey, grid, size, budget), size);
    }

    /** The plane with its fourth corner: by the alignment pattern there, else where the modules stand out most. */
    private Projection settled(Projection first, int size) {
        double far = size - 6.5;
        AlignmentPattern.Place place = size < 25 ? null
                : new AlignmentPattern(grey, budget).near(first, far, far, 4.5, CLEAR);
        Projection aligned = place == null ? null : outlines.projection(size, far, far, place.x(), place.y());
        return aligned != null ? aligned : FarCorner.sharpest(grey, first, outlines, size, budget);
    }

    private Sighting read(Grid grid, Mesh mesh, int size) {
        DecoderResult read = decoded(grid, mesh, size);
        return read == null ? null : new Sighting(Code.qr(read.getText()), corners(grid, mesh, size));
    }

    private static List<Corner> corners(Grid grid, Mesh mesh, int size) {
        List<Corner> corners = new ArrayList<>();
        for (int[] corner : new int[][] {{0, 0}, {size, 0}, {size, size}, {0, size}}) {
            double u = corner[0] + mesh.du(corner[0], corner[1]);
            double v = corner[1] + mesh.dv(corner[0], corner[1]);
            // a pixel's middle is a whole number to the grid
            corners.add(new Corner(grid.x(u, v) + 0.5, grid.y(u, v) + 0.5));
        }
        return List.copyOf(corners);
    }

    private DecoderResult decoded(Grid plane, Mesh mesh, int size) {
        ModuleGrid grid = ModuleGrid.sampled(grey, plane, mesh, size, outlines.module(), budget);
        DecoderResult read = decoded(grid.darkerThanAround());
        read = read != null ? read : decoded(grid.darkerThanMiddle());
        ModuleGrid unblurred = read != null ? null : grid.unblurred(budget);
        return unblurred == null ? read : decoded(unblurred.darkerThanZero());
    }

    private DecoderResult decoded(BitMatrix dark) {
        budget.ask();
        try {
            DecoderResult read = decoder.decode(dark);
            return read.getText().isEmpty() ? null : read;
        } catch (ChecksumException | FormatException | RuntimeException notThis) {
            return null;
        }
    }

    /** Sizes the code may have, the likeliest first: by its timing patterns, and by how many modules fit between. */
    private List<Size> sizes() {
        float estimate = outlines.estimatedSize();
        List<Size> found = new ArrayList<>();
        for (int size = LEAST_SIZE; size <= MOST_SIZE; size += 4) {
            budget.ask();
            double off = Math.abs(size - estimate) / Math.max(2.5, 0.1 * estimate);
            Projection plane = off > 2.4 ? null : outlines.projection(size);
            if (plane != null) {
                double regularity = new Timing(grey, plane, size).regularity();
                found.add(new Size(size, regularity, 0.35 * off - 2 * regularity));
            }
        }
        found.sort(Comparator.comparingDouble(Size::unlikely));
        return found.stream().limit(SIZES_TRIED).toList();
    }
}
