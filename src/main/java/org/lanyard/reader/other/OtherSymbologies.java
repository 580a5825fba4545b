package org.lanyard.reader.other;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.aztec.AztecReader;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.pdf417.PDF417Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.reader.other.Bullseyes.Bullseye;

/** Reads Aztec, Data Matrix, PDF417, Code 128, Code 39, EAN and ITF codes in one frame. */
public final class OtherSymbologies {

    // Greatest side of the layer that is searched for plane codes, and for the modules of Aztec codes.
    private static final int LARGE = 1000;
    private static final int FINE = 1400;
    // A crop with a greater side is also read at half its size.
    private static final int LARGE_CROP = 160;
    // A crop with a smaller side is also read at twice its size, at which ZXing finds corners more exactly.
    private static final int SMALL_CROP = 400;
    // Smaller layers hold no code.
    private static final int LEAST_SIDE = 8;
    private static final int CORNERS = 4;
    // Reach of a crop around a bullseye, in modules: most Aztec codes, and all of them.
    private static final double[] AZTEC_REACHES = {18, 40};
    private static final int AVERAGED_ROWS = 5;

    private final GreyFrame frame;
    private final Budget budget;
    private final boolean all;
    private final Map<Code, Sighting> read = new LinkedHashMap<>();
    private Optional<GreyFrame> searched = Optional.empty();
    private Optional<List<Crop>> regions = Optional.empty();

    public OtherSymbologies(GreyFrame frame, boolean all, Budget budget) {
        this.frame = frame;
        this.all = all;
        this.budget = budget;
    }

    public List<BooleanSupplier> stages() {
        return List.of(() -> plane(new AztecReader()), () -> plane(new DataMatrixReader()), () -> plane(new PDF417Reader()),
                () -> linear(frame, 1, false), this::bullseyes, () -> regions(new DataMatrixReader()),
                () -> linear(turned(), 1, true), () -> linear(frame, AVERAGED_ROWS, false),
                () -> linear(turned(), AVERAGED_ROWS, true), () -> regions(new AztecReader()));
    }

    public List<Sighting> sightings() {
        return List.copyOf(read.values());
    }

    private boolean done() {
        return !all && !read.isEmpty();
    }

    private GreyFrame searched() {
        GreyFrame made = searched.orElseGet(() -> layer(LARGE));
        searched = Optional.of(made);
        return made;
    }

    private GreyFrame layer(int mostSide) {
        GreyFrame layer = frame;
        while (Math.max(layer.width(), layer.height()) > mostSide && halvable(layer)) {
            layer = layer.halved(budget);
        }
        return layer;
    }

    private static boolean halvable(GreyFrame layer) {
        return Math.min(layer.width(), layer.height()) > 2 * LEAST_SIDE;
    }

    private int scale(GreyFrame layer) {
        return Math.round((float) frame.width() / layer.width());
    }

    private boolean plane(Reader reader) {
        keep(reader, searched(), 0, 0, scale(searched()));
        return done();
    }

    private boolean linear(GreyFrame rows, int averaged, boolean turned) {
        new LinearCodes(rows, averaged, budget).read().forEach(seen -> {
            List<Corner> ends = seen.corners().stream()
                    .map(corner -> turned ? new Corner(corner.y(), frame.height() - corner.x()) : corner).toList();
            read.putIfAbsent(seen.code(), new Sighting(seen.code(), ends));
        });
        return done();
    }

    // Turned clockwise by a quarter.
    private GreyFrame turned() {
        byte[] pixels = new byte[frame.pixels().length];
        int height = frame.height();
        for (int y = 0; y < height; y++) {
            budget.check();
            for (int x = 0; x < frame.width(); x++) {
                pixels[x * height + height - 1 - y] = frame.pixels()[y * frame.width() + x];
            }
        }
        return new GreyFrame(pixels, height, frame.width());
    }

