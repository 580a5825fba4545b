package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lanyard.roster.format.table.FileKind;
import org.lanyard.roster.format.table.RawTable;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Sentence;

/** Finds the header: the first of the first rows in which enough columns are recognised. */
final class HeaderFinder {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int ROWS_COMPARED = 200;
    private static final int ENOUGH = 2;
    private static final int FEW_ROWS = 3;
    private static final Pattern DATA = Pattern.compile(".*@.*|[0-9][0-9.,:/ -]{2,}");

    private final List<Row> rows;
    private final Set<String> said;
    private final int width;

    private HeaderFinder(List<Row> rows, Set<String> said) {
        this.rows = rows;
        this.said = said;
        this.width = usualWidth(rows);
    }

    static boolean hasHeader(List<Row> rows) {
        return new HeaderFinder(rows, Set.of()).header() >= 0;
    }

    static Table find(RawTable raw, Set<String> said) {
        HeaderFinder finder = new HeaderFinder(raw.rows(), said);
        int first = finder.header();
        int header = finder.lastOfHeader();
        int named = header < 0 && finder.firstRowLooksUnlikeTheOthers() ? 0 : header;
        int top = named > 0 && (header > first || isGroups(raw.rows().get(named - 1), raw.rows().get(named))) ? named - 1
                : named;
        List<Sentence> notices = new ArrayList<>(raw.notices());
        if (top > 0) {
            notices.add(0, Sentence.of("file.titles", raw.rows().get(top).number() - 1));
        }
        List<Row> below = finder.data(named);
        List<Row> totals = TotalRows.of(below);
        totals.forEach(row -> notices.add(Sentence.of("file.total", row.number(), String.join(" ", row.cells()).strip())));
        List<Row> data = below.subList(0, below.size() - totals.size());
        if (named >= 0) {
            data.stream().filter(row -> row.size() > raw.rows().get(named).size()).limit(FEW_ROWS).forEach(row -> notices
                    .add(Sentence.of("file.beside", row.number(), row.cell(row.size() - 1).strip())));
        }
        int widest = raw.facts().kind() == FileKind.CSV && named >= 0 ? finder.widest(named) : Integer.MAX_VALUE;
        return new Table(raw.facts(), header < 0 ? 0 : raw.rows().get(header).number(),
                columns(named < 0 ? List.of() : finder.names(top, named), data, widest), data, widest,
                raw.rows().stream().limit(ROWS_LOOKED_AT).toList(), notices);
    }

    /** True where naming these columns instead of those makes no other row the header. */
    static boolean isSame(RawTable raw, Set<String> said, Set<String> other) {
        return new HeaderFinder(raw.rows(), said).lastOfHeader() == new HeaderFinder(raw.rows(), other).lastOfHeader();
    }

    private int lastOfHeader() {
        int first = header();
        return first >= 0 && goesOn(first) ? first + 1 : first;
    }

