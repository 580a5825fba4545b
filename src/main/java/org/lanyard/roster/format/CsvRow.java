package org.lanyard.roster.format;

import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanyard.roster.format.CsvColumns.Field;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Folding;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/** One row of a CSV: either all of it goes into the roster or none. */
final class CsvRow {

    private static final int MOST_UNITS_DIGITS = 6;
    /** As in "lunch:2, tea:1", which would else be one item of that name. */
    private static final Pattern TWO_ITEMS = Pattern.compile(":\\s*[0-9]+\\s*,");

    private final StatedRoster.Builder roster;
    private final CsvColumns columns;
    private final List<String> cells;
    private final Seen seen;

    CsvRow(StatedRoster.Builder roster, CsvColumns columns, List<String> cells, Seen seen) {
        this.roster = roster;
        this.columns = columns;
        this.cells = cells;
        this.seen = seen;
    }

    /**
     * What earlier rows said.
     *
     * @param items   quantities of each item's lines, by order reference
     * @param tickets tickets held, by order reference and access code
     */
    record Seen(Map<String, Map<ProductKey, List<Integer>>> items, Map<String, Set<ProductKey>> tickets) {}

    /** Why a row cannot be used, and which column is to blame. */
    static final class Unusable extends Exception {

        final transient String column;
        final transient Sentence reason;

        /** @param key of a sentence, and what that speaks of */
        Unusable(String column, String key, Object... about) {
            super(key, null, false, false);
            this.column = column;
            this.reason = Sentence.of(key, about);
        }
    }

    void add() throws Unusable {
        String code = AccessCode.of(text(Field.ACCESS_CODE)).orElseThrow(() -> unusable(Field.ACCESS_CODE,
                text(Field.ACCESS_CODE).isBlank() ? "row.missing" : "row.no-code"))
                .text();
        String reference = text(Field.ORDER_REFERENCE).strip();
        String status = status(reference);
        Map<ProductKey, List<Integer>> items = items(reference);
        ProductKey ticket = ticket(reference);
        samePerson(code);
        sameOrder(reference, status, items);
        person(code, reference);
        if (!reference.isEmpty()) {
            order(code, reference, status, ticket, items);
        }
    }

    private String status(String reference) throws Unusable {
        String status = text(Field.ORDER_STATUS).strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[ -]", "_");
        if (!status.isEmpty() && !StatedOrder.STATUSES.contains(status)) {
            throw unusable(Field.ORDER_STATUS, "row.status", status);
        }
        return status.isEmpty() && !reference.isEmpty() ? "paid" : status;
    }

    private ProductKey ticket(String reference) throws Unusable {
        String name = text(Field.TICKET_TYPE).strip();
        if (name.isEmpty()) {
            return null;
        }
        if (reference.isEmpty()) {
            throw unusable(Field.TICKET_TYPE, "row.ticket-order");
        }
        return key(Product.Kind.TICKET_TYPE, Field.TICKET_TYPE, name);
    }

    /** Each item's quantities in the order they stand in the cell: the same item twice is two lines. */
    private Map<ProductKey, List<Integer>> items(String reference) throws Unusable {
        Map<ProductKey, List<Integer>> items = new LinkedHashMap<>();
        for (String part : text(Field.ITEMS).split(";")) {
            if (part.isBlank()) {
                continue;
            }
            if (reference.isEmpty()) {
                throw unusable(Field.ITEMS, "row.items-order");
            }
            int colon = part.lastIndexOf(':');
            String name = (colon < 0 ? part : part.substring(0, colon)).strip();
            if (TWO_ITEMS.matcher(name).find()) {
                throw unusable(Field.ITEMS, "row.items-comma", part.strip());
            }
            int quantity = colon < 0 ? 1 : quantity(part.substring(colon + 1).strip());
            items.computeIfAbsent(key(Product.Kind.ADDON, Field.ITEMS, name), _ -> new ArrayList<>(1)).add(quantity);
        }
        return items;
    }

    private int quantity(String digits) throws Unusable {
        boolean number = !digits.isEmpty() && digits.length() <= MOST_UNITS_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(digits) > StatedOrder.MOST_UNITS) {
            throw unusable(Field.ITEMS, "row.quantity", digits);
        }
        return Integer.parseInt(digits);
    }

    private ProductKey key(Product.Kind kind, Field field, String name) throws Unusable {
        String slug = Folding.slug(name);
        if (slug.isEmpty()) {
            throw unusable(field, "row.product", name);
        }
        return ProductKey.named(kind, name);
    }

    private void samePerson(String code) throws Unusable {
        String known = roster.person(code).map(person -> person.details().name()).orElse("");
        String name = text(Field.NAME);
        if (!name.isBlank() && !known.isBlank() && !known.equals(name)) {
            throw unusable(Field.NAME, "row.other-name", code, known);
        }
    }

    private void sameOrder(String reference, String status, Map<ProductKey, List<Integer>> items) throws Unusable {
        Optional<StatedOrder> known = roster.order(reference);
        if (known.isEmpty()) {
            return;
        }
        if (!known.get().status().equals(status)) {
            throw unusable(Field.ORDER_STATUS, "row.other-status", reference, known.get().status());
        }
        Map<ProductKey, List<Integer>> before = seen.items.getOrDefault(reference, Map.of());
        for (var item : items.entrySet()) {
            if (!before.getOrDefault(item.getKey(), item.getValue()).equals(item.getValue())) {
                throw unusable(Field.ITEMS, "row.other-quantity", reference, item.getKey().word());
            }
        }
    }

    private void person(String code, String reference) {
        StatedPerson known = roster.person(code).orElse(new StatedPerson(code, PersonDetails.NONE));
        PersonDetails details = known.details();
        for (Detail detail : Detail.values()) {
            Field field = Field.valueOf(detail.name());
            if (columns.has(field) && details.text(detail).isBlank()) {
                details = details.with(detail, text(field));
            }
        }
        StatedPerson merged = known.with(details);
        roster.put(reference.isEmpty() ? merged : merged.withOrder(reference));
    }

    private void order(String code, String reference, String status, ProductKey ticket,
            Map<ProductKey, List<Integer>> items) {
        StatedOrder order = roster.order(reference).orElse(new StatedOrder(reference, status));
        if (ticket != null && seen.tickets.computeIfAbsent(reference + '\0' + code, _ -> new HashSet<>(2)).add(ticket)) {
            roster.productNamed(ticket.kind(), ticket.word());
            order = order.with(new StatedLine(ticket, ticket.word(), 1, Optional.of(code)));
        }
        Map<ProductKey, List<Integer>> before = seen.items.computeIfAbsent(reference, _ -> new LinkedHashMap<>(4));
        for (var item : items.entrySet()) {
            if (before.putIfAbsent(item.getKey(), item.getValue()) == null) {
                roster.productNamed(item.getKey().kind(), item.getKey().word());
                for (int quantity : item.getValue()) {
                    order = order.with(new StatedLine(item.getKey(), item.getKey().word(), quantity, Optional.empty()));
                }
            }
        }
        roster.put(order);
    }

    private String text(Field field) {
        return columns.cell(field, cells);
    }

    private Unusable unusable(Field field, String key, Object... about) {
        return new Unusable(columns.name(field), key, about);
    }
}
