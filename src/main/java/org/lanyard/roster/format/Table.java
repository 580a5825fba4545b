package org.lanyard.roster.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.format.table.Row;
import org.lanyard.roster.format.table.TableFacts;
import org.lanyard.scan.Sentence;

/**
 * A file's rows under its header.
 *
 * @param headerRow as a spreadsheet counts it; 0 where no row is known to be the header
 * @param widest    how many cells a row may have before it has one too many
 * @param head      the first rows of the file, titles and header among them
 * @param notices   what was skipped or shortened
 */
public record Table(TableFacts facts, int headerRow, List<Column> columns, List<Row> rows, int widest,
        List<Row> head, List<Sentence> notices) {

    /** By name, number or a name of the same letters. */
    public Optional<Column> column(String reference) {
        return Stream.concat(columns.stream().filter(column -> column.is(reference)),
                columns.stream().filter(column -> column.isLike(reference))).findFirst();
    }

    /** True where a cell too many has moved the others, as a comma that nobody put into quotes does. */
    boolean isMoved(Row row) {
        return row.written() > widest;
    }

    /** The same for all files with these columns, whatever their order; empty where no column has a name. */
    public String headerKey() {
        return columns.stream().filter(column -> !column.name().startsWith("#")).map(column -> Words.key(column.name()))
                .sorted().collect(Collectors.joining(","));
    }
}