    // The most common number of filled cells.
    private static int usualWidth(List<Row> rows) {
        Map<Long, Integer> widths = new HashMap<>();
        rows.stream().limit(ROWS_COMPARED).forEach(row -> widths.merge(filled(row), 1, Integer::sum));
        return widths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0L).intValue();
    }

    // The header's cells, or those of most rows, which may all end with a delimiter.
    private int widest(int header) {
        Map<Integer, Integer> widths = new TreeMap<>();
        rows.stream().skip(header + 1L).forEach(row -> widths.merge(row.written(), 1, Integer::sum));
        int usual = widths.keySet().stream().max(Comparator.comparing(widths::get)).orElse(0);
        return Math.max(rows.get(header).written(), usual);
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private int header() {
        return IntStream.range(0, Math.min(ROWS_LOOKED_AT, rows.size())).filter(this::isHeader).findFirst().orElse(-1);
    }

    private boolean isHeader(int index) {
        Row row = rows.get(index);
        long filled = filled(row);
        if (filled * 2 < width || row.cells().stream().anyMatch(cell -> DATA.matcher(cell.strip()).matches())) {
            return false;
        }
        return known(index) >= (filled <= ENOUGH ? 1 : ENOUGH) || row.cells().stream().anyMatch(this::isSaid);
    }

    private long known(int index) {
        return IntStream.range(0, rows.get(index).size()).filter(column -> recognised(index, column)).count();
    }

    // A header of two rows: the upper one names groups of columns and leaves cells empty that the lower one names.
    private boolean goesOn(int upper) {
        if (upper + 1 >= rows.size()) {
            return false;
        }
        Row lower = rows.get(upper + 1);
        long filled = filled(lower);
        boolean names = IntStream.range(0, lower.size())
                .anyMatch(column -> rows.get(upper).cell(column).isBlank() && !lower.cell(column).isBlank());
        long known = known(upper + 1);
        return names && known >= ENOUGH && (known == filled || isHeader(upper + 1) && known > known(upper));
    }

    private List<String> names(int top, int header) {
        return top < header ? new GroupedHeader(rows.get(top), rows.get(header)).names() : rows.get(header).cells();
    }

    // Title lines say one thing, on the left; groups several, over the whole width, and fewer than the header.
    private static boolean isGroups(Row above, Row header) {
        boolean wide = IntStream.range(header.size() / 2, above.size()).anyMatch(column -> !above.cell(column).isBlank());
        return wide && above.number() == header.number() - 1 && filled(above) >= ENOUGH && filled(above) < filled(header)
                && above.cells().stream().noneMatch(cell -> DATA.matcher(cell.strip()).matches());
    }

    private boolean isSaid(String cell) {
        return !cell.isBlank() && (said.contains(cell.strip()) || said.stream()
                .anyMatch(each -> !Words.key(each).isEmpty() && Words.key(each).equals(Words.key(cell))));
    }

    // A known name that does not stand below itself, as a value would.
    private boolean recognised(int index, int column) {
        String cell = rows.get(index).cell(column);
        return Synonyms.KNOWN.knows(cell.strip()) && rows.stream().skip(index + 1L).limit(ROWS_COMPARED)
                .filter(row -> !row.sameCells(rows.get(index)))
                .noneMatch(row -> row.cell(column).equals(cell));
    }

    // Without numbers and addresses, which all the others have: names in a language that is not known.
    private boolean firstRowLooksUnlikeTheOthers() {
        if (rows.size() < 2 || rows.getFirst().cells().stream().anyMatch(HeaderFinder::hasDigitOrAt)) {
            return false;
        }
        return IntStream.range(0, rows.getFirst().cells().size()).anyMatch(column -> rows.stream().skip(1)
                .limit(ROWS_COMPARED).allMatch(row -> hasDigitOrAt(row.cell(column))));
    }

    private static boolean hasDigitOrAt(String cell) {
        return cell.chars().anyMatch(c -> Character.isDigit(c) || c == '@');
    }

    private List<Row> data(int header) {
        List<Row> below = rows.subList(header + 1, rows.size());
        return below.stream().filter(row -> !row.blank() && (header < 0 || !row.sameCells(rows.get(header)))).toList();
    }

    private static List<Column> columns(List<String> header, List<Row> data, int widest) {
        int count = Math.max(header.size(),
                data.stream().filter(row -> row.written() <= widest).mapToInt(Row::size).max().orElse(0));
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Column(i, name(i < header.size() ? header.get(i).strip() : "", i, taken)));
        }
        return columns;
    }

    private static String name(String header, int index, Set<String> taken) {
        String plain = header.replaceAll("\\s+", " ").replace("\uFEFF", "");
        String name = plain.isEmpty() ? "#" + (index + 1) : plain;
        for (int i = 2; !taken.add(Words.key(name).isEmpty() ? name : Words.key(name)); i++) {
            name = plain + " (" + i + ")";
        }
        return name;
    }
}
