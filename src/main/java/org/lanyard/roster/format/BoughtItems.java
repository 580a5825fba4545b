package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanyard.roster.format.table.Row;

final class BoughtItems {

    // As in "lunch:2, tea:1", which would else be one item of that name.
    private static final Pattern TWO_ITEMS = Pattern.compile(":\\s*[0-9]+\\s*,");
    private static final Set<String> ONE = Set.of("x", "✓", "✔", "☑");
    private static final Set<String> NONE = Set.of("-", "–", "—", "/", "0", "none", "n/a", "null");

    private final Mapping mapping;

    record Bought(String product, int quantity) {}

    BoughtItems(Mapping mapping) {
        this.mapping = mapping;
    }

    /** In the order they stand: the same item twice is two lines. */
    List<Bought> of(Row row) throws Unusable {
        List<Bought> items = new ArrayList<>(listed(Field.ITEMS, row));
        for (Column column : mapping.items()) {
            addChosen(items, column, row.cell(column.index()).strip());
        }
        return items;
    }

    List<Bought> listed(Field field, Row row) throws Unusable {
        List<Bought> items = new ArrayList<>(2);
        for (String part : RowText.unprotected(mapping.text(field, row)).split(";")) {
            if (!part.isBlank()) {
                items.add(listed(field, part.strip()));
            }
        }
        return items;
    }

    private Bought listed(Field field, String part) throws Unusable {
        int colon = part.lastIndexOf(':');
        String name = colon < 0 ? part : part.substring(0, colon).strip();
        String column = mapping.name(field);
        if (TWO_ITEMS.matcher(name).find()) {
            throw new Unusable(column, part, "row.items-comma", part);
        }
        if (Words.key(name).isEmpty()) {
            throw new Unusable(column, part, "row.product", name);
        }
        String digits = colon < 0 ? "1" : part.substring(colon + 1).strip();
        return new Bought(name, Quantity.of(digits)
                .orElseThrow(() -> new Unusable(column, part, "row.quantity", digits)));
    }

    // Yes is one, a number that many, no and nothing none, and any other word a variant.
    private static void addChosen(List<Bought> items, Column column, String cell) throws Unusable {
        String product = column.itemName();
        if (cell.isEmpty() || StatusWords.KNOWN.isNo(cell) || NONE.contains(cell.toLowerCase(java.util.Locale.ROOT))) {
            return;
        }
        if (StatusWords.KNOWN.isYes(cell) || ONE.contains(cell.toLowerCase(java.util.Locale.ROOT))) {
            items.add(new Bought(product, 1));
        } else if (cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int quantity = Quantity.of(cell)
                    .orElseThrow(() -> new Unusable(column.name(), cell, "row.quantity", cell));
            items.add(new Bought(product, quantity));
        } else {
            items.add(new Bought(product + " " + cell, 1));
        }
    }
}
