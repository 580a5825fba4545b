package org.lanyard.roster.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.SpreadsheetText;

final class RowText {

    private final Mapping mapping;
    private final Optional<String> ticketForAll;

    RowText(Mapping mapping, Optional<String> ticketForAll) {
        this.mapping = mapping;
        this.ticketForAll = ticketForAll;
    }

    String name(Row row) {
        String whole = mapping.text(Field.NAME, row);
        return unprotected(whole.isBlank() ? Stream.of(Field.FIRST_NAME, Field.LAST_NAME)
                .flatMap(field -> mapping.cells(field, row).stream()).map(String::strip).collect(Collectors.joining(" "))
                : whole);
    }

    String ticket(Row row) {
        List<String> parts = Stream.of(Field.TICKET_TYPE, Field.VARIATION)
                .flatMap(field -> mapping.cells(field, row).stream()).map(String::strip).toList();
        return parts.isEmpty() ? ticketForAll.map(Answers::product).orElse("")
                : Answers.product(unprotected(String.join(" – ", parts)));
    }

    String text(Field field, Row row) {
        return unprotected(mapping.text(field, row));
    }

    /** Without the apostrophes that keep spreadsheets from taking a text for a formula. */
    static String unprotected(String cell) {
        return SpreadsheetText.restore(cell);
    }
}
