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
    // One set and one map for all orders: two of its own for each take much of an import's memory.
    private final Set<Ticket> tickets = new HashSet<>();
    private final Map<Item, List<Integer>> items = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<ProductKey, ProductKey> products = new HashMap<>();

    OrderRows(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    private record Purchase(ProductKey product, String description, int quantity, Optional<String> holder, State state) {}

    private record Ticket(String reference, String holder, String name) {}

    private record Item(String reference, String holder, ProductKey product) {}

    private static final class Collected {

        private final String reference;
        private final java.util.ArrayList<Purchase> lines = new java.util.ArrayList<>(2);
        private Optional<State> stated = Optional.empty();
        private boolean contradicted;
        private State best = State.CANCELLED;

        Collected(String reference) {
            this.reference = reference;
        }

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

    void add(String reference, Optional<State> ofOrder, State ofRow) {
        order(reference).state(ofOrder, ofRow);
    }

    private Collected order(String reference) {
        return orders.computeIfAbsent(reference, Collected::new);
    }

    void ticket(String reference, String holder, String name, State state) {
        Collected order = order(reference);
        Purchase line = line(Product.Kind.TICKET_TYPE, name, 1, Optional.of(holder), state);
        if (tickets.add(new Ticket(order.reference, holder, line.description()))) {
            order.lines.add(line);
        }
    }

    // Each row makes its texts anew; those of products are kept once.
    private Purchase line(Product.Kind kind, String name, int quantity, Optional<String> holder, State state) {
        String once = names.computeIfAbsent(name, same -> same);
        ProductKey product = products.computeIfAbsent(roster.productNamed(kind, once), same -> same);
        return new Purchase(product, once, quantity, holder, state);
    }

    void extra(String reference, String holder, String name, State state) {
        order(reference).lines.add(line(Product.Kind.ADDON, name, 1, Optional.of(holder), state));
    }

    /** The first item of which an earlier row states another quantity. */
    Optional<String> contradiction(String reference, Optional<String> holder, List<Bought> listed) {
        return quantities(listed).entrySet().stream()
                .filter(item -> !items.getOrDefault(new Item(reference, holder.orElse(""), item.getKey()), item.getValue())
                        .equals(item.getValue()))
                .map(item -> item.getKey().word()).findFirst();
    }

    private Map<ProductKey, List<Integer>> quantities(List<Bought> listed) {
        Map<ProductKey, List<Integer>> quantities = new LinkedHashMap<>();
        listed.forEach(item -> quantities.merge(
                products.computeIfAbsent(ProductKey.named(Product.Kind.ADDON, item.product()), same -> same),
                List.of(item.quantity()),
                (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList()));
        return quantities;
    }

    /** Adds the items that a row lists; what an earlier row listed already is the same. */
    void items(String reference, Optional<String> holder, List<Bought> listed, State state) {
        Collected order = order(reference);
        quantities(listed).forEach((item, quantities) -> {
            if (items.putIfAbsent(new Item(order.reference, holder.orElse(""), item), quantities) == null) {
                quantities.forEach(
                        quantity -> order.lines.add(line(Product.Kind.ADDON, item.word(), quantity, holder, state)));
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

    private static StatedLine stated(Purchase line, State ofOrder) {
        Optional<String> status = line.state() == ofOrder || line.holder().isEmpty() ? Optional.empty()
                : Optional.of(line.state().word());
        return new StatedLine(Optional.empty(), line.product(), line.description(), line.quantity(), line.holder(), status);
    }
}
