package org.lanyard.badge;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.Sentence;

final class BadgeFiller {

    /** Smallest letters of a name, which is read across a table, in millimetres. */
    static final double MIN_NAME = 4;
    /** Smallest letters of anything else, read at arm's length, in millimetres. */
    static final double MIN_OTHER = 2;
    /** Smallest module of a QR code that a label printer of 203 dpi prints cleanly, in millimetres. */
    static final double MIN_MODULE = 0.4;

    // Left free along the badge's edge by a line that is made smaller, in millimetres.
    private static final double EDGE = 1.5;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(field:)?([^{}]+)}");

    private final BadgeTemplate template;
    private final BadgeContent content;
    private final Look look;
    private final List<Ink> inks = new ArrayList<>();
    private final List<Sentence> warnings = new ArrayList<>();

    BadgeFiller(BadgeTemplate template, BadgeContent content) {
        this.template = template;
        this.content = content;
        this.look = new Look(content.ticketColour(), !content.ticket().isBlank());
    }

    Badge fill() {
        template.slots().forEach(this::fill);
        return new Badge(template, look, inks, warnings);
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
        if (words.isEmpty() || slot.words().equals("{name}") && saidLarger()) {
            return;
        }
        warnWhereNoFontHas(words, slot.style());
        TextFitter.Fitted fitted = template.fitted(slot, words);
        double size = fitted.size() * Math.sqrt(Math.abs(slot.toMm().getDeterminant()));
        double least = slot.words().endsWith("name}") ? MIN_NAME : MIN_OTHER;
        if (size < least) {
            warnings.add(Sentence.of("badge.small", words, tenths(size), (int) least));
        }
        inks.add(new Ink.Outline(slot.toMm().createTransformedShape(fitted.outline()), slot.style().colour(look)));
    }

    // Somebody of one name has it in the first name's box already.
    private boolean saidLarger() {
        return content.name().equals(content.firstName()) && template.slots().stream()
                .anyMatch(slot -> slot instanceof Slot.TextBox box && box.words().equals("{first-name}"));
    }

    private void text(Slot.TextLine slot) {
        String words = words(slot.words());
        if (!words.isEmpty()) {
            warnWhereNoFontHas(words, slot.style());
            AffineTransform place = new AffineTransform(slot.toMm());
            place.translate(slot.start().getX(), slot.start().getY());
            Shape outline = onTheBadge(place.createTransformedShape(TextFitter.line(words, slot.style())), slot);
            inks.add(new Ink.Outline(outline, slot.style().colour(look)));
        }
    }

    // A line that would run off the badge is made smaller, from where it starts, stands in the middle, or ends.
    private Shape onTheBadge(Shape line, Slot.TextLine slot) {
        Point2D at = slot.toMm().transform(slot.start(), null);
        Rectangle2D drawn = line.getBounds2D();
        double share = Stream.of(
                share(at.getX(), at.getX() - drawn.getMinX()),
                share(template.width() - at.getX(), drawn.getMaxX() - at.getX()),
                share(at.getY(), at.getY() - drawn.getMinY()),
                share(template.height() - at.getY(), drawn.getMaxY() - at.getY()))
                .min(Double::compare).orElse(1.0);
        if (share >= 1 || share <= 0) {
            return line;
        }
        double size = slot.style().size() * Math.sqrt(Math.abs(slot.toMm().getDeterminant())) * share;
        if (size < MIN_OTHER) {
            warnings.add(Sentence.of("badge.small", words(slot.words()), tenths(size), (int) MIN_OTHER));
        }
        AffineTransform smaller = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        smaller.scale(share, share);
        smaller.translate(-at.getX(), -at.getY());
        return smaller.createTransformedShape(line);
    }

    private static double share(double room, double taken) {
        return taken > room && room > EDGE ? (room - EDGE) / taken : 1;
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
