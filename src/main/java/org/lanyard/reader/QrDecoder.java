package org.lanyard.reader;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** Finds a QR code in a picture. May be used from any thread. */
public final class QrDecoder {

    private QrDecoder() {}

    /** The text of a QR code in the picture, or null when none is read. */
    public static String decode(BufferedImage picture) {
        GreyFrame frame = GreyFrame.of(picture);
        PlanarYUVLuminanceSource source = new PlanarYUVLuminanceSource(frame.pixels(), frame.width(), frame.height(),
                0, 0, frame.width(), frame.height(), false);
        for (Map<DecodeHintType, ?> hints : List.<Map<DecodeHintType, ?>>of(Map.of(),
                Map.of(DecodeHintType.TRY_HARDER, true))) {
            String text = attempt(new BinaryBitmap(new HybridBinarizer(source)), hints);
            text = text != null ? text : attempt(new BinaryBitmap(new GlobalHistogramBinarizer(source)), hints);
            text = text != null ? text : attempt(new BinaryBitmap(new HybridBinarizer(source.invert())), hints);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String attempt(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) {
        try {
            return new QRCodeReader().decode(bitmap, hints).getText();
        } catch (ReaderException notRead) {
            return null;
        }
    }
}
