package org.lanyard.badge.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

final class Zpl {

    static final String ASK_STATUS = "~HS";

    private Zpl() {}

    static byte[] label(Dots dots) {
        int bytesPerRow = dots.rows().length == 0 ? 0 : dots.rows()[0].length;
        int total = bytesPerRow * dots.height();
        String data = Base64.getEncoder().encodeToString(deflate(dots));
        String zpl =
                String.format(Locale.ROOT, "^XA^PW%d^LL%d^LH0,0^FO0,0^GFA,%d,%d,%d,:Z64:%s:%04X^FS^PQ1^XZ", dots.width(),
                        dots.height(), total, total, bytesPerRow, data, crc(data));
        return zpl.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the answer to {@link #ASK_STATUS}: three lines between STX and ETX.
     *
     * @return the key of the sentence that says why nothing prints; empty when the printer is ready
     */
    static Optional<String> problem(String status) {
        String[] lines = status.replace("\u0002", "").split("\u0003\r?\n?");
        if (lines.length < 2) {
            return Optional.of("printer.no-status");
        }
        String[] first = lines[0].strip().split(",");
        String[] second = lines[1].strip().split(",");
        if (first.length < 12 || second.length < 4) {
            return Optional.of("printer.no-status");
        }
        if (first[1].equals("1")) {
            return Optional.of("printer.paper");
        }
        if (second[2].equals("1")) {
            return Optional.of("printer.head");
        }
        if (second[3].equals("1")) {
            return Optional.of("printer.ribbon");
        }
        return first[2].equals("1") ? Optional.of("printer.paused") : Optional.empty();
    }

    /** Labels that the printer has taken and not printed yet, by the same answer. */
    static int waiting(String status) {
        String[] first = status.replace("\u0002", "").split("\u0003")[0].strip().split(",");
        return first.length > 4 && first[4].matches("\\d{1,9}") ? Integer.parseInt(first[4]) : 0;
    }

    private static byte[] deflate(Dots dots) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (byte[] row : dots.rows()) {
                out.write(row);
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException("writing into memory", unexpected);
        }
        return bytes.toByteArray();
    }

    // CRC-16/XMODEM over the encoded text, as :Z64: asks for.
    private static int crc(String data) {
        int crc = 0;
        for (byte each : data.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (each & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
