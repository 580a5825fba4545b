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
    private final RowText text;
    private final List<Row> rows;
    /** By order the one person whom it names; empty where it names several. */
    private final Map<String, Optional<String>> named = new HashMap<>();

    Extras(Mapping mapping, RowText text, List<Row> rows) {
        this.mapping = mapping;
        this.text = text;
        this.rows = rows;
        if (mapping.has(Field.ORDER_REFERENCE)) {
            for (Row row : rows) {
                String who = who(row);
                if (!who.isEmpty()) {
                    named.merge(order(row), Optional.of(who), (one, other) -> one.equals(other) ? one : SEVERAL);
                }
            }
        }
    }

    record Candidate(String product, int rows) {}

    /** Nothing is asked of a single row any more. */
    void forget() {
        named.clear();
    }

    private String order(Row row) {
        return mapping.text(Field.ORDER_REFERENCE, row).strip();
    }

    private String who(Row row) {
        String name = text.name(row);
        return Folding.fold(name.isBlank() ? mapping.text(Field.EMAIL, row).strip() : name.strip());
    }

    /** The order and the person of a row, where it names none the only one of the order; empty where nobody knows. */
    String person(Row row) {
        String order = order(row);
        String said = who(row);
        String who = said.isEmpty() ? named.getOrDefault(order, SEVERAL).orElse("") : said;
        return order.isEmpty() || who.isEmpty() ? "" : order + '\0' + who;
    }

    List<Candidate> candidates() {
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
                productOf.merge(person(row), Optional.of(product),
                        (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
        productOf.remove("");
        return count.size() > MOST_PRODUCTS ? List.of() : candidates(count, besideOthers(productOf));
    }

    private Map<String, Integer> besideOthers(Map<String, Optional<String>> productOf) {
        Map<String, Integer> beside = new HashMap<>();
        for (Row row : rows) {
            if (SEVERAL.equals(productOf.get(person(row))) || isOneOfSeveral(row)) {
                beside.merge(text.ticket(row), 1, Integer::sum);
            }
        }
        return beside;
    }

    // Without a name, in an order that names several people.
    private boolean isOneOfSeveral(Row row) {
        return who(row).isEmpty() && SEVERAL.equals(named.get(order(row)));
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
