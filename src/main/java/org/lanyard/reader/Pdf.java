package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lanyard.reader.Pictures.Refused;

final class Pdf {

    // Enough for a whole family's tickets; leaves room below the limit for every file.
    private static final Duration MOST_TIME = Duration.ofSeconds(12);
    // 200 dpi: a code of two centimetres has 160 pixels. Without a code on any page they are rendered twice as large.
    private static final float SCALE = 200 / 72f;
    private static final float FINE_SCALE = 2 * SCALE;
    private static final int MOST_SIDE = 4000;
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Collected collected;
    private final long end = System.nanoTime() + MOST_TIME.toNanos();

    private Pdf(PDDocument document, Collected collected) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
        this.collected = collected;
        renderer.setSubsamplingAllowed(true);
    }

    static void read(Path file, Collected collected) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Refused("picture.no-ticket");
        }
        try (PDDocument document = open(file)) {
            new Pdf(document, collected).read();
        } catch (InvalidPasswordException locked) {
            throw new Refused("picture.locked");
        }
    }

    // Skips what stands before the header, such as a byte-order mark.
    private static PDDocument open(Path file) throws IOException {
        int header = header(file);
        if (header <= 0) {
            return Loader.loadPDF(file.toFile());
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(header);
            return Loader.loadPDF(in.readAllBytes());
        }
    }

    private static int header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FileKind.BEGINNING), StandardCharsets.ISO_8859_1).indexOf("%PDF-");
        }
    }

    private void read() throws IOException {
        collected.setPages(document.getNumberOfPages());
        for (int page = 0; page < document.getNumberOfPages() && System.nanoTime() < end; page++) {
            read(page, SCALE);
            collected.pageLookedAt();
        }
        for (int page = 0; page < document.getNumberOfPages() && collected.codes().isEmpty()
                && System.nanoTime() < end; page++) {
            read(page, FINE_SCALE);
        }
    }

    private void read(int page, float scale) throws IOException {
        PDRectangle box = document.getPage(page).getCropBox();
        float fits = MOST_SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        if (scale > SCALE && fits < SCALE) {
            return;
        }
        BufferedImage picture = renderer.renderImage(page, Math.min(scale, fits), ImageType.GRAY);
        collected.addAll(CodeReader.read(picture, CodeReader.PICTURE_BUDGET), Optional.of(page + 1));
    }
}
