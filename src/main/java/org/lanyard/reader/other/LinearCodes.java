package org.lanyard.reader.other;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.MultiFormatOneDReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;

final class LinearCodes {

    private static final List<BarcodeFormat> FORMATS = List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39,
            BarcodeFormat.EAN_13, BarcodeFormat.EAN_8, BarcodeFormat.ITF);
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.POSSIBLE_FORMATS, FORMATS);
    // A linear code is at least this many rows high.
    private static final int ROWS_APART = 6;
    // Rows that have to agree; more where a code has no check digit.
    private static final int AGREEING = 2;
    private static final int AGREEING_UNCHECKED = 4;
    // The first pass looks at one row in so many of the height; the second pass at all between where a row was read.
    private static final int ROWS = 48;
    // Half the width of the window for the local threshold.
    private static final int WINDOW = 20;
    // Least difference between bar and space.
    private static final int LEAST_CONTRAST = 14;

    private final GreyFrame frame;
    private final int averaged;
    private final Budget budget;
    private final MultiFormatOneDReader reader = new MultiFormatOneDReader(HINTS);
    private final Map<Code, Rows> rows = new LinkedHashMap<>();

    /** @param averaged number of rows that are averaged against noise */
    LinearCodes(GreyFrame frame, int averaged, Budget budget) {
        this.frame = frame;
        this.averaged = averaged;
        this.budget = budget;
    }

    // The rows in which a text was read, and the first and last bar in them.
    private record Rows(int count, int first, int last, float left, float right) {

        Rows with(Rows other) {
            return new Rows(count + 1, Math.min(first, other.first), Math.max(last, other.last), Math.min(left, other.left),
                    Math.max(right, other.right));
        }
    }

    List<Sighting> read() {
        int step = Math.max(1, frame.height() / ROWS);
        List<Integer> read = new ArrayList<>();
        for (int y = step / 2; y < frame.height(); y += step) {
            if (row(y)) {
                read.add(y);
            }
        }
        int between = Math.max(1, step / 6);
        for (int y : read) {
            for (int near = y - step + between; near < y + step && near < frame.height(); near += between) {
                if (near >= 0 && near != y) {
                    row(near);
                }
            }
        }
        return rows.entrySet().stream().filter(entry -> agreed(entry.getKey(), entry.getValue()))
                .map(entry -> sighting(entry.getKey(), entry.getValue())).toList();
    }

    private boolean agreed(Code code, Rows of) {
        boolean checked = code.format().equals("CODE_128") || code.format().startsWith("EAN");
        int contradicting = rows.entrySet().stream().filter(other -> !other.getKey().equals(code))
                .filter(other -> other.getValue().first <= of.last && other.getValue().last >= of.first)
                .mapToInt(other -> other.getValue().count).sum();
        return of.count >= (checked ? AGREEING : AGREEING_UNCHECKED) && of.last - of.first >= ROWS_APART + averaged - 1
                && of.count > 3 * contradicting;
    }

    private static Sighting sighting(Code code, Rows rows) {
        double y = (rows.first + rows.last) / 2.0;
        return new Sighting(code, List.of(new Corner(rows.left, y), new Corner(rows.right, y)));
    }

    private boolean row(int y) {
        budget.check();
        int[] values = values(y);
        BitArray local = local(values);
        return decode(local, y) || decode(global(values), y);
    }

    private int[] values(int y) {
        int[] values = new int[frame.width()];
        int from = Math.max(0, y - averaged / 2);
        int to = Math.min(frame.height(), from + averaged);
        for (int row = from; row < to; row++) {
            for (int x = 0; x < values.length; x++) {
                values[x] += frame.pixels()[row * frame.width() + x] & 0xFF;
            }
        }
        for (int x = 0; x < values.length; x++) {
            values[x] /= to - from;
        }
        return values;
    }

    // Dark below the middle between the darkest and the lightest pixel around.
    private static BitArray local(int[] values) {
        BitArray bits = new BitArray(values.length);
        for (int x = 0; x < values.length; x++) {
            int least = 255;
            int most = 0;
            for (int near = Math.max(0, x - WINDOW); near <= Math.min(values.length - 1, x + WINDOW); near += 2) {
                least = Math.min(least, values[near]);
                most = Math.max(most, values[near]);
            }
            if (most - least > LEAST_CONTRAST && sharpened(values, x) < (least + most) / 2) {
                bits.set(x);
            }
        }
        return bits;
    }

    private static BitArray global(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int threshold = (sorted[sorted.length / 10] + sorted[sorted.length - 1 - sorted.length / 10]) / 2;
        BitArray bits = new BitArray(values.length);
        for (int x = 0; x < values.length; x++) {
            if (sharpened(values, x) < threshold) {
                bits.set(x);
            }
        }
        return bits;
    }

    private static int sharpened(int[] values, int x) {
        return x == 0 || x == values.length - 1 ? values[x] : (4 * values[x] - values[x - 1] - values[x + 1]) / 2;
    }

    private boolean decode(BitArray bits, int y) {
        boolean forwards = decode(bits, y, false);
        if (forwards) {
            return true;
        }
        bits.reverse();
        return decode(bits, y, true);
    }

    private boolean decode(BitArray bits, int y, boolean backwards) {
        Optional<Result> result = decodeRow(bits, y);
        result.ifPresent(read -> {
            float one = read.getResultPoints()[0].getX();
            float other = read.getResultPoints()[read.getResultPoints().length - 1].getX();
            float left = Math.min(one, other);
            float right = Math.max(one, other);
            Rows seen = backwards ? new Rows(1, y, y, frame.width() - 1 - right, frame.width() - 1 - left)
                    : new Rows(1, y, y, left, right);
            rows.merge(new Code(read.getText(), read.getBarcodeFormat().name()), seen, Rows::with);
        });
        return result.isPresent();
    }

    // ZXing's readers throw on hostile input what they do not declare.
    private Optional<Result> decodeRow(BitArray bits, int y) {
        try {
            return Optional.of(reader.decodeRow(y, bits, HINTS)).filter(read -> !read.getText().isEmpty());
        } catch (ReaderException | RuntimeException noCode) {
            return Optional.empty();
        }
    }
}
