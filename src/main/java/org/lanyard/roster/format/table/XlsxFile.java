package org.lanyard.roster.format.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.lanyard.scan.NotPossible;

/** Reads an Excel workbook, row by row: texts exactly, numbers by their digits, dates as ISO dates. */
final class XlsxFile {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DATE = Pattern.compile("(?i)[dmyhs]");

    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    // A spreadsheet keeps no more of a number.
    private static final int SIGNIFICANT_DIGITS = 15;

    private final Path file;
    private final Predicate<List<Row>> hasHeader;

    XlsxFile(Path file, Predicate<List<Row>> hasHeader) {
        this.file = file;
        this.hasHeader = hasHeader;
    }

    RawTable read(Optional<String> wanted, LongConsumer progress) throws IOException {
        ZipContent.check(file);
        try {
            return sound(file, wanted, progress);
        } catch (NotPossible damaged) {
            if (damaged.getCause() instanceof RuntimeException cause && IsoDateCells.isMeant(cause)) {
                return readDatesAsTexts(wanted, progress);
            }
            throw damaged;
        }
    }

    private RawTable readDatesAsTexts(Optional<String> wanted, LongConsumer progress) throws IOException {
        Path copy = IsoDateCells.asTexts(file);
        try {
            return sound(copy, wanted, progress);
        } finally {
            Files.delete(copy);
        }
    }

    // The library and the parser below it throw many kinds.
    private RawTable sound(Path file, Optional<String> wanted, LongConsumer progress) throws IOException {
        try {
            return read(file, wanted, progress);
        } catch (NotPossible told) {
            throw told;
        } catch (RuntimeException damaged) {
            throw new NotPossible(damaged, "file.damaged-sheet", this.file.getFileName());
        }
    }

    private RawTable read(Path file, Optional<String> wanted, LongConsumer progress) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            List<Sheet> sheets = book.getSheets().toList();
            List<String> names = sheets.stream().map(Sheet::getName).toList();
            int chosen = new Sheets(names, i -> rows(sheets.get(i), Sheets.HEAD, _ -> {}).rows()).choose(wanted, hasHeader);
            Limits rows = rows(sheets.get(chosen), Limits.MOST_ROWS + 1L, progress);
            return new RawTable(new TableFacts(FileKind.XLSX, Optional.empty(), Optional.empty(),
                    Optional.of(names.get(chosen)), names), rows.rows(), rows.notices());
        }
    }

    private static Limits rows(Sheet sheet, long most, LongConsumer progress) throws IOException {
        Limits limits = new Limits();
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            Iterator<org.dhatim.fastexcel.reader.Row> each = rows.iterator();
            int number = 0;
            for (long i = 0; i < most && each.hasNext(); i++) {
                org.dhatim.fastexcel.reader.Row row = each.next();
                number = Math.max(number + 1, row.getRowNum());   // a file may leave the numbers out
                limits.add(number, cells(row));
                progress.accept(number);
            }
        }
        return limits;
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount() && i <= Limits.MOST_COLUMNS; i++) {
            cells.add(row.getOptionalCell(i).map(XlsxFile::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return Optional.ofNullable(cell.getRawValue()).orElse("#ERROR");
        }
        if (cell.getValue() instanceof String text) {
            return text;
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "true" : "false";
        }
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("General");
        return isDate(format) ? date(cell, raw) : padded(digits(raw), format);
    }

    // Zeros in front, where the cell's format shows them.
    private static String padded(String digits, String format) {
        boolean zeros = ZEROS.matcher(format).matches() && DIGITS.matcher(digits).matches();
        return zeros ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits;
    }

    private static boolean isDate(String format) {
        return !format.equalsIgnoreCase("General") && DATE.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }

    private static String date(Cell cell, String raw) {
        try {
            LocalDateTime date = cell.asDate();
            if (date.toLocalDate().getYear() < 1901) {
                return digits(raw);
            }
            return date.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString()
                    : date.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (ExcelReaderException | DateTimeException | ArithmeticException | IllegalArgumentException noDate) {
            return digits(raw);
        }
    }

    /** All digits of a number; a formula's text, and a number that has lost digits, as they are. */
    static String digits(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw);
            boolean lost = raw.indexOf('E') > 0 && number.precision() - number.scale() > SIGNIFICANT_DIGITS;
            return lost || Math.abs(number.scale()) >= 400 ? raw : plain(number);
        } catch (NumberFormatException text) {
            return raw;
        }
    }

    private static String plain(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.indexOf('.') < 0 ? plain : plain.replaceFirst("\\.?0+$", "");
    }
}
