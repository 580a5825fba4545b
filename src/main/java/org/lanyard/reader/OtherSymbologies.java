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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Aztec, Data Matrix, PDF417, Code 128, Code 39 and EAN, by ZXing's readers, each asked for by name: without a list of
 * formats ZXing invents digits in pictures that hold none. The two-dimensional ones correct their errors; of a linear one
 * two rows apart have to say the same.
 */
final class OtherSymbologies {

    private static final int LARGE = 1000;
    /** A linear code is at least so many rows high, which lie between its two readings. */
    private static final int ROWS_APART = 6;
    private static final List<BarcodeFormat> LINEAR = List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39,
            BarcodeFormat.EAN_13, BarcodeFormat.EAN_8);
    private static final Map<DecodeHintType, Object> LINEAR_HINTS = Map.of(DecodeHintType.POSSIBLE_FORMATS, LINEAR);

    private OtherSymbologies() {}

    /** Empty where nothing is read, or the time is over: each attempt costs a few milliseconds, asked for before it. */
    static Optional<Code> read(GreyFrame frame, Budget budget) {
        try {
            GreyFrame searched = Math.max(frame.width(), frame.height()) > LARGE ? frame.halved(budget) : frame;
            BinaryBitmap bitmap = bitmap(searched, 0, searched.height());
            for (Reader reader : new Reader[] {new AztecReader(), new DataMatrixReader(), new PDF417Reader()}) {
                budget.ask();
                Optional<Result> result = read(reader, bitmap, Map.of());
                if (result.isPresent()) {
                    return result.map(OtherSymbologies::code);
                }
            }
            budget.ask();
            return linear(searched, bitmap);
        } catch (Budget.Spent over) {
            return Optional.empty();
        }
    }

    private static Optional<Code> linear(GreyFrame frame, BinaryBitmap whole) {
        Optional<Result> first = read(new MultiFormatOneDReader(LINEAR_HINTS), whole, LINEAR_HINTS);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        ResultPoint[] points = first.get().getResultPoints();
        int row = points.length == 0 ? frame.height() / 2 : (int) points[0].getY();
        return agreeing(first.get(), frame, 0, row - ROWS_APART)
                .or(() -> agreeing(first.get(), frame, row + ROWS_APART, frame.height())).map(OtherSymbologies::code);
    }

    /** The same code, read again from other rows. */
    private static Optional<Result> agreeing(Result first, GreyFrame frame, int from, int to) {
        if (from < 0 || to - from < ROWS_APART || to > frame.height()) {
            return Optional.empty();
        }
        return read(new MultiFormatOneDReader(LINEAR_HINTS), bitmap(frame, from, to), LINEAR_HINTS)
                .filter(second -> second.getText().equals(first.getText())
                        && second.getBarcodeFormat() == first.getBarcodeFormat());
    }

    private static BinaryBitmap bitmap(GreyFrame frame, int fromRow, int toRow) {
        return new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(frame.pixels(), frame.width(),
                frame.height(), 0, fromRow, frame.width(), toRow - fromRow, false)));
    }

    /** ZXing's readers throw on hostile input what they do not declare. */
    private static Optional<Result> read(Reader reader, BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
        try {
            Result result = reader.decode(bitmap, hints);
            return result.getText() == null || result.getText().isEmpty() ? Optional.empty() : Optional.of(result);
        } catch (ReaderException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private static Code code(Result result) {
        return new Code(result.getText(), result.getBarcodeFormat().name());
    }
}
