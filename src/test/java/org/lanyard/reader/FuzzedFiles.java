package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Tickets of every kind of file with their bytes mutilated: the same random numbers make the same file. */
final class FuzzedFiles {

    static final String TEXT = "conf:ADA1";

    private static final int MODULE = 5;
    /** Where sizes and kinds stand. */
    private static final int HEADER = 64;
    private static final int MOST_BYTES_CHANGED = 12;

    private final List<byte[]> tickets = new ArrayList<>();

    FuzzedFiles() throws IOException {
        BufferedImage code = code();
        for (String kind : List.of("png", "jpg", "gif", "bmp")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(code, kind, out);
            tickets.add(out.toByteArray());
        }
        for (String name : List.of("ticket.webp", "ticket-lossless.webp")) {
            try (InputStream in = FuzzedFiles.class.getResourceAsStream(name)) {
                tickets.add(in.readAllBytes());
            }
        }
        tickets.add(pdf(code));
    }

    private static BufferedImage code() {
        boolean[][] dark = Codes.qr(TEXT);
        int side = dark.length * MODULE;
        BufferedImage code = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                code.setRGB(x, y, dark[y / MODULE][x / MODULE] ? 0x101010 : 0xF0F0F0);
            }
        }
        return code;
    }

    private static byte[] pdf(BufferedImage code) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(120, 120));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, code), 20, 20, 80, 80);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    /** As they were before anything was done to them, one of each kind. */
    List<byte[]> whole() {
        return tickets;
    }

    byte[] next(Random random) {
        byte[] file = tickets.get(random.nextInt(tickets.size())).clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            file = mutilated(file, random);
        }
        return file;
    }

    private byte[] mutilated(byte[] file, Random random) {
        int at = random.nextInt(file.length + 1);
        int length = random.nextInt(file.length - at + 1);
        return switch (random.nextInt(8)) {
            case 0 -> changed(file, file.length, random);
            case 1 -> changed(file, Math.min(HEADER, file.length), random);
            case 2 -> Arrays.copyOf(file, at);
            case 3 -> joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
            case 4 -> joined(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
            case 5 -> filled(file, at, Math.min(4, length), random);
            case 6 -> filled(file, at, length, random);
            default -> joined(Arrays.copyOf(file, at), tickets.get(random.nextInt(tickets.size())));
        };
    }

    private static byte[] changed(byte[] file, int within, Random random) {
        for (int i = random.nextInt(MOST_BYTES_CHANGED); i >= 0 && within > 0; i--) {
            file[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return file;
    }

    /** With the least or the greatest there is, as a size may be, or with anything. */
    private static byte[] filled(byte[] file, int at, int length, Random random) {
        byte[] filling = new byte[length];
        switch (random.nextInt(3)) {
            case 0 -> random.nextBytes(filling);
            case 1 -> Arrays.fill(filling, (byte) 0xFF);
            default -> Arrays.fill(filling, (byte) 0);
        }
        System.arraycopy(filling, 0, file, at, length);
        return file;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
