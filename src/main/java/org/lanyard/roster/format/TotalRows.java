package org.lanyard.roster.format;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lanyard.roster.format.table.Row;

/**
 * Recognises the rows at a table's end that add up the others. Somebody may be called "Total": so each number must be the
 * sum or a count of its column, or stand in words ("Total: 312 attendees") in a row without what every other row has.
 */
final class TotalRows {

    private static final int MOST = 3;
    private static final int LONGEST = 60;
    private static final Set<String> WORDS =
            new HashSet<>(Objects.requireNonNull(Words.read("total-words.txt").get("total")));
    private static final Pattern SAID =
            Pattern.compile("([^0-9]+?)[\\s:=.–-]*(?:([0-9][0-9.,' ]*)(\\s+\\p{L}[\\p{L} -]*)?)?");
    private static final Pattern AMOUNT = Pattern.compile(
            "[\\p{Sc}\\s]*(?:[A-Z]{3}\\s)?[-+]?[0-9][0-9.,'’\\s]*(?:\\s?(?:[A-Z]{3}|kr|Kč|zł|Ft|Fr\\.?))?[\\p{Sc}\\s%]*");

    private final List<Row> rows;

    private TotalRows(List<Row> rows) {
        this.rows = rows;
    }

    /** The totals at the end of these rows. */
    static List<Row> of(List<Row> rows) {
        int first = rows.size();
        while (first > 1 && rows.size() - first < MOST && rows.get(first - 1).cells().stream().anyMatch(TotalRows::isSaid)) {
            first--;
        }
        int last = rows.size();
        TotalRows others = new TotalRows(rows.subList(0, first));
        while (last > first && others.isTotal(rows.get(last - 1))) {
            last--;
        }
        return rows.subList(last, rows.size());
    }

    /** True for a word that says so, also beside a number. */
    static boolean isSaid(String cell) {
        return says(cell).isPresent();
    }

    private boolean isTotal(Row row) {
        List<Integer> filled = IntStream.range(0, row.size()).filter(column -> !row.cell(column).isBlank()).boxed().toList();
        List<Integer> said = filled.stream().filter(column -> says(row.cell(column)).isPresent()).toList();
        if (said.size() != 1) {
            return false;
        }
        List<Integer> numbers = filled.stream().filter(column -> !said.contains(column)).toList();
        if (!numbers.stream().allMatch(column -> isAmount(row.cell(column).strip()) && adds(row, column))) {
            return false;
        }
        String counted = says(row.cell(said.getFirst())).orElse("");
        boolean count = !counted.isEmpty() && has(amounts(counted), rows.size());
        return !numbers.isEmpty() || count || !counted.isEmpty() && lacksWhatOthersHave(row);
    }

    /** The number within the words of a total, or ""; empty where they are none. */
    private static Optional<String> says(String cell) {
        Matcher said = SAID.matcher(cell.strip());
        return cell.length() <= LONGEST && said.matches() && WORDS.contains(Words.key(said.group(1)))
                ? Optional.of(Objects.requireNonNullElse(said.group(2), "")) : Optional.empty();
    }

    private boolean lacksWhatOthersHave(Row row) {
        return IntStream.range(0, rows.getFirst().size()).filter(column -> row.cell(column).isBlank())
                .anyMatch(column -> rows.stream().noneMatch(other -> other.cell(column).isBlank()));
    }

    private boolean adds(Row row, int column) {
        Set<BigDecimal> said = amounts(row.cell(column));
        List<String> cells = rows.stream().map(other -> other.cell(column).strip()).filter(cell -> !cell.isEmpty()).toList();
        Map<String, Long> counts = cells.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        boolean counted = counts.values().stream().anyMatch(count -> has(said, count))
                && cells.stream().noneMatch(TotalRows::isAmount);
        return counted || has(said, cells.size()) || isSum(said, cells);
    }

    private static boolean isAmount(String cell) {
        return cell.length() <= LONGEST && AMOUNT.matcher(cell).matches();
    }

    private static boolean isSum(Set<BigDecimal> said, List<String> cells) {
        BigDecimal english = BigDecimal.ZERO;
        BigDecimal continental = BigDecimal.ZERO;
        for (String cell : cells) {
            if (!isAmount(cell)) {
                return false;
            }
            english = english.add(amount(cell, '.'));
            continental = continental.add(amount(cell, ','));
        }
        return said.contains(english.stripTrailingZeros()) || said.contains(continental.stripTrailingZeros());
    }

    private static boolean has(Set<BigDecimal> said, long count) {
        return said.contains(BigDecimal.valueOf(count).stripTrailingZeros());
    }

    // By either decimal sign; the other one parts thousands.
    private static Set<BigDecimal> amounts(String cell) {
        return new HashSet<>(List.of(amount(cell, '.').stripTrailingZeros(), amount(cell, ',').stripTrailingZeros()));
    }

    private static BigDecimal amount(String cell, char decimal) {
        String digits = cell.replaceAll("[^0-9.,-]", "").replaceAll("[.,]+$", "").replace(decimal == '.' ? "," : ".", "")
                .replace(',', '.');
        boolean number = digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
        return number ? new BigDecimal(digits) : BigDecimal.ONE.negate();
    }
}
