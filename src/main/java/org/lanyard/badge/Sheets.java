package org.lanyard.badge;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/**
 * Sheets of A4 that say what they are and when they were printed. Pages are kept in a temporary file, so that any number
 * fits into little memory.
 *
 * @param printed in the venue's time on each page
 */
record Sheets(Conference conference, Sentence title, Instant printed, Locale locale) {

    static final double TOP = 30;
    static final double LEFT = 14;
    static final double RIGHT = 196;
    static final double TEXT = 3.9;
    static final double SMALL = 3.2;

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final double TITLE = 5.5;
    private static final double TITLE_ROOM = 120;

    /** The content of one page; its units are millimetres from the top left corner, downwards. */
    @FunctionalInterface
    interface Body {

        /** @param page from 0 */
        void write(Ink ink, int page) throws IOException;
    }

    record Ink(PDPageContentStream on, Letters plain, Letters bold) {}

    void write(int pages, Body body, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            Letters plain = new Letters(document, false);
            Letters bold = new Letters(document, true);
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
                try (PDPageContentStream on = new PDPageContentStream(document, document.getPage(page),
                        PDPageContentStream.AppendMode.OVERWRITE, true)) {
                    on.transform(new Matrix(POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, PDRectangle.A4.getHeight()));
                    Ink ink = new Ink(on, plain, bold);
                    writeHead(ink, page + 1, pages);
                    body.write(ink, page);
                }
            }
            document.getDocumentInformation().setTitle(conference.name());
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private void writeHead(Ink ink, int page, int pages) throws IOException {
        ink.bold().write(ink.on(), conference.name(), LEFT, 15, TITLE, TITLE_ROOM);
        ink.plain().write(ink.on(), title.in(locale), LEFT, 21, TEXT, TITLE_ROOM);
        right(ink, say("paper.page", page, pages), 15);
        right(ink, say("paper.printed", at(printed)), 21);
    }

    private static void right(Ink ink, String text, double y) throws IOException {
        double width = ink.plain().width(text) * SMALL;
        ink.plain().write(ink.on(), text, RIGHT - width, y, SMALL, width);
    }

    String say(String key, Object... arguments) {
        return Sentence.of(key, arguments).in(locale);
    }

    private String at(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
                .format(time.atZone(conference.zone()));
    }
}
