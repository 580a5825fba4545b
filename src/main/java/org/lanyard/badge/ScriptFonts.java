package org.lanyard.badge;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.lang.Character.UnicodeScript;
import java.text.AttributedString;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Sets each script's letters in one font. Java's own families look for each letter by itself, and what they find in two fonts
 * is not joined: a Tamil vowel sign then stands on a dotted circle.
 */
final class ScriptFonts {

    static final FontRenderContext PRECISE = new FontRenderContext(new AffineTransform(), true, true);

    // Letters below are in every font.
    private static final int FIRST_RARE = 0x250;
    // Java's glyph codes say in their highest byte which font of a family a glyph is of.
    private static final int FONT_BITS = 24;
    private static final int NO_GLYPH = 0xFFFF;
    private static final Map<Wanted, Font> FOUND = new ConcurrentHashMap<>();

    private record Wanted(UnicodeScript script, int style) {}

    private ScriptFonts() {}

    /** @param text not empty */
    static TextLayout layout(String text, Font font) {
        if (text.chars().allMatch(letter -> letter < FIRST_RARE)) {
            return new TextLayout(text, font, PRECISE);
        }
        return new TextLayout(set(text, font).getIterator(), PRECISE);
    }

    static AttributedString set(String text, Font font) {
        AttributedString set = new AttributedString(text);
        set.addAttribute(TextAttribute.FONT, font);
        for (int from = 0; from < text.length();) {
            UnicodeScript script = UnicodeScript.of(text.codePointAt(from));
            int start = from;
            int end = end(text, from, script);
            if (script != UnicodeScript.COMMON && scattered(text.substring(from, end), font)) {
                whole(script, text.substring(from, end), font)
                        .ifPresent(one -> set.addAttribute(TextAttribute.FONT, one, start, end));
            }
            from = end;
        }
        return set;
    }

    private static int end(String text, int from, UnicodeScript script) {
        int end = from;
        while (end < text.length()) {
            UnicodeScript next = UnicodeScript.of(text.codePointAt(end));
            if (next != script && next != UnicodeScript.INHERITED) {
                return end;
            }
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static boolean scattered(String letters, Font font) {
        GlyphVector glyphs = font.createGlyphVector(PRECISE, letters);
        return Stream.iterate(0, i -> i < glyphs.getNumGlyphs(), i -> i + 1).map(glyphs::getGlyphCode)
                .filter(glyph -> glyph != NO_GLYPH).map(glyph -> glyph >>> FONT_BITS).distinct().count() > 1;
    }

    private static Optional<Font> whole(UnicodeScript script, String letters, Font font) {
        Wanted wanted = new Wanted(script, font.getStyle());
        Optional<Font> known = Optional.ofNullable(FOUND.get(wanted)).filter(one -> one.canDisplayUpTo(letters) < 0);
        Optional<Font> best = known.isPresent() ? known
                : Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                        .filter(one -> one.canDisplayUpTo(letters) < 0)
                        .min(Comparator.<Font>comparingInt(one -> unlike(one, wanted))
                                .thenComparing(one -> one.getFontName(Locale.ROOT)));
        best.ifPresent(one -> FOUND.put(wanted, one));
        return best.map(one -> one.deriveFont(font.getSize2D()));
    }

    private static int unlike(Font font, Wanted wanted) {
        String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
        boolean bold = (wanted.style() & Font.BOLD) != 0;
        int unlike = name.contains("bold") == bold ? 0 : 8;
        unlike += name.contains("sans") ? 0 : 2;
        unlike += name.contains(wanted.script().name().toLowerCase(Locale.ROOT)) ? 0 : 4;
        return unlike
                + (int) Stream.of("condensed", "mono", "light", "thin", "black", "extra", "semi", "italic", "medium", " ui")
                        .filter(name::contains).count() * 4;
    }
}