    private boolean bullseyes() {
        GreyFrame fine = layer(FINE);
        for (GreyFrame layer : List.of(fine, searched(), fine.inverted(budget))) {
            for (Bullseye bullseye : bullseyes(layer)) {
                for (double reach : AZTEC_REACHES) {
                    Crop crop = Crop.around(bullseye.x(), bullseye.y(), reach * bullseye.module(), layer);
                    crop(new AztecReader(), layer, crop, scale(layer));
                    if (done()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private List<Bullseye> bullseyes(GreyFrame layer) {
        if (Math.min(layer.width(), layer.height()) < LEAST_SIDE) {
            return List.of();
        }
        try {
            return Bullseyes.in(new HybridBinarizer(source(layer)).getBlackMatrix(), budget);
        } catch (NotFoundException tooSmall) {
            return List.of();
        }
    }

    // In two layers, for small modules and for large ones.
    private List<Crop> denseRegions() {
        List<Crop> crops = new ArrayList<>();
        DenseRegions.in(searched(), budget).forEach(crop -> crops.add(crop.scaled(scale(searched()))));
        if (halvable(searched())) {
            GreyFrame coarse = searched().halved(budget);
            DenseRegions.in(coarse, budget).forEach(crop -> crops.add(crop.scaled(scale(coarse))));
        }
        return crops;
    }

    private boolean regions(Reader reader) {
        List<Crop> crops = regions.orElseGet(this::denseRegions);
        regions = Optional.of(crops);
        for (Crop crop : crops) {
            crop(reader, frame, crop, 1);
            if (done()) {
                return true;
            }
        }
        return false;
    }

    private void crop(Reader reader, GreyFrame layer, Crop crop, int scale) {
        if (!crop.large()) {
            return;
        }
        GreyFrame part = crop.of(layer);
        keep(reader, part, crop.x(), crop.y(), scale);
        if (!done() && Math.max(crop.width(), crop.height()) > LARGE_CROP) {
            keep(reader, part.halved(budget), crop.x() / 2, crop.y() / 2, 2 * scale);
        }
        if (!done() && Math.max(crop.width(), crop.height()) < SMALL_CROP) {
            keep(reader, part.doubled(budget), 2 * crop.x(), 2 * crop.y(), scale / 2.0);
        }
    }

    // scale: pixels of the whole frame for one of this layer, which begins at (x, y)
    private void keep(Reader reader, GreyFrame layer, int x, int y, double scale) {
        budget.check();
        read(reader, layer).ifPresent(result -> {
            Code code = new Code(result.getText(), result.getBarcodeFormat().name());
            read.putIfAbsent(code, new Sighting(code, around(result.getResultPoints(), x, y)).scaled(scale));
        });
    }

    private static PlanarYUVLuminanceSource source(GreyFrame frame) {
        return new PlanarYUVLuminanceSource(frame.pixels(), frame.width(), frame.height(), 0, 0, frame.width(),
                frame.height(), false);
    }

    // ZXing's readers throw on hostile input what they do not declare.
    private static Optional<Result> read(Reader reader, GreyFrame frame) {
        try {
            return Optional.of(reader.decode(new BinaryBitmap(new HybridBinarizer(source(frame))), Map.of()))
                    .filter(found -> found.getText() != null && !found.getText().isEmpty());
        } catch (ReaderException | RuntimeException none) {
            return Optional.empty();
        }
    }

    // ZXing's readers name corners in orders of their own, and those of inner parts after the outer ones.
    private static List<Corner> around(ResultPoint[] points, int left, int top) {
        List<ResultPoint> outer = new ArrayList<>(Arrays.stream(points).filter(Objects::nonNull).limit(CORNERS).toList());
        double x = outer.stream().mapToDouble(ResultPoint::getX).average().orElse(0);
        double y = outer.stream().mapToDouble(ResultPoint::getY).average().orElse(0);
        outer.sort(Comparator.comparingDouble(point -> Math.atan2(point.getY() - y, point.getX() - x)));
        return outer.stream().map(point -> new Corner(left + point.getX(), top + point.getY())).toList();
    }
}
