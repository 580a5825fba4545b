package org.lanyard.roster.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers that somebody gave about a file; all else is guessed or asked.
 *
 * @param columns       by name, or by number as in {@code #3}
 * @param statuses      by {@link #statusKey}
 * @param ticket        for everybody, where the file names none
 * @param products      by name, as {@link #product} has it
 * @param itemsPerOrder items belong to the whole order, not to the person of the row
 * @param makeCodes     people get codes made for them
 * @param refusingAll   also a file that would let nobody in is right
 */
public record Answers(Map<String, List<Use>> columns, Map<String, State> statuses, Optional<String> ticket,
        Map<String, ProductUse> products, boolean itemsPerOrder, boolean makeCodes, Optional<String> sheet,
        boolean refusingAll) {

    public static final Answers NONE = new Answers(Map.of(), Map.of(), Optional.empty(), Map.of(), false, false,
            Optional.empty(), false);

    public enum ProductUse {
        TICKET, ITEM, IGNORE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<ProductUse> of(String word) {
            return Stream.of(values()).filter(use -> use.word().equals(word.strip())).findFirst();
        }
    }

    public static String statusKey(String word) {
        String key = Words.key(word);
        return key.isEmpty() ? word.strip() : key;
    }

    public static String product(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    public Answers with(String column, Use use) {
        Map<String, List<Use>> changed = new LinkedHashMap<>(columns);
        changed.merge(column, List.of(use), (before, added) -> before.contains(Use.UNUSED) || use.equals(Use.UNUSED)
                ? added : Stream.concat(before.stream(), added.stream()).distinct().toList());
        return new Answers(changed, statuses, ticket, products, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withOnly(String column, Use use) {
        Map<String, List<Use>> changed = new LinkedHashMap<>(columns);
        changed.put(column, List.of(use));
        return new Answers(changed, statuses, ticket, products, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers without(String column) {
        Map<String, List<Use>> changed = new LinkedHashMap<>(columns);
        changed.remove(column);
        return new Answers(changed, statuses, ticket, products, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withStatus(String word, State state) {
        Map<String, State> changed = new HashMap<>(statuses);
        changed.put(statusKey(word), state);
        return new Answers(columns, changed, ticket, products, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withTicket(String name) {
        return new Answers(columns, statuses, Optional.of(name), products, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withProduct(String name, ProductUse use) {
        Map<String, ProductUse> changed = new LinkedHashMap<>(products);
        changed.put(product(name), use);
        return new Answers(columns, statuses, ticket, changed, itemsPerOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withItemsPerOrder(boolean perOrder) {
        return new Answers(columns, statuses, ticket, products, perOrder, makeCodes, sheet, refusingAll);
    }

    public Answers withMadeCodes() {
        return new Answers(columns, statuses, ticket, products, itemsPerOrder, true, sheet, refusingAll);
    }

    public Answers withSheet(String name) {
        return new Answers(columns, statuses, ticket, products, itemsPerOrder, makeCodes, Optional.of(name), refusingAll);
    }

    public Answers withRefusingAll() {
        return new Answers(columns, statuses, ticket, products, itemsPerOrder, makeCodes, sheet, true);
    }

    /** These, and where they are silent the others: a field that has a column here takes none from the others. */
    public Answers over(Answers others) {
        Set<Use> said = columns.values().stream().flatMap(List::stream).filter(Use.As.class::isInstance)
                .collect(Collectors.toSet());
        Map<String, List<Use>> allColumns = new LinkedHashMap<>();
        others.columns.forEach((column, uses) -> {
            List<Use> free = uses.stream().filter(use -> !said.contains(use)).toList();
            if (!free.isEmpty()) {
                allColumns.put(column, free);
            }
        });
        allColumns.putAll(columns);
        Map<String, State> allStatuses = new HashMap<>(others.statuses);
        allStatuses.putAll(statuses);
        Map<String, ProductUse> allProducts = new LinkedHashMap<>(others.products);
        allProducts.putAll(products);
        return new Answers(allColumns, allStatuses, ticket.or(others::ticket), allProducts,
                itemsPerOrder || others.itemsPerOrder, makeCodes || others.makeCodes, sheet.or(others::sheet),
                refusingAll || others.refusingAll);
    }
}
