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
            if (budget.spent()) {
                return null;
            }
            Projection plane = outlines.projection(size);
            DecoderResult read = plane == null ? null : read(plane, outlines, size);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private DecoderResult read(Projection first, Outlines outlines, int size) {
        float module = outlines.module();
        Projection plane = first;
        AlignmentPattern alignment = new AlignmentPattern(grey);
        double far = size - 6.5;
        AlignmentPattern.Place place = size < 25 ? null : alignment.near(first, far, far, 4.5, CLEAR);
        if (place != null) {
            Projection aligned = outlines.projection(size, far, far, place.x(), place.y());
            plane = aligned == null ? first : aligned;
        } else {
            plane = FarCorner.sharpest(grey, first, outlines, size);
        }
        DecoderResult read = decoded(plane, Warp.NONE, size, module);
        if (read == null && plane != first) {
            read = decoded(first, Warp.NONE, size, module);
        }
        if (read == null && size > 25 && !budget.spent()) {
            Warp warp = warp(alignment, plane, size);
            read = warp.isEmpty() ? null : decoded(plane, warp, size, module);
        }
        return read;
    }

    /** Every alignment pattern that is clear tells how far the code is bent there. */
    private static Warp warp(AlignmentPattern alignment, Projection plane, int size) {
        Warp warp = new Warp();
        int[] centres = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean finder = i == 0 && (j == 0 || j == last) || i == last && j == 0;
                double u = centres[j] + 0.5;
                double v = centres[i] + 0.5;
                AlignmentPattern.Place place = finder ? null : alignment.near(plane, u, v, 2.5, CLEAR);
                if (place != null) {
                    warp.add(u, v, place.du(), place.dv());
                }
            }
        }
        if (!warp.isEmpty()) {
            warp.add(3.5, 3.5, 0, 0);
            warp.add(size - 3.5, 3.5, 0, 0);
            warp.add(3.5, size - 3.5, 0, 0);
        }
        return warp;
    }

    private DecoderResult decoded(Projection plane, Warp warp, int size, float module) {
        ModuleGrid grid = ModuleGrid.sampled(grey, plane, warp, size, module);
        DecoderResult read = decoded(grid.darkerThanAround());
        read = read != null ? read : decoded(grid.darkerThanMiddle());
        read = read != null || budget.spent() ? read : decoded(grid.sharpened(0.6f).darkerThanAround());
        return read != null || budget.spent() ? read : decoded(grid.sharpened(1.4f).darkerThanAround());
    }

    private DecoderResult decoded(BitMatrix dark) {
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
                candidates.add(new Candidate(size, 0.35 * off - timing(plane, size)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::unlikely));
        return candidates.stream().limit(SIZES_TRIED).map(Candidate::size).toList();
    }

    /** How well the dotted lines between the finder patterns alternate at this size, from -1 to 1. */
    private double timing(Projection plane, int size) {
        double agreeing = 0;
        double all = 1e-6;
        for (int i = 8; i < size - 8; i++) {
            int sign = i % 2 == 0 ? -1 : 1;
            float across = value(plane, i, 6);
            float down = value(plane, 6, i);
            float acrossAround = (value(plane, i - 1, 6) + value(plane, i + 1, 6)) / 2;
            float downAround = (value(plane, 6, i - 1) + value(plane, 6, i + 1)) / 2;
            agreeing += sign * (across - acrossAround) + sign * (down - downAround);
            all += Math.abs(across - acrossAround) + Math.abs(down - downAround);
        }
        return agreeing / all;
    }

    private float value(Projection plane, int u, int v) {
        return grey.at((float) plane.x(u + 0.5, v + 0.5), (float) plane.y(u + 0.5, v + 0.5));
    }

}
