package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lanyard.reader.Pictures.Refused;
import org.lanyard.reader.frame.Code;

/** Reads codes from the first pages of a PDF ticket. */
final class Pdf {

    private static final int MOST_PAGES = 3;
    /** 200 dpi: a code of two centimetres has 160 pixels. */
    private static final float SCALE = 200 / 72f;
    private static final int MOST_SIDE = 4000;
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private Pdf() {}

    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
        }
    }

    static List<Code> codes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Refused("picture.no-ticket");
        }
        List<Code> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()) && codes.isEmpty(); page++) {
                codes.addAll(CodeReader.read(rendered(renderer, document.getPage(page).getCropBox(), page),
                        CodeReader.PICTURE_BUDGET));
            }
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException locked) {
            throw new Refused("picture.locked");
        }
        return codes;
    }

    private static BufferedImage rendered(PDFRenderer renderer, PDRectangle page, int number) throws IOException {
        float fits = MOST_SIDE / Math.max(1, Math.max(page.getWidth(), page.getHeight()));
        return renderer.renderImage(number, Math.min(SCALE, fits), ImageType.GRAY);
    }
}
