package org.lanyard.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.lanyard.reader.frame.GreyFrame;

/** The baseline: ZXing's own QR reader, as its documentation shows it. */
final class PlainZxing {

    private PlainZxing() {}

    static String read(GreyFrame frame) {
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(
                    frame.pixels(), frame.width(), frame.height(), 0, 0, frame.width(), frame.height(), false))))
                    .getText();
        } catch (ReaderException notRead) {
            return null;
        }
    }
}
