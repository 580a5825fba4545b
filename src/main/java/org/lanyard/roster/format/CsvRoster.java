package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.UnusableRow;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.NotPossible;

/** Reads the CSV form of a roster, row by row. */
final class CsvRoster {

    private static final int HEADER_LIMIT = 1 << 20;

    private final StatedRoster.Builder roster = StatedRoster.builder();
    private final LongConsumer progress;
    private long line;

    private CsvRoster(LongConsumer progress) {
        this.progress = progress;
    }

    /**
     * @param renamed columns of the file that stand for a field of ours, by name
     * @throws NotPossible when the file is not a CSV with the columns a roster needs
     */
    static StatedRoster read(InputStream file, Map<String, String> renamed, LongConsumer progress) throws IOException {
        CsvRoster reading = new CsvRoster(progress);
        try (Reader text = utf8(file)) {
            reading.rows(text, renamed);
        } catch (CharacterCodingException | UncheckedIOException notText) {
            throw notUtf8(notText, reading.line);
        } catch (CsvParseException malformed) {
            for (Throwable cause = malformed; cause != null; cause = cause.getCause()) {
                if (cause instanceof CharacterCodingException) {
                    throw notUtf8(malformed, reading.line);
                }
            }
            throw new NotPossible(malformed, "csv.broken", Math.max(1, reading.line));
        }
        return reading.roster.build();
    }

    private static NotPossible notUtf8(Exception cause, long line) {
        return line == 0 ? new NotPossible(cause, "csv.not-text") : new NotPossible(cause, "csv.not-text.after", line);
    }

    private static Reader utf8(InputStream file) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private void rows(Reader text, Map<String, String> renamed) throws IOException {
        char separator = separator((BufferedReader) text);
        QuoteWatch quotes = new QuoteWatch(text, separator);
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(quotes)) {
            Iterator<CsvRecord> rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new NotPossible("csv.empty");
            }
            CsvColumns columns = CsvColumns.of(rows.next().getFields(), renamed);
            CsvRow.Seen seen = new CsvRow.Seen(new HashMap<>(), new HashMap<>());
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                row(columns, row.getFields(), seen);
                progress.accept(line);
            }
            if (quotes.open()) {
                throw new NotPossible("csv.open-quote", line);
            }
        }
    }

    private void row(CsvColumns columns, List<String> cells, CsvRow.Seen seen) {
        try {
            if (cells.size() > columns.count() && cells.stream().skip(columns.count()).anyMatch(c -> !c.isBlank())) {
                throw new CsvRow.Unusable("", "row.cells");
            }
            new CsvRow(roster, columns, cells, seen).add();
        } catch (CsvRow.Unusable unusable) {
            AccessCode.of(columns.cell(CsvColumns.Field.ACCESS_CODE, cells))
                    .ifPresent(code -> roster.unusableCode(code.text()));
            roster.unusable(new UnusableRow(line, unusable.column, unusable.reason));
        }
    }

    /** The one of comma, semicolon and tab that the header uses most, outside quotation marks. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADER_LIMIT);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < HEADER_LIMIT; i++) {
            int c = text.read();
            if (c < 0 || (c == '\n' || c == '\r') && !quoted) {
                break;
            }
            quoted ^= c == '"';
            int kind = quoted ? -1 : ",;\t".indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        text.reset();
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }
}
