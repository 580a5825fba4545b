package org.lanyard.reader;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;

/** What a ticket's code says, and its modules. */
record Ticket(String text, ByteMatrix modules) {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Of 8 or 32 characters, a URL, or 180 with a signature, at the levels that ticket shops print. */
    static Ticket random(Random random) {
        String text = switch (random.nextInt(4)) {
            case 0 -> letters(random, 8);
            case 1 -> "https://tickets.example.org/t/" + letters(random, 8);
            case 2 -> letters(random, 32);
            default -> "pycon-us-2027:" + letters(random, 8) + "." + letters(random, 156) + "=";
        };
        ErrorCorrectionLevel[] levels = {ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.M,
                ErrorCorrectionLevel.Q};
        return of(text, levels[random.nextInt(levels.length)]);
    }

    private static Ticket of(String text, ErrorCorrectionLevel level) {
        try {
            return new Ticket(text, Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix());
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    int size() {
        return modules.getWidth();
    }

    /** At module coordinates from 0 to {@link #size()}; the quiet zone is light. */
    boolean darkAt(double u, double v) {
        return u >= 0 && v >= 0 && u < size() && v < size() && modules.get((int) u, (int) v) != 0;
    }
}
