package org.lanyard.badge;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes lines of text into a PDF as outlines, in any script. A letter of plain ASCII is written once and then referred to,
 * so that long lists stay small; any other text is written whole.
 */
final class Letters {

    // The size at which a letter is kept, in millimetres: outlines are rounded to a hundredth of one.
    private static final double KEPT = 10;
    private static final PDRectangle BOX = new PDRectangle(-10, -20, 40, 40);

    private record Letter(PDFormXObject form, double width) {}

    private final PDDocument document;
    private final SvgStyle.Text style;
    private final Map<Character, Letter> letters = new HashMap<>();

    Letters(PDDocument document, boolean bold) {
        this.document = document;
        this.style = new SvgStyle.Text(SvgStyle.Paint.OWN, Color.BLACK,
                new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1),
                SvgStyle.Anchor.START, KEPT);
    }

    /**
     * Writes one line, as small as half the size where there is little room, and cut where that is not enough. The page's
     * units are millimetres from the top left corner, downwards.
     */
    void write(PDPageContentStream out, String text, double x, double y, double size, double room) throws IOException {
        String shown = text;
        double width = width(shown) * size;
        while (width > room * 2 && shown.length() > 1) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1)) + "…";
            width = width(shown) * size;
        }
        if (!shown.isBlank()) {
            double scale = size / KEPT * Math.min(1, room / width);
            out.saveGraphicsState();
            out.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) x, (float) y));
            draw(out, shown);
            out.restoreGraphicsState();
        }
    }

    private void draw(PDPageContentStream out, String text) throws IOException {
        if (!plain(text)) {
            outline(out, TextFitter.line(text, style));
            return;
        }
        double at = 0;
        for (char each : text.toCharArray()) {
            Letter letter = letter(each);
            if (each != ' ') {
                out.saveGraphicsState();
                out.transform(Matrix.getTranslateInstance((float) at, 0));
                out.drawForm(letter.form());
                out.restoreGraphicsState();
            }
            at += letter.width();
        }
    }

    /** At a size of 1. */
    double width(String text) throws IOException {
        if (!plain(text)) {
            return text.isBlank() ? 0 : TextFitter.width(text, style) / KEPT;
        }
        double width = 0;
        for (char each : text.toCharArray()) {
            width += letter(each).width();
        }
        return width / KEPT;
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F);
    }

    private Letter letter(char each) throws IOException {
        Letter known = letters.get(each);
        if (known == null) {
            known = new Letter(form(each), TextFitter.width(String.valueOf(each), style));
            letters.put(each, known);
        }
        return known;
    }

    private PDFormXObject form(char letter) throws IOException {
        PDAppearanceStream form = new PDAppearanceStream(document);
        form.setBBox(BOX);
        form.setResources(new PDResources());
        try (PDPageContentStream out = new PDPageContentStream(document, form, form.getStream().createOutputStream())) {
            if (letter != ' ') {
                outline(out, TextFitter.line(String.valueOf(letter), style));
            }
        }
        return form;
    }

    static void outline(PDPageContentStream out, Shape shape) throws IOException {
        PdfPath curves = new PdfPath(out);
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(new AffineTransform()); !path.isDone(); path.next()) {
            curves.add(path.currentSegment(at), at);
        }
        out.fill();
    }
}
