package org.lanyard.badge;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes badges into one PDF, a page each or several on a sheet of A4. Pages are kept in a temporary file, so that any number
 * fits into little memory; a background that many badges share is written once.
 */
public final class BadgePdf implements AutoCloseable {

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private record Shared(BadgeTemplate template, Look look) {}

    private final PDDocument document;
    private final Map<Shared, PDFormXObject> backgrounds = new HashMap<>();
    private final boolean sheets;
    private final SheetLayout layout = new SheetLayout();
    // Kept, since PDFBox looks for a page from the first one on, and writes into one number by number.
    private PDPage page = new PDPage();
    private PDAppearanceStream resources;
    private final List<PDStream> contents = new ArrayList<>();

    private BadgePdf(boolean sheets, RandomAccessStreamCache.StreamCacheCreateFunction kept) {
        this.document = new PDDocument(kept);
        this.resources = new PDAppearanceStream(document);
        this.sheets = sheets;
    }

    public static BadgePdf pages() {
        return new BadgePdf(false, IOUtils.createTempFileOnlyStreamCache());
    }

    public static byte[] of(Badge badge) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BadgePdf pdf = new BadgePdf(false, IOUtils.createMemoryOnlyStreamCache())) {
            pdf.add(badge);
            pdf.save(bytes);
        } catch (IOException unexpected) {
            throw new UncheckedIOException("writing into memory", unexpected);
        }
        return bytes.toByteArray();
    }

    /** As many badges as fit on each sheet of A4, with marks to cut along. */
    public static BadgePdf sheetsOfA4() {
        return new BadgePdf(true, IOUtils.createTempFileOnlyStreamCache());
    }

    public void add(Badge badge) throws IOException {
        BadgeTemplate template = badge.template();
        PDFormXObject background = background(badge);
        SheetLayout.Place place = sheets ? layout.next(template.width(), template.height())
                : new SheetLayout.Place(true, template.width(), template.height(), 0, 0);
        if (place.newPage()) {
            newPage(place);
        }
        ByteArrayOutputStream drawing = new ByteArrayOutputStream();
        try (PDPageContentStream out = new PDPageContentStream(document, resources, drawing)) {
            out.saveGraphicsState();   // the next badge of the page starts from the page's own coordinates
            float top = points(place.pageHeight() - place.y());
            out.transform(Matrix.getTranslateInstance(points(place.x()), top - points(template.height())));
            out.drawForm(background);
            if (sheets) {
                cutMarks(out, points(template.width()), points(template.height()));
            }
            // from here on: millimetres from the top left corner, downwards
            out.transform(new Matrix(POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, points(template.height())));
            for (Ink ink : badge.inks()) {
                draw(out, ink);
            }
            out.restoreGraphicsState();
        }
        contents.add(new PDStream(document, new ByteArrayInputStream(drawing.toByteArray()), COSName.FLATE_DECODE));
        page.setContents(contents);
    }

    private void newPage(SheetLayout.Place place) {
        page = new PDPage(new PDRectangle(points(place.pageWidth()), points(place.pageHeight())));
        resources = new PDAppearanceStream(document);
        resources.setResources(new PDResources());
        page.setResources(resources.getResources());
        contents.clear();
        document.addPage(page);
    }

    public void save(OutputStream out) throws IOException {
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PDFormXObject background(Badge badge) throws IOException {
        Shared key = new Shared(badge.template(), badge.look());
        PDFormXObject known = backgrounds.get(key);
        if (known != null) {
            return known;
        }
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, points(badge.template().width()),
                points(badge.template().height()));
        graphics.scale(POINTS_PER_MM, POINTS_PER_MM);
        new Background(badge.template(), badge.look()).draw(graphics);
        graphics.dispose();
        backgrounds.put(key, graphics.getXFormObject());
        return graphics.getXFormObject();
    }

    private static void draw(PDPageContentStream out, Ink ink) throws IOException {
        switch (ink) {
            case Ink.Outline(Shape shape, Color colour) -> {
                out.setNonStrokingColor(colour);
                path(out, shape);
                out.fill();
            }
            case Ink.Qr qr -> {
                out.setNonStrokingColor(Color.WHITE);
                path(out, qr.box());
                out.fill();
                out.setNonStrokingColor(Color.BLACK);
                modules(out, qr);
            }
        }
    }

    // Rows of dark modules as bars, so that no hairline shows between two of them.
    private static void modules(PDPageContentStream out, Ink.Qr qr) throws IOException {
        float module = (float) qr.module();
        for (int y = 0; y < qr.dark().length; y++) {
            boolean[] row = qr.dark()[y];
            for (int from = 0; from < row.length; from++) {
                int to = from;
                while (to < row.length && row[to]) {
                    to++;
                }
                if (to > from) {
                    out.addRect((float) qr.box().getX() + (from + Ink.Qr.QUIET) * module,
                            (float) qr.box().getY() + (y + Ink.Qr.QUIET) * module, (to - from) * module, module);
                    from = to;
                }
            }
        }
        out.fill();
    }

    private static void path(PDPageContentStream out, Shape shape) throws IOException {
        PdfPath curves = new PdfPath(out);
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(new AffineTransform()); !path.isDone(); path.next()) {
            curves.add(path.currentSegment(at), at);
        }
    }

    private static void cutMarks(PDPageContentStream out, float width, float height) throws IOException {
        out.saveGraphicsState();
        out.setStrokingColor(Color.LIGHT_GRAY);
        out.setLineWidth(0.25f);
        out.addRect(0, 0, width, height);
        out.stroke();
        out.restoreGraphicsState();
    }

    private static float points(double mm) {
        return (float) mm * POINTS_PER_MM;
    }
}
