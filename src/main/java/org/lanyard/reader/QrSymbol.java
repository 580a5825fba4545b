package org.lanyard.reader;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Three finder patterns made into a grid of modules, and the grid into a text by ZXing's decoder. */
final class QrSymbol {

    private static final int LEAST_SIZE = 21;
    private static final int MOST_SIZE = 177;
    private static final int SIZES_TRIED = 3;
    private static final float CLEAR = 0.35f;

    private final GreyFrame grey;
    private final Triple triple;
    private final Budget budget;
    private final Decoder decoder = new Decoder();

    QrSymbol(GreyFrame grey, Triple triple, Budget budget) {
        this.grey = grey;
        this.triple = triple;
        this.budget = budget;
    }

    /** What the symbol holds; null where nothing passes its error correction. */
    DecoderResult read() {
        Outlines outlines = Outlines.of(grey, triple);
        for (int size : sizes(outlines)) {
            budget.ask();
            Projection plane = outlines.projection(size);
            DecoderResult read = plane == null ? null : read(plane, outlines, size);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private DecoderResult read(Projection first, Outlines outlines, int size) {
        AlignmentPattern alignment = new AlignmentPattern(grey, budget);
        Projection plane = settled(first, outlines, size, alignment);
        DecoderResult read = decoded(plane, Warp.NONE, size, outlines.module());
        if (read == null && plane != first) {
            read = decoded(first, Warp.NONE, size, outlines.module());
        }
        return read != null ? read : bent(plane, outlines, size);
    }

    /** The plane with its fourth corner: by the alignment pattern there, else where the modules stand out most. */
    private Projection settled(Projection first, Outlines outlines, int size, AlignmentPattern alignment) {
        double far = size - 6.5;
        AlignmentPattern.Place place = size < 25 ? null : alignment.near(first, far, far, 4.5, CLEAR);
        Projection aligned = place == null ? null : outlines.projection(size, far, far, place.x(), place.y());
        return aligned != null ? aligned : FarCorner.sharpest(grey, first, outlines, size, budget);
    }

    /** A badge that is not flat: bowed as the modules stand out best, then as each clear alignment pattern says. */
    private DecoderResult bent(Projection plane, Outlines outlines, int size) {
        DecoderResult read = null;
        for (Projection base : new Projection[] {outlines.flat(size), plane}) {
            for (Warp bows : Bows.likeliest(grey, base, size, budget)) {
                read = read != null ? read : decoded(base, bows, size, outlines.module());
                Warp pulled = read != null || size == LEAST_SIZE ? bows : pulled(base, bows, size);
                if (read == null && pulled.hasPoints()) {
                    read = decoded(base, pulled, size, outlines.module());
                }
            }
        }
        return read;
    }

    private Warp pulled(Projection plane, Warp bows, int size) {
        AlignmentPattern alignment = new AlignmentPattern(grey, budget);
        Warp pulled = bows.copy();
        int[] centres = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean finder = i == 0 && (j == 0 || j == last) || i == last && j == 0;
                double u = centres[j] + 0.5;
                double v = centres[i] + 0.5;
                AlignmentPattern.Place place = finder ? null
                        : alignment.near(plane, u + bows.du(u, v), v + bows.dv(u, v), 2.5, CLEAR);
                if (place != null) {
                    pulled.add(u, v, place.du(), place.dv());
                }
            }
        }
        if (pulled.hasPoints()) {
            pulled.add(3.5, 3.5, 0, 0);
            pulled.add(size - 3.5, 3.5, 0, 0);
            pulled.add(3.5, size - 3.5, 0, 0);
        }
        return pulled;
    }

    private DecoderResult decoded(Projection plane, Warp warp, int size, float module) {
        ModuleGrid grid = ModuleGrid.sampled(grey, plane, warp, size, module, budget);
        DecoderResult read = decoded(grid.darkerThanAround());
        read = read != null ? read : decoded(grid.darkerThanMiddle());
        read = read != null ? read : decoded(grid.sharpened(0.6f).darkerThanAround());
        return read != null ? read : decoded(grid.sharpened(1.4f).darkerThanAround());
    }

    private DecoderResult decoded(BitMatrix dark) {
        budget.ask();
        try {
            return decoder.decode(dark);
        } catch (ChecksumException | FormatException | RuntimeException notThis) {
            return null;
        }
    }

    /** Sizes the code may have, the likeliest first: by its timing patterns, and by how many modules fit between. */
    private List<Integer> sizes(Outlines outlines) {
        float estimate = outlines.estimatedSize();
        record Candidate(int size, double unlikely) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int size = LEAST_SIZE; size <= MOST_SIZE; size += 4) {
            double off = Math.abs(size - estimate) / Math.max(2.5, 0.1 * estimate);
            Projection plane = off > 2.4 ? null : outlines.projection(size);
            if (plane != null) {
                candidates.add(new Candidate(size, 0.35 * off - 2 * new Timing(grey, plane, size).regularity()));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::unlikely));
        return candidates.stream().limit(SIZES_TRIED).map(Candidate::size).toList();
    }
}
