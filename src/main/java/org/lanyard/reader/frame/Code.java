package org.lanyard.reader.frame;

/**
 * A code that was read.
 *
 * @param format ZXing's name of the symbology, such as {@code QR_CODE}
 */
public record Code(String text, String format) {

    public static Code qr(String text) {
        return new Code(text, "QR_CODE");
    }
}
