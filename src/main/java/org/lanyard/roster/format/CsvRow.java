package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanyard.roster.format.CsvColumns.Field;
import org.lanyard.roster.StatedRoster.ProductKey;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/** One row of a CSV: either all of it goes into the roster or none. */
final class CsvRow {

    /** Largest quantity of one line; beyond it somebody mistyped. */
    static final int MOST_UNITS = 100_000;

    private static final int MOST_UNITS_DIGITS = 6;
    /** As in "lunch:2, tea:1", which would else be one item of that name. */
    private static final Pattern TWO_ITEMS = Pattern.compile(":\\s*[0-9]+\\s*,");

    private final StatedRoster roster;
    private final CsvColumns columns;
    private final List<String> cells;
    private final Seen seen;

    CsvRow(StatedRoster roster, CsvColumns columns, List<String> cells, Seen seen) {
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
        if (!status.isEmpty() && !StatedRoster.STATUSES.contains(status)) {
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
        if (!number || Integer.parseInt(digits) > MOST_UNITS) {
            throw unusable(Field.ITEMS, "row.quantity", digits);
        }
        return Integer.parseInt(digits);
    }

    private ProductKey key(Product.Kind kind, Field field, String name) throws Unusable {
        String slug = Folding.slug(name);
        if (slug.isEmpty()) {
            throw unusable(field, "row.product", name);
        }
        return new ProductKey(kind, slug);
    }

    private void samePerson(String code) throws Unusable {
        StatedRoster.Attendee known = roster.attendees.get(code);
        String name = text(Field.NAME);
        if (known != null && !name.isBlank() && known.name != null && !known.name.isBlank()
                && !known.name.equals(name)) {
            throw unusable(Field.NAME, "row.other-name", code, known.name);
        }
    }

    private void sameOrder(String reference, String status, Map<ProductKey, List<Integer>> items) throws Unusable {
        StatedRoster.Order known = roster.orders.get(reference);
        if (known == null) {
            return;
        }
        if (!known.status.equals(status)) {
            throw unusable(Field.ORDER_STATUS, "row.other-status", reference, known.status);
        }
        Map<ProductKey, List<Integer>> before = seen.items.getOrDefault(reference, Map.of());
        for (var item : items.entrySet()) {
            if (!before.getOrDefault(item.getKey(), item.getValue()).equals(item.getValue())) {
                throw unusable(Field.ITEMS, "row.other-quantity", reference, item.getKey().slug());
            }
        }
    }

    private void person(String code, String reference) {
        StatedRoster.Attendee attendee = roster.attendees.computeIfAbsent(code, StatedRoster.Attendee::new);
        attendee.name = merged(attendee.name, Field.NAME);
        attendee.email = merged(attendee.email, Field.EMAIL);
        attendee.company = merged(attendee.company, Field.COMPANY);
        attendee.note = merged(attendee.note, Field.NOTE);
        attendee.attention = merged(attendee.attention, Field.ATTENTION);
        if (!reference.isEmpty() && !attendee.orders.contains(reference)) {
            attendee.orders.add(reference);
        }
    }

    private void order(String code, String reference, String status, ProductKey ticket,
            Map<ProductKey, List<Integer>> items) {
        StatedRoster.Order order = roster.orders.computeIfAbsent(reference,
                _ -> new StatedRoster.Order(reference, status));
        if (ticket != null && seen.tickets.computeIfAbsent(reference + '\0' + code, _ -> new java.util.HashSet<>(2))
                .add(ticket)) {
            String name = text(Field.TICKET_TYPE).strip();
            roster.mentionByName(ticket.kind(), name);
            order.lines.add(new StatedRoster.Line(null, ticket, name, 1, code));
        }
        Map<ProductKey, List<Integer>> before = seen.items.computeIfAbsent(reference, _ -> new LinkedHashMap<>(4));
        items.forEach((item, quantities) -> {
            if (before.putIfAbsent(item, quantities) == null) {
                String name = nameOf(item);
                roster.mentionByName(item.kind(), name);
                quantities.forEach(quantity -> order.lines.add(
                        new StatedRoster.Line(null, item, roster.products.get(item), quantity, null)));
            }
        });
    }

    /** The item's name as this row writes it. */
    private String nameOf(ProductKey item) {
        for (String part : text(Field.ITEMS).split(";")) {
            int colon = part.lastIndexOf(':');
            String name = (colon < 0 ? part : part.substring(0, colon)).strip();
            if (Folding.slug(name).equals(item.slug())) {
                return name;
            }
        }
        return item.slug();
    }

    private String merged(String before, Field field) {
        if (!columns.has(field)) {
            return before;
        }
        return before == null || before.isBlank() ? text(field) : before;
    }

    private String text(Field field) {
        return columns.cell(field, cells);
    }

    private Unusable unusable(Field field, String key, Object... about) {
        return new Unusable(columns.name(field), key, about);
    }
}
