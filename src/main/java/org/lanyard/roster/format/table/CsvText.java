package org.lanyard.roster.format.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanyard.scan.NotPossible;

final class CsvText {

    private static final String DELIMITERS = ",;\t|";
    private static final Pattern STATED = Pattern.compile("\\Asep=(.)\\r?\\n", Pattern.CASE_INSENSITIVE);
    private static final int ROWS_LOOKED_AT = 40;
    private static final int SAMPLE = 1 << 18;

    private final String text;
    private final char delimiter;

    private CsvText(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static CsvText of(String text) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher stated = STATED.matcher(whole);
        return stated.find() ? new CsvText(whole.substring(stated.end()), stated.group(1).charAt(0))
                : new CsvText(whole, delimiter(whole));
    }

    String delimiter() {
        return String.valueOf(delimiter);
    }

    /** @throws NotPossible when it is no CSV, or too large */
    void read(Limits into, LongConsumer progress) {
        if (text.isBlank()) {
            throw new NotPossible("csv.empty");
        }
        QuoteWatch quotes = new QuoteWatch(new StringReader(text), delimiter);
        int number = 0;
        try (CsvReader<CsvRecord> csv = reader(delimiter).ofCsvRecord(quotes)) {
            for (CsvRecord row : csv) {
                into.add(++number, row.getFields());
                progress.accept(number);
            }
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw new NotPossible(malformed, "csv.broken", number + 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (quotes.open()) {
            throw new NotPossible("csv.open-quote", number);
        }
    }

    private static CsvReader.CsvReaderBuilder reader(char delimiter) {
        return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    // The one that parts most rows into the same number of cells.
    private static char delimiter(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        char best = DELIMITERS.charAt(0);
        int most = 0;
        for (char each : DELIMITERS.toCharArray()) {
            int score = score(sample, each);
            if (score > most) {
                most = score;
                best = each;
            }
        }
        return best;
    }

    private static int score(String sample, char delimiter) {
        Map<Integer, Integer> rowsOfWidth = new HashMap<>();
        try (CsvReader<CsvRecord> csv = reader(delimiter).ofCsvRecord(sample)) {
            Iterator<CsvRecord> rows = csv.iterator();
            for (int i = 0; i < ROWS_LOOKED_AT && rows.hasNext(); i++) {
                List<String> cells = rows.next().getFields();
                rowsOfWidth.merge(cells.size(), 1, Integer::sum);
            }
        } catch (CsvParseException | IOException cutOff) {
            rowsOfWidth.remove(1);
        }
        rowsOfWidth.remove(1);
        Optional<Integer> score = rowsOfWidth.entrySet().stream()
                .map(each -> (each.getKey() - 1) * each.getValue() * each.getValue()).max(Integer::compare);
        return score.orElse(0);
    }
}
