package org.lanyard.badge;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.NotPossible;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/**
 * A badge as an organizer drew it: an SVG in millimetres. Rectangles with the ids {@code name-box}, {@code first-name-box},
 * {@code company-box}, {@code ticket-box}, {@code field-NAME-box} and {@code qr-box} are replaced by what they are named after; a
 * rectangle's fill, font and {@code text-anchor} are those of its text. <code>{conference}</code>, <code>{ticket}</code>,
 * <code>{code}</code>, <code>{name}</code>, <code>{company}</code> and <code>{field:NAME}</code> are replaced in text. What is
 * filled in lies above everything else. The class {@code ticket-colour} takes the ticket's colour, {@code on-ticket-colour} black
 * or white, whichever is read upon it, and {@code with-ticket} is left out for people without a ticket.
 */
public final class BadgeTemplate {

    // Longest side, in millimetres: A3 and a little.
    private static final double MAX_SIDE = 500;
    private static final double MIN_SIDE = 10;
    private static final double MM_PER_UNIT = 25.4 / 96;
    private static final Pattern BOX =
            Pattern.compile("(name|first-name|company|ticket|qr|conference|code|field-(?<field>.+))-box");

    private static final Set<String> SHARED = Set.of("{ticket}", "{conference}");

    private final Map<Shared, TextFitter.Fitted> shared = new ConcurrentHashMap<>();
    private final DrawnBackgrounds backgrounds = new DrawnBackgrounds();
    private final double width;
    private final double height;
    private final Document background;
    private final List<Slot> slots;

    private record Shared(Slot.TextBox slot, String words) {}

    private BadgeTemplate(double width, double height, Document background, List<Slot> slots) {
        this.width = width;
        this.height = height;
        this.background = background;
        this.slots = List.copyOf(slots);
    }

    /** @throws NotPossible when it is no SVG, says no size, or holds what a template may not hold */
    public static BadgeTemplate parse(byte[] svg) {
        Document document = SvgFile.parse(svg);
        Element root = document.getDocumentElement();
        double width = SvgStyle.length(root.getAttribute("width")) * MM_PER_UNIT;
        double height = SvgStyle.length(root.getAttribute("height")) * MM_PER_UNIT;
        if (!sensible(width) || !sensible(height)) {
            throw new NotPossible("badge.template.size", (int) MIN_SIDE, (int) MAX_SIDE);
        }
        Slots found = new Slots(toMm(root, width, height));
        found.collect(root);
        found.taken.forEach(element -> element.getParentNode().removeChild(element));
        return new BadgeTemplate(width, height, document, found.slots);
    }

    public static BadgeTemplate read(Path file) {
        return parse(bytes(file));
    }

    public static String text(Path file) {
        byte[] svg = bytes(file);
        parse(svg);   // also measured
        return SvgFile.text(SvgFile.parse(svg));
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SvgFile.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    /** In millimetres. */
    public double width() {
        return width;
    }

    /** In millimetres. */
    public double height() {
        return height;
    }

    public Badge fill(BadgeContent content) {
        return new BadgeFiller(this, content).fill();
    }

    // Text that many badges share, a ticket's name or the conference's, is laid out once.
    TextFitter.Fitted fitted(Slot.TextBox slot, String words) {
        return SHARED.contains(slot.words())
                ? shared.computeIfAbsent(new Shared(slot, words), key -> TextFitter.fit(words, slot.box(), slot.style()))
                : TextFitter.fit(words, slot.box(), slot.style());
    }

    List<Slot> slots() {
        return slots;
    }

    DrawnBackgrounds backgrounds() {
        return backgrounds;
    }

    Document background() {
        return background;
    }

    private static boolean sensible(double side) {
        return side >= MIN_SIDE && side <= MAX_SIDE;
    }

    // From the drawing's units, the view box or else CSS pixels, to millimetres.
    private static AffineTransform toMm(Element root, double width, double height) {
        String[] box = root.getAttribute("viewBox").strip().split("[\\s,]+");
        if (box.length != 4) {
            return AffineTransform.getScaleInstance(MM_PER_UNIT, MM_PER_UNIT);
        }
        double[] numbers = Stream.of(box).mapToDouble(SvgStyle::length).toArray();
        if (numbers[2] <= 0 || numbers[3] <= 0) {
            throw new NotPossible("badge.template.size", (int) MIN_SIDE, (int) MAX_SIDE);
        }
        AffineTransform toMm = AffineTransform.getScaleInstance(width / numbers[2], height / numbers[3]);
        toMm.translate(-numbers[0], -numbers[1]);
        return toMm;
    }

    private static final class Slots {

        private final AffineTransform drawingToMm;
        private final List<Slot> slots = new ArrayList<>();
        private final List<Element> taken = new ArrayList<>();

        Slots(AffineTransform drawingToMm) {
            this.drawingToMm = drawingToMm;
        }

        void collect(Element element) {
            Matcher box = BOX.matcher(element.getAttribute("id"));
            switch (SvgFile.name(element)) {
                case "rect" -> {
                    if (box.matches()) {
                        box(element, box);
                    }
                }
                case "text" -> text(element);
                default -> SvgFile.children(element).forEach(this::collect);
            }
        }

        private void box(Element rect, Matcher id) {
            Rectangle2D box = new Rectangle2D.Double(number(rect, "x"), number(rect, "y"), number(rect, "width"),
                    number(rect, "height"));
            taken.add(rect);
            if (box.isEmpty()) {
                return;
            }
            if (id.group(1).equals("qr")) {
                slots.add(new Slot.QrBox(box, toMm(rect)));
                return;
            }
            String words = id.group("field") == null ? "{" + id.group(1) + "}" : "{field:" + id.group("field") + "}";
            slots.add(new Slot.TextBox(words, box, SvgStyle.text(rect, SvgStyle.Anchor.MIDDLE), toMm(rect)));
        }

        private void text(Element text) {
            line(text, text, 0, 0);
            taken.add(text);
        }

        private void line(Element outer, Element element, double x, double y) {
            double atX = element.hasAttribute("x") ? number(element, "x") : x;
            double atY = element.hasAttribute("y") ? number(element, "y") : y;
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < element.getChildNodes().getLength(); i++) {
                switch (element.getChildNodes().item(i)) {
                    case Text letters -> words.append(letters.getData());
                    case Element span -> line(outer, span, atX, atY);
                    default -> {
                    }
                }
            }
            String line = words.toString().replaceAll("\\s+", " ").strip();
            if (!line.isEmpty()) {
                slots.add(new Slot.TextLine(line, new Point2D.Double(atX, atY),
                        SvgStyle.text(element, SvgStyle.Anchor.START), toMm(outer)));
            }
        }

        private AffineTransform toMm(Element element) {
            AffineTransform whole = new AffineTransform(drawingToMm);
            whole.concatenate(SvgTransform.toDrawing(element));
            return whole;
        }

        private static double number(Element element, String attribute) {
            return SvgStyle.length(element.getAttribute(attribute));
        }
    }
}
