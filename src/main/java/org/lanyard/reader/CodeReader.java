package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Reads whatever code a badge may carry: QR first, then, while time is left, the other symbologies. */
public final class CodeReader {

    private CodeReader() {}

    /**
     * The codes in a picture, the most central QR code first; other symbologies where no QR code is there.
     *
     * @param millis how long it may take, of this thread's CPU
     */
    public static List<Code> read(BufferedImage picture, double millis) {
        Budget budget = Budget.ofMillis(millis);
        GreyFrame frame = GreyFrame.of(picture);
        List<Code> codes = new ArrayList<>(QrDecoder.decode(frame, millis).stream().map(Code::qr).toList());
        if (codes.isEmpty()) {
            OtherSymbologies.read(frame, budget).ifPresent(codes::add);
        }
        return codes;
    }
}
