package org.lanyard.reader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.aztec.AztecReader;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.pdf417.PDF417Reader;
import java.util.Arrays;
import java.util.Comparator;
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

/**
 * Aztec, Data Matrix, PDF417, Code 128, Code 39 and EAN, by ZXing's readers, each asked for by name: without a list of
 * formats ZXing invents digits in pictures that hold none. The two-dimensional ones correct their errors; of a linear one
 * two rows apart have to say the same.
 */
final class OtherSymbologies {

    private static final int LARGE = 1000;
    /** A linear code is at least so many rows high, which lie between its two readings. */
    private static final int ROWS_APART = 6;
    private static final int CORNERS = 4;
    private static final List<BarcodeFormat> LINEAR = List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39,
            BarcodeFormat.EAN_13, BarcodeFormat.EAN_8);
    private static final Map<DecodeHintType, Object> LINEAR_HINTS = Map.of(DecodeHintType.POSSIBLE_FORMATS, LINEAR);

    private final GreyFrame frame;
    private final Budget budget;
    private Optional<BinaryBitmap> whole = Optional.empty();
    private GreyFrame searched;
    private Optional<Sighting> read = Optional.empty();

    OtherSymbologies(GreyFrame frame, Budget budget) {
        this.frame = frame;
        this.searched = frame;
        this.budget = budget;
    }

    /** Each costs a few milliseconds, which are asked for before it. */
    List<BooleanSupplier> stages() {
        return List.of(() -> plane(new AztecReader()), () -> plane(new DataMatrixReader()), () -> plane(new PDF417Reader()),
                this::linear);
    }

    Optional<Sighting> sighting() {
        return read;
    }

    private BinaryBitmap whole() {
        if (whole.isEmpty()) {
            searched = Math.max(frame.width(), frame.height()) > LARGE ? frame.halved(budget) : frame;
            whole = Optional.of(bitmap(searched, 0, searched.height()));
        }
        budget.check();
        return whole.get();
    }

    private boolean plane(Reader reader) {
        return read(reader, whole(), Map.of()).map(this::seen).isPresent();
    }

    private boolean linear() {
        Optional<Result> first = read(new MultiFormatOneDReader(LINEAR_HINTS), whole(), LINEAR_HINTS);
        return first.filter(this::agreedOn).map(this::seen).isPresent();
    }

    private boolean agreedOn(Result first) {
        ResultPoint[] points = first.getResultPoints();
        int row = points.length == 0 ? searched.height() / 2 : (int) points[0].getY();
        return agreeing(first, 0, row - ROWS_APART) || agreeing(first, row + ROWS_APART, searched.height());
    }

    /** Other rows say the same. */
    private boolean agreeing(Result first, int from, int to) {
        if (from < 0 || to - from < ROWS_APART || to > searched.height()) {
            return false;
        }
        budget.check();
        return read(new MultiFormatOneDReader(LINEAR_HINTS), bitmap(searched, from, to), LINEAR_HINTS)
                .filter(second -> second.getText().equals(first.getText())
                        && second.getBarcodeFormat() == first.getBarcodeFormat())
                .isPresent();
    }

    private static BinaryBitmap bitmap(GreyFrame frame, int fromRow, int toRow) {
        return new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(frame.pixels(), frame.width(),
                frame.height(), 0, fromRow, frame.width(), toRow - fromRow, false)));
    }

    /** ZXing's readers throw on hostile input what they do not declare. */
    private static Optional<Result> read(Reader reader, BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            Result result = reader.decode(bitmap, hints);
            return Optional.of(result).filter(found -> found.getText() != null && !found.getText().isEmpty());
        } catch (ReaderException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private Sighting seen(Result result) {
        Code code = new Code(result.getText(), result.getBarcodeFormat().name());
        Sighting seen = new Sighting(code, around(result.getResultPoints())).scaled(searched == frame ? 1 : 2);
        read = Optional.of(seen);
        return seen;
    }

    /** ZXing's readers name corners in orders of their own, and those of inner parts after the outer ones. */
    private static List<Corner> around(ResultPoint[] points) {
        List<ResultPoint> outer = Arrays.stream(points).filter(Objects::nonNull).limit(CORNERS).toList();
        double x = outer.stream().mapToDouble(ResultPoint::getX).average().orElse(0);
        double y = outer.stream().mapToDouble(ResultPoint::getY).average().orElse(0);
        return outer.stream().sorted(Comparator.comparingDouble(point -> Math.atan2(point.getY() - y, point.getX() - x)))
                .map(point -> new Corner(point.getX(), point.getY())).toList();
    }
}
