package org.lanyard.scan;

import java.util.regex.Pattern;

/**
 * Text on its way into a CSV that a spreadsheet may open, by whatever separator it is set to. An apostrophe goes before
 * each place where a formula could begin: at the start of the text, and after each comma, semicolon, tab or line end in it,
 * also where invisible characters, accents, spaces or quotation marks come first. See OWASP, "CSV Injection".
 */
public final class SpreadsheetText {

    private static final String CELL_START = "(?:\\A|(?<=[,;\\t\\r\\n]))";
    // Characters that show nothing of their own: spaces, controls, formats, accents, and letters without a shape.
    private static final String SKIPPED =
            "[\\p{Z}\\p{Cf}\\p{M}\"\\u115F\\u1160\\u3164\\uFFA0\\u2800\\p{Cc}&&[^\\t\\r\\n]]*+";
    // Also full-width and small forms, which some spreadsheets take for the plain ones.
    private static final String FORMULA_SIGN = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]";
    private static final String FORMULA = "(?='*+" + SKIPPED + FORMULA_SIGN + ")";
    private static final String LEADING_TAB_OR_LINE_END = "(?='*+[\\t\\r\\n])";

    private static final Pattern UNPROTECTED =
            Pattern.compile(CELL_START + FORMULA + "|\\A" + LEADING_TAB_OR_LINE_END);
    private static final Pattern PROTECTED =
            Pattern.compile(CELL_START + "'" + FORMULA + "|\\A'" + LEADING_TAB_OR_LINE_END);
    private static final Pattern SUSPICIOUS = Pattern.compile(FORMULA_SIGN + "|\\A'*+[\\t\\r\\n]");

    private SpreadsheetText() {}

    /** Makes text harmless; {@link #restore} undoes it exactly. */
    public static String neutralize(String text) {
        return SUSPICIOUS.matcher(text).find() ? UNPROTECTED.matcher(text).replaceAll("'") : text;
    }

    public static String restore(String text) {
        return text.indexOf('\'') < 0 ? text : PROTECTED.matcher(text).replaceAll("");
    }
}
