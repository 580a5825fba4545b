package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Folding;

final class Extras {

    // In percent of a product's rows.
    private static final int NEARLY_ALWAYS = 90;
    private static final int MOST_PRODUCTS = 500;
    private static final Optional<String> SEVERAL = Optional.empty();

    private final Mapping mapping;
    private final List<Row> rows;

    Extras(Mapping mapping, List<Row> rows) {
        this.mapping = mapping;
        this.rows = rows;
    }

    record Candidate(String product, int rows) {}

    /** The order and the person of a row; empty where it does not name both. */
    static String person(Mapping mapping, Row row, String name) {
        String order = mapping.text(Field.ORDER_REFERENCE, row).strip();
        String who = name.isBlank() ? mapping.text(Field.EMAIL, row).strip() : name;
        return order.isEmpty() || who.isBlank() ? "" : order + '\0' + Folding.fold(who.strip());
    }

    List<Candidate> candidates(RowText text) {
        boolean ours = mapping.name(Field.TICKET_TYPE).equalsIgnoreCase(Field.TICKET_TYPE.word())
                && mapping.name(Field.TICKET_TYPE).indexOf('_') > 0;
        if (ours || !mapping.has(Field.TICKET_TYPE) || !mapping.has(Field.ORDER_REFERENCE)) {
            return List.of();
        }
        Map<String, Optional<String>> productOf = new HashMap<>();
        Map<String, Integer> count = new LinkedHashMap<>();
        for (Row row : rows) {
            String product = text.ticket(row);
            if (!product.isEmpty()) {
                count.merge(product, 1, Integer::sum);
                productOf.merge(person(mapping, row, text.name(row)), Optional.of(product),
                        (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
        productOf.remove("");
        return count.size() > MOST_PRODUCTS ? List.of() : candidates(count, besideOthers(text, productOf));
    }

    private Map<String, Integer> besideOthers(RowText text, Map<String, Optional<String>> productOf) {
        Map<String, Integer> beside = new HashMap<>();
        for (Row row : rows) {
            if (SEVERAL.equals(productOf.get(person(mapping, row, text.name(row))))) {
                beside.merge(text.ticket(row), 1, Integer::sum);
            }
        }
        return beside;
    }

    // All that nearly always stand beside another; where no product is left as a ticket, the most common one is.
    private static List<Candidate> candidates(Map<String, Integer> count, Map<String, Integer> beside) {
        List<Candidate> candidates = new ArrayList<>();
        count.forEach((product, rows) -> {
            if (beside.getOrDefault(product, 0) * 100 >= rows * NEARLY_ALWAYS) {
                candidates.add(new Candidate(product, rows));
            }
        });
        if (!candidates.isEmpty() && candidates.size() == count.size()) {
            candidates.remove(candidates.stream().max(Comparator.comparingInt(Candidate::rows)).orElseThrow());
        }
        return candidates;
    }

    static final class Holders {

        private final Map<String, List<String>> codes = new HashMap<>();

        void add(String person, String code) {
            List<String> held = codes.computeIfAbsent(person, _ -> new ArrayList<>(1));
            if (!held.contains(code)) {
                held.add(code);
            }
        }

        List<String> of(String person) {
            return person.isEmpty() ? List.of() : codes.getOrDefault(person, List.of());
        }
    }
}
