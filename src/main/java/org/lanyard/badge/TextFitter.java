package org.lanyard.badge;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays a text out as large as a box allows, on at most two lines, whole, in any script and direction. */
final class TextFitter {

    // Letters are measured at this size, and scaled: layouts grow evenly with fractional metrics.
    private static final float MEASURED = 100;

    private TextFitter() {}

    /** @param size of the letters, in the box's units */
    record Fitted(Shape outline, double size) {}

    /** @param text not blank */
    static Fitted fit(String text, Rectangle2D box, SvgStyle.Text style) {
        Font font = style.font().deriveFont(MEASURED);
        Lines best = Lines.of(List.of(text), font, box);
        for (int end : breaks(text)) {
            String first = text.substring(0, end).strip();
            String second = text.substring(end).strip();
            if (!first.isEmpty() && !second.isEmpty()) {
                Lines two = Lines.of(List.of(first, second), font, box);
                best = two.betterThan(best) ? two : best;
            }
        }
        return new Fitted(best.outline(box, style.anchor()), best.scale * MEASURED);
    }

    /** One line of a fixed size that starts, has its middle or ends at 0, 0. */
    static Shape line(String text, SvgStyle.Text style) {
        TextLayout layout = ScriptFonts.layout(text, style.font().deriveFont(MEASURED));
        double scale = style.size() / MEASURED;
        double shift = switch (style.anchor()) {
            case START -> 0;
            case MIDDLE -> -layout.getAdvance() / 2;
            case END -> -layout.getAdvance();
        };
        AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
        place.translate(shift, 0);
        return layout.getOutline(place);
    }

    static double width(String text, SvgStyle.Text style) {
        return ScriptFonts.layout(text, style.font().deriveFont(MEASURED)).getAdvance() * style.size() / MEASURED;
    }

    // Places at which a line may end, by the rules of the text's script.
    private static List<Integer> breaks(String text) {
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(text);
        List<Integer> breaks = new ArrayList<>();
        for (int at = lines.next(); at != BreakIterator.DONE && at < text.length(); at = lines.next()) {
            breaks.add(at);
        }
        return breaks;
    }

    private record Lines(List<TextLayout> lines, double height, double width, double scale) {

        static Lines of(List<String> texts, Font font, Rectangle2D box) {
            List<TextLayout> lines = texts.stream().map(text -> ScriptFonts.layout(text, font)).toList();
            double height = lines.stream().mapToDouble(line -> line.getAscent() + line.getDescent()).max().orElse(1);
            double width = lines.stream().mapToDouble(Lines::width).max().orElse(1);
            return new Lines(lines, height, width,
                    Math.min(box.getWidth() / width, box.getHeight() / (height * lines.size())));
        }

        boolean betterThan(Lines other) {
            boolean alike = Math.abs(scale - other.scale) < 1e-9 && lines.size() == other.lines.size();
            return alike ? width < other.width : scale > other.scale;
        }

        // Letters may reach beyond their advance, as an italic or a mark does.
        private static double width(TextLayout line) {
            return Math.max(line.getAdvance(), line.getBounds().getMaxX() - Math.min(0, line.getBounds().getMinX()));
        }

        Shape outline(Rectangle2D box, SvgStyle.Anchor anchor) {
            Path2D whole = new Path2D.Double();
            double top = box.getY() + (box.getHeight() - height * lines.size() * scale) / 2;
            for (TextLayout line : lines) {
                AffineTransform place = AffineTransform.getTranslateInstance(left(line, box, anchor), top
                        + (height - line.getDescent()) * scale);
                place.scale(scale, scale);
                whole.append(line.getOutline(place), false);
                top += height * scale;
            }
            return whole;
        }

        private double left(TextLayout line, Rectangle2D box, SvgStyle.Anchor anchor) {
            double room = box.getWidth() - width(line) * scale;
            double share = switch (anchor) {
                case START -> line.isLeftToRight() ? 0 : 1;
                case MIDDLE -> 0.5;
                case END -> line.isLeftToRight() ? 1 : 0;
            };
            return box.getX() + room * share - Math.min(0, line.getBounds().getMinX()) * scale;
        }
    }
}
