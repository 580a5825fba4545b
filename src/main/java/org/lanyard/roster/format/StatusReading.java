package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.format.table.Row;

final class StatusReading {

    record Unknown(Column column, String word) {}

    private static final List<Field> BOUGHT =
            List.of(Field.TICKET_TYPE, Field.VARIATION, Field.ORDER_REFERENCE, Field.ITEMS, Field.SHARED_ITEMS);

    private final Mapping mapping;
    private final Answers answers;
    private final Map<Unknown, Integer> unknown = new LinkedHashMap<>();
    private final Map<Unknown, Optional<State>> known = new LinkedHashMap<>();
    private final boolean ofOrder;
    private int empty;

    StatusReading(Mapping mapping, Answers answers) {
        this.mapping = mapping;
        this.answers = answers;
        this.ofOrder = mapping.has(Field.ORDER_STATUS);
    }

    boolean stated() {
        return mapping.has(Field.STATUS) || ofOrder || mapping.has(Field.TICKET_STATUS);
    }

    String columnName() {
        return List.of(Field.ORDER_STATUS, Field.STATUS, Field.TICKET_STATUS).stream()
                .flatMap(field -> mapping.columns(field).stream()).findFirst().map(Column::name).orElse("");
    }

    /** Rows with a purchase whose order status is empty, while others have one. */
    int empty() {
        return empty;
    }

    void look(Row row) {
        for (Field field : List.of(Field.ORDER_STATUS, Field.STATUS, Field.TICKET_STATUS)) {
            for (Column column : mapping.columns(field)) {
                Unknown word = new Unknown(column, row.cell(column.index()).strip());
                if (state(word, field).isEmpty() && !isSilent(word, field, row)) {
                    unknown.merge(word, 1, Integer::sum);
                }
                empty += countsAsPaid(word, row) ? 1 : 0;
            }
        }
    }

    Map<Unknown, Integer> unknown() {
        return unknown;
    }

    Optional<State> ofOrder(Row row) {
        return worst(row, List.of(Field.ORDER_STATUS));
    }

    /** The worst of what the row's columns say; a word that nobody knows lets nobody in. */
    State ofRow(Row row) {
        return worst(row, List.of(Field.ORDER_STATUS, Field.STATUS, Field.TICKET_STATUS)).orElse(State.PAID);
    }

    private Optional<State> worst(Row row, List<Field> fields) {
        List<State> states = new ArrayList<>();
        for (Field field : fields) {
            for (Column column : mapping.columns(field)) {
                Unknown word = new Unknown(column, row.cell(column.index()).strip());
                state(word, field).or(() -> isSilent(word, field, row) ? Optional.empty() : Optional.of(State.PENDING))
                        .ifPresent(states::add);
            }
        }
        return states.stream().reduce(State::worse);
    }

    private Optional<State> state(Unknown word, Field field) {
        if (word.word().isEmpty() && !answers.statuses().containsKey("")) {
            return Optional.empty();
        }
        return known.computeIfAbsent(word, _ -> Optional.ofNullable(answers.statuses().get(Answers.statusKey(word.word())))
                .or(() -> StatusWords.KNOWN.state(word.column().header(), word.word())));
    }

    // An empty cell says nothing of nothing bought, beside an order's status, and where nobody filled the column.
    private boolean isSilent(Unknown word, Field field, Row row) {
        boolean beside = field == Field.TICKET_STATUS && (ofOrder || mapping.has(Field.STATUS))
                || StatusWords.isNegative(word.column().header());
        return word.word().isEmpty()
                && (beside || isOurs(word.column()) || boughtNothing(row) || mapping.profile(word.column()).filled == 0);
    }

    // Empty cells of our own column count as paid, which is told.
    private static boolean isOurs(Column column) {
        return column.name().equalsIgnoreCase(Field.ORDER_STATUS.word());
    }

    private boolean countsAsPaid(Unknown word, Row row) {
        return word.word().isEmpty() && isOurs(word.column()) && !answers.statuses().containsKey("")
                && mapping.profile(word.column()).filled > 0 && !boughtNothing(row);
    }

    private boolean boughtNothing(Row row) {
        return answers.ticket().isEmpty() && BOUGHT.stream().allMatch(field -> mapping.cells(field, row).isEmpty())
                && mapping.items().stream().allMatch(column -> row.cell(column.index()).isBlank());
    }
}
