package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.NotPossible;

final class Mapping {

    private final Table table;
    private final List<ColumnProfile> profiles;
    private final Map<Column, List<Use>> uses = new LinkedHashMap<>();
    private final Map<Field, List<Column>> fields = new EnumMap<>(Field.class);
    private final Set<Column> guessed = new HashSet<>();
    private final Guess guess;

    /** @throws NotPossible when an answer names a column that is not there */
    Mapping(Table table, List<ColumnProfile> profiles, Answers answers) {
        this.table = table;
        this.profiles = profiles;
        answers.columns().forEach((reference, said) -> say(reference, said));
        table.columns().stream().filter(column -> !uses.containsKey(column))
                .forEach(column -> column.stated().ifPresent(use -> uses.put(column, List.of(use))));
        uses.forEach((column, said) -> said.forEach(use -> place(column, use)));
        this.guess = new Guess(table, profiles);
        guess.run(Set.copyOf(uses.keySet()), fields.isEmpty() ? Set.of() : Set.copyOf(fields.keySet()))
                .forEach((field, column) -> {
                    guessed.add(column);
                    uses.merge(column, List.of(new Use.As(field)), (some, more) -> Stream.concat(some.stream(),
                            more.stream()).toList());
                    place(column, new Use.As(field));
                });
        if (!has(Field.EMAIL) && columns(Field.ACCESS_CODE).stream().anyMatch(code -> plausible(Field.EMAIL, code))) {
            fields.put(Field.EMAIL, columns(Field.ACCESS_CODE));
        }
    }

    private void say(String reference, List<Use> said) {
        Column column = table.column(reference).orElseThrow(() -> new NotPossible("csv.no-column", reference));
        List<Use> named = said.stream().map(use -> use instanceof Use.Shown shown && shown.name().equals(reference)
                ? new Use.Shown(column.itemName()) : use).toList();
        uses.put(column, named);
    }

    private void place(Column column, Use use) {
        if (use instanceof Use.As(Field field)) {
            fields.computeIfAbsent(field, _ -> new ArrayList<>(1)).add(column);
        }
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    boolean hasName() {
        return has(Field.NAME) || has(Field.FIRST_NAME) || has(Field.LAST_NAME);
    }

    List<Column> columns(Field field) {
        return fields.getOrDefault(field, List.of());
    }

    List<String> cells(Field field, Row row) {
        List<Column> columns = columns(field);
        if (columns.size() == 1) {
            String cell = row.cell(columns.getFirst().index());
            return cell.isBlank() ? List.of() : List.of(cell);
        }
        return columns.stream().map(column -> row.cell(column.index())).filter(cell -> !cell.isBlank()).toList();
    }

    /** The cells joined; a single one exactly as it stands. */
    String text(Field field, Row row) {
        List<String> cells = cells(field, row);
        return cells.size() == 1 ? cells.getFirst() : cells.stream().map(String::strip).collect(Collectors.joining(" "));
    }

    String name(Field field) {
        return columns(field).isEmpty() ? field.word() : columns(field).getFirst().name();
    }

    List<Column> items() {
        return columnsWith(Use.Item.class);
    }

    List<Column> shown() {
        return columnsWith(Use.Shown.class);
    }

    private List<Column> columnsWith(Class<? extends Use> kind) {
        return uses.entrySet().stream().filter(each -> each.getValue().stream().anyMatch(kind::isInstance))
                .map(Map.Entry::getKey).toList();
    }

    List<Use> uses(Column column) {
        return uses.getOrDefault(column, List.of(Use.UNUSED));
    }

    String shownName(Column column) {
        return uses(column).stream().filter(Use.Shown.class::isInstance).map(use -> ((Use.Shown) use).name()).findFirst()
                .orElse(column.name());
    }

    boolean isGuessed(Column column) {
        return guessed.contains(column);
    }

    List<Column> silent() {
        return table.columns().stream().filter(column -> !uses.containsKey(column)).toList();
    }

    List<Column> unused() {
        return table.columns().stream().filter(column -> uses(column).equals(List.of(Use.UNUSED)))
                .filter(column -> !column.name().startsWith("#") || profile(column).filled > 0).toList();
    }

    ColumnProfile profile(Column column) {
        return profiles.get(column.index());
    }

    List<Column> codeRivals() {
        Set<Column> code = new LinkedHashSet<>(columns(Field.ACCESS_CODE));
        boolean said = code.stream().noneMatch(guessed::contains);
        return said ? List.of() : guess.rivals().stream().filter(column -> !uses.containsKey(column)).toList();
    }

    boolean isPriceKind(Column column) {
        return guess.isPriceKind(column);
    }

    boolean plausible(Field field, Column column) {
        return guess.plausible(field, column);
    }
}
