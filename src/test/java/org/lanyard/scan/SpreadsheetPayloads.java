package org.lanyard.scan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Forty texts that some spreadsheet would take for a formula, opened with a comma, a semicolon or a tab as separator. */
public final class SpreadsheetPayloads {

    public static final List<String> ALL = List.of("=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://evil.example\",\"click\")", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  +1+1", "a;=1+1;b",
            "a,=1+1,b", "a\t=1+1\tb", "a\n=1+1\nb", "a\r\n=1+1", "a; =1+1", "a;;=1+1", ";=1+1", ",=1+1", "\u200B=1+1",
            "\uFEFF=1+1", "\u00A0=1+1", "\u202E=1+1", "\u0001=1+1", "a;\u200B=1+1;b", "\uFF1D1+1", "\uFF0B1+1", "\uFF0D1+1",
            "\uFF20SUM(1)", "a;\uFF1D1+1;b", "\"=1+1\"", ";\"=1+1\"", "a;\"=1+1&\"", "\";=1+1;\"", "'=1+1", "''=1+1",
            "e\u0301=1+1;=2",
            "\u0301=1+1", "=1+1\u0000;-2+3;@A1");

    /** Those that spreadsheets are set to, by the number that LibreOffice has for each. */
    public static final Map<String, Integer> SEPARATORS = Map.of(",", 44, ";", 59, "\t", 9);
    private static final Pattern FORMULA_SIGN =
            Pattern.compile("[\\p{Z}\\p{Cf}\\p{M}\\p{Cc}\"]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private SpreadsheetPayloads() {}

    /** What begins as a formula does, however the file is parted into cells. */
    public static List<String> formulas(String file) {
        return SEPARATORS.keySet().stream().flatMap(separator -> Stream.of(file.split("[\r\n]|" + separator)))
                .filter(cell -> FORMULA_SIGN.matcher(cell).matches()).toList();
    }
}
