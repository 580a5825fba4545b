package org.lanyard.reader.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.lanyard.reader.frame.GreyFrame;

/** A code drawn point by point by ZXing's encoder, as bent as a test wants it. */
public record PrintedCode(ByteMatrix modules) {

    /** Modules of paper around, room enough to bend into. */
    public static final int MARGIN = 7;

    private static final int POINTS = 3;
    private static final int PAPER = 215;
    private static final int INK = 45;

    public static PrintedCode of(String text, ErrorCorrectionLevel level) {
        try {
            return new PrintedCode(Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** From pixels to modules: the way back of what the reader looks for. */
    public interface Paper {

        double u(double x, double y);

        double v(double x, double y);
    }

    /** So many pixels a module, {@link #MARGIN} modules of paper around. */
    public static Paper flat(double module) {
        return bent(module, 1, 0, 0);
    }

    /** Modules displaced by {@code u}, {@code v} in the code's middle, less towards its edges, and not at all there. */
    public static Paper bent(double module, int size, double u, double v) {
        return new Paper() {

            @Override
            public double u(double x, double y) {
                return x / module - MARGIN + u * hump(x) * hump(y);
            }

            @Override
            public double v(double x, double y) {
                return y / module - MARGIN + v * hump(x) * hump(y);
            }

            private double hump(double pixel) {
                double share = Math.clamp((pixel / module - MARGIN) / size, 0, 1);
                return Math.sin(Math.PI * share);
            }
        };
    }

    /** Every line across bowed by so many modules between the two upper finder patterns, as paper around a cup. */
    public static Paper bowed(double module, int size, double bow) {
        return new Paper() {

            @Override
            public double u(double x, double y) {
                return x / module - MARGIN;
            }

            @Override
            public double v(double x, double y) {
                double t = (x / module - MARGIN - 3.5) / (size - 7);
                return y / module - MARGIN - bow * 4 * t * (1 - t);
            }
        };
    }

    public int size() {
        return modules.getWidth();
    }

    boolean dark(int u, int v) {
        return u >= 0 && v >= 0 && u < size() && v < size() && modules.get(u, v) == 1;
    }

    public GreyFrame drawn(double module, Paper paper) {
        int side = (int) ((size() + 2 * MARGIN) * module);
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int ink = 0;
            for (int point = 0; point < POINTS * POINTS; point++) {
                double x = i % side + (point % POINTS + 0.5) / POINTS;
                double y = i / side + (point / POINTS + 0.5) / POINTS;
                ink += dark((int) Math.floor(paper.u(x, y)), (int) Math.floor(paper.v(x, y))) ? 1 : 0;
            }
            pixels[i] = (byte) (PAPER - (PAPER - INK) * ink / (POINTS * POINTS));
        }
        return new GreyFrame(pixels, side, side);
    }

    /** Its three finder patterns, whose middles no paper displaces by much. */
    FinderTriple triple(double module) {
        double far = size() - 3.5;
        return new FinderTriple(finder(3.5, 3.5, module), finder(far, 3.5, module), finder(3.5, far, module), 0.1f);
    }

    private static Finder finder(double u, double v, double module) {
        // a pixel's middle has whole numbers for the reader, and halves on paper
        return new Finder((float) ((u + MARGIN) * module - 0.5), (float) ((v + MARGIN) * module - 0.5), (float) module, 5);
    }
}
