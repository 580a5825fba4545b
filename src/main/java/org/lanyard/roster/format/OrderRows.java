package org.lanyard.roster.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.BoughtItems.Bought;
import org.lanyard.scan.Product;

final class OrderRows {

    private final StatedRoster.Builder roster;
    private final Map<String, Collected> orders = new LinkedHashMap<>();

    OrderRows(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    private record Line(ProductKey product, String description, int quantity, Optional<String> holder, State state) {}

    private static final class Collected {

        private final Map<String, Map<ProductKey, List<Integer>>> itemsOf = new HashMap<>(2);
        private final Set<String> tickets = new HashSet<>(2);
        private final java.util.ArrayList<Line> lines = new java.util.ArrayList<>(2);
        private Optional<State> stated = Optional.empty();
        private boolean contradicted;
        private State best = State.CANCELLED;

        void state(Optional<State> ofOrder, State ofRow) {
            contradicted |= stated.isPresent() && ofOrder.isPresent() && !stated.equals(ofOrder);
            stated = stated.or(() -> ofOrder);
            best = best.better(ofRow);
        }

        /** The order's own where all rows agree, else the best of the rows. */
        State state() {
            return contradicted ? best : stated.orElse(best);
        }
    }

    /** Notes the order of a row, which may have nothing on it. */
    void add(String reference, Optional<State> ofOrder, State ofRow) {
        order(reference).state(ofOrder, ofRow);
    }

    private Collected order(String reference) {
        return orders.computeIfAbsent(reference, _ -> new Collected());
    }

    /** Adds a ticket to an order, once for each person and name. */
    void ticket(String reference, String holder, String name, State state) {
        Collected order = order(reference);
        ProductKey product = roster.productNamed(Product.Kind.TICKET_TYPE, name);
        if (order.tickets.add(holder + '\0' + name)) {
            order.lines.add(new Line(product, name, 1, Optional.of(holder), state));
        }
    }

    void extra(String reference, String holder, String name, State state) {
        order(reference).lines.add(new Line(roster.productNamed(Product.Kind.ADDON, name), name, 1,
                Optional.of(holder), state));
    }

    /** The first item of which an earlier row states another quantity. */
    Optional<String> contradiction(String reference, Optional<String> holder, List<Bought> items) {
        Collected order = orders.get(reference);
        if (order == null) {
            return Optional.empty();
        }
        Map<ProductKey, List<Integer>> before = order.itemsOf.getOrDefault(holder.orElse(""), Map.of());
        return quantities(items).entrySet().stream()
                .filter(item -> !before.getOrDefault(item.getKey(), item.getValue()).equals(item.getValue()))
                .map(item -> item.getKey().word()).findFirst();
    }

    private static Map<ProductKey, List<Integer>> quantities(List<Bought> items) {
        Map<ProductKey, List<Integer>> quantities = new LinkedHashMap<>();
        items.forEach(item -> quantities.merge(ProductKey.named(Product.Kind.ADDON, item.product()),
                List.of(item.quantity()),
                (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList()));
        return quantities;
    }

    /** Adds the items that a row lists; what an earlier row listed already is the same. */
    void items(String reference, Optional<String> holder, List<Bought> items, State state) {
        Collected order = order(reference);
        Map<ProductKey, List<Integer>> before = order.itemsOf.computeIfAbsent(holder.orElse(""), _ -> new HashMap<>(2));
        quantities(items).forEach((item, quantities) -> {
            if (before.putIfAbsent(item, quantities) == null) {
                quantities.forEach(quantity -> order.lines.add(new Line(roster.productNamed(Product.Kind.ADDON, item.word()),
                        item.word(), quantity, holder, state)));
            }
        });
    }

    void finish() {
        orders.forEach((reference, order) -> {
            State state = order.state();
            List<StatedLine> lines = order.lines.stream().map(line -> stated(line, state)).toList();
            roster.put(new StatedOrder(reference, state.word(), true, lines));
        });
    }

    private static StatedLine stated(Line line, State ofOrder) {
        Optional<String> status = line.state() == ofOrder || line.holder().isEmpty() ? Optional.empty()
                : Optional.of(line.state().word());
        return new StatedLine(Optional.empty(), line.product(), line.description(), line.quantity(), line.holder(), status);
    }
}
