package org.lanyard.roster.format;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanyard.scan.NotPossible;

/** Which column of a CSV holds which field. */
final class CsvColumns {

    /** The fields of a roster's row. */
    enum Field {
        ACCESS_CODE, NAME, EMAIL, TICKET_TYPE, ORDER_REFERENCE, ORDER_STATUS, ITEMS, ATTENTION, COMPANY, NOTE, PARTY,
        BLOCKED;

        static Optional<Field> of(String column) {
            String plain = plain(column);
            for (Field field : values()) {
                if (plain(field.name()).equals(plain)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    private final Map<Field, Integer> positions = new EnumMap<>(Field.class);
    private final List<String> header;

    private CsvColumns(List<String> header) {
        this.header = header;
    }

    /** @throws NotPossible when the access code has no column, or a field has two */
    static CsvColumns of(List<String> header, Map<String, String> renamed) {
        Map<String, String> names = new HashMap<>();
        renamed.forEach((column, field) -> names.put(plain(column), field));
        Set<Field> mapped = renamed.values().stream().flatMap(field -> Field.of(field).stream()).collect(Collectors.toSet());
        CsvColumns columns = new CsvColumns(header);
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String said = names.get(plain(name));
            int position = i;
            // where somebody said which column it is, another of that name is not
            Optional<Field> meant = said != null ? Field.of(said) : Field.of(name).filter(field -> !mapped.contains(field));
            meant.ifPresent(field -> {
                if (columns.positions.putIfAbsent(field, position) != null) {
                    throw new NotPossible("csv.two-columns", word(field));
                }
            });
        }
        if (!columns.positions.containsKey(Field.ACCESS_CODE)) {
            throw new NotPossible("csv.no-code");
        }
        for (String column : renamed.keySet()) {
            if (header.stream().noneMatch(name -> plain(name).equals(plain(column)))) {
                throw new NotPossible("csv.no-column", column);
            }
        }
        return columns;
    }

    int count() {
        return header.size();
    }

    boolean has(Field field) {
        return positions.containsKey(field);
    }

    /** The cell exactly as it stands; empty where the row is too short or the file has no such column. */
    String cell(Field field, List<String> cells) {
        Integer position = positions.get(field);
        return position == null || position >= cells.size() ? "" : cells.get(position);
    }

    /** The column's name as the file has it. */
    String name(Field field) {
        Integer position = positions.get(field);
        return position == null ? word(field) : header.get(position).strip();
    }

    static String word(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-\\uFEFF]", "");
    }
}
