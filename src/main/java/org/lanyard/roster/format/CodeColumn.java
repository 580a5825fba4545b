package org.lanyard.roster.format;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.SpreadsheetText;

final class CodeColumn {

    /** Longest code, in characters. */
    static final int LONGEST = 128;

    // A spreadsheet keeps so many digits of a number.
    private static final int KEPT_DIGITS = 15;
    private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"");
    private static final Pattern DECIMAL = Pattern.compile("([0-9]+)[.,]0+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final boolean decimals;
    private final boolean cutDigits;
    private final Set<Integer> lengths = new TreeSet<>();

    private CodeColumn(boolean decimals, boolean cutDigits) {
        this.decimals = decimals;
        this.cutDigits = cutDigits;
    }

    static CodeColumn of(java.util.function.Supplier<Stream<String>> values) {
        boolean decimals = filled(values).allMatch(cell -> DECIMAL.matcher(cell).matches());
        long longNumbers = filled(values).filter(CodeColumn::isLongNumber).count();
        boolean cut = longNumbers > 1 && filled(values).filter(CodeColumn::isLongNumber)
                .allMatch(cell -> Pattern.matches("0*", cell.substring(KEPT_DIGITS)));
        CodeColumn column = new CodeColumn(decimals && filled(values).findAny().isPresent(), cut);
        boolean allDigits = filled(values).allMatch(cell -> DIGITS.matcher(column.repair(cell)).matches());
        if (allDigits) {
            filled(values).forEach(cell -> column.lengths.add(column.repair(cell).length()));
        }
        return column;
    }

    private static Stream<String> filled(java.util.function.Supplier<Stream<String>> values) {
        return values.get().map(CodeColumn::unwrap).filter(cell -> !cell.isEmpty());
    }

    private static boolean isLongNumber(String cell) {
        return cell.length() > KEPT_DIGITS && DIGITS.matcher(cell).matches();
    }

    static String unwrap(String cell) {
        String text = cell.strip();
        Matcher formula = FORMULA.matcher(text);
        if (formula.matches()) {
            text = formula.group(1);
        }
        String restored = SpreadsheetText.restore(text);
        if (restored.equals(text) && text.startsWith("'") && text.length() > 1) {
            restored = text.substring(1);
        }
        return withoutFormatCharacters(restored).strip();
    }

    private static String withoutFormatCharacters(String text) {
        if (text.chars().noneMatch(c -> c > 0x7F && Character.getType(c) == Character.FORMAT)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    String repair(String cell) {
        String text = unwrap(cell);
        Matcher decimal = DECIMAL.matcher(text);
        return decimals && decimal.matches() ? decimal.group(1) : text;
    }

    /** The reason why a code cannot be used, which says what the spreadsheet did and how to export again. */
    Optional<Sentence> fault(String code) {
        if (code.isEmpty()) {
            return Optional.of(Sentence.of("row.missing"));
        }
        if (RuinedNumber.isScientific(code) || cutDigits && isLongNumber(code)) {
            return Optional.of(Sentence.of("code.rounded"));
        }
        if (RuinedNumber.isError(code)) {
            return Optional.of(Sentence.of("code.error"));
        }
        if (RuinedNumber.hasThousands(code)) {
            return Optional.of(Sentence.of("code.thousands"));
        }
        if (RuinedNumber.isShortDate(code)) {
            return Optional.of(Sentence.of("code.date"));
        }
        boolean usable = code.length() <= LONGEST
                && code.chars()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                                || c == '\uFFFD');
        return usable ? Optional.empty() : Optional.of(Sentence.of("row.no-code"));
    }

    /** True for numbers of several lengths, as where leading zeros were lost. */
    boolean mayLackZeros() {
        return lengths.size() > 1;
    }
}
