package org.lanyard.badge;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanyard.scan.Sentence;

/** Fills a template's slots for one person. */
final class BadgeFiller {

    /** Smallest letters of a name, which is read across a table, in millimetres. */
    static final double MIN_NAME = 4;
    /** Smallest letters of anything else, read at arm's length, in millimetres. */
    static final double MIN_OTHER = 2;
    /** Smallest module of a QR code that a label printer of 203 dpi prints cleanly, in millimetres. */
    static final double MIN_MODULE = 0.4;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(field:)?([^{}]+)}");

    private final BadgeTemplate template;
    private final BadgeContent content;
    private final List<Ink> inks = new ArrayList<>();
    private final List<Sentence> warnings = new ArrayList<>();

    BadgeFiller(BadgeTemplate template, BadgeContent content) {
        this.template = template;
        this.content = content;
    }

    Badge fill() {
        template.slots().forEach(this::fill);
        return new Badge(template, content.ticketColour(), inks, warnings);
    }

    private void fill(Slot slot) {
        switch (slot) {
            case Slot.TextBox box -> text(box);
            case Slot.TextLine line -> text(line);
            case Slot.QrBox box -> qr(box);
        }
    }

    private void text(Slot.TextBox slot) {
        String words = words(slot.words());
        if (words.isEmpty()) {
            return;
        }
        warnWhereNoFontHas(words, slot.style());
        TextFitter.Fitted fitted = template.fitted(slot, words);
        double size = fitted.size() * Math.sqrt(Math.abs(slot.toMm().getDeterminant()));
        double least = slot.words().endsWith("name}") ? MIN_NAME : MIN_OTHER;
        if (size < least) {
            warnings.add(Sentence.of("badge.small", words, tenths(size), (int) least));
        }
        inks.add(new Ink.Outline(slot.toMm().createTransformedShape(fitted.outline()), slot.style().colour()));
    }

    private void text(Slot.TextLine slot) {
        String words = words(slot.words());
        if (!words.isEmpty()) {
            warnWhereNoFontHas(words, slot.style());
            AffineTransform place = new AffineTransform(slot.toMm());
            place.translate(slot.start().getX(), slot.start().getY());
            Shape outline = place.createTransformedShape(TextFitter.line(words, slot.style()));
            inks.add(new Ink.Outline(outline, slot.style().colour()));
        }
    }

    private void qr(Slot.QrBox slot) {
        Rectangle2D whole = slot.toMm().createTransformedShape(slot.box()).getBounds2D();
        double side = Math.min(whole.getWidth(), whole.getHeight());
        Ink.Qr qr = new Ink.Qr(modules(content.payload()), new Rectangle2D.Double(whole.getCenterX() - side / 2,
                whole.getCenterY() - side / 2, side, side));
        if (qr.module() < MIN_MODULE) {
            warnings.add(Sentence.of("badge.qr-small", hundredths(qr.module()), hundredths(MIN_MODULE)));
        }
        inks.add(qr);
    }

    private static boolean[][] modules(String payload) {
        try {
            ByteMatrix matrix = Encoder.encode(payload, ErrorCorrectionLevel.M,
                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
            boolean[][] dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    dark[y][x] = matrix.get(x, y) == 1;
                }
            }
            return dark;
        } catch (WriterException tooLong) {
            throw new IllegalStateException("a code of at most 128 characters fits into a QR code", tooLong);
        }
    }

    private String words(String pattern) {
        Matcher placeholders = PLACEHOLDER.matcher(pattern);
        return placeholders.replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null
                ? value(found.group(2), found.group())
                : content.fields().getOrDefault(found.group(2), ""))).strip();
    }

    private String value(String name, String otherwise) {
        return switch (name) {
            case "name" -> content.name();
            case "first-name" -> content.firstName();
            case "company" -> content.company();
            case "ticket" -> content.ticket();
            case "conference" -> content.conference();
            case "code" -> content.code();
            default -> otherwise;
        };
    }

    private void warnWhereNoFontHas(String words, SvgStyle.Text style) {
        int lacking = style.font().canDisplayUpTo(words);
        if (lacking >= 0) {
            warnings.add(Sentence.of("badge.no-font", words,
                    new String(Character.toChars(words.codePointAt(lacking)))));
        }
    }

    private static String tenths(double number) {
        return String.valueOf(Math.round(number * 10) / 10.0);
    }

    private static String hundredths(double number) {
        return String.valueOf(Math.round(number * 100) / 100.0);
    }
}
