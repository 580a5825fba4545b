package org.lanyard.roster.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.BoughtItems.Bought;
import org.lanyard.roster.format.CollectedOrder.Purchase;
import org.lanyard.roster.format.CollectedOrder.Purchase.Key;
import org.lanyard.roster.format.CollectedOrder.Purchase.Said;
import org.lanyard.scan.Product;

/** The orders of a table's rows. A holder's code is empty where the order's people share what was bought. */
final class OrderRows {

    private final StatedRoster.Builder roster;
    private final Map<String, CollectedOrder> orders = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<ProductKey, ProductKey> products = new HashMap<>();

    OrderRows(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    void add(String reference, Optional<State> ofOrder, State ofRow) {
        order(reference).state(ofOrder, ofRow);
    }

    private CollectedOrder order(String reference) {
        return orders.computeIfAbsent(reference, _ -> new CollectedOrder());
    }

    void ticket(String reference, String holder, String name, State state) {
        CollectedOrder order = order(reference);
        if (order.quantities(new Key(Said.TICKET, name, holder)).isEmpty()) {
            order.add(line(Said.TICKET, name, 1, holder, state));
        }
    }

    // Each row makes its texts anew; those of products are kept once.
    private Purchase line(Said said, String name, int quantity, String holder, State state) {
        String once = names.computeIfAbsent(name, same -> same);
        Product.Kind kind = said == Said.TICKET ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
        ProductKey product = products.computeIfAbsent(roster.productNamed(kind, once), same -> same);
        return new Purchase(said, product, once, quantity, holder, state);
    }

    void extra(String reference, String holder, String name, State state) {
        order(reference).add(line(Said.EXTRA, name, 1, holder, state));
    }

    /** The first item of which an earlier row states another quantity. */
    Optional<String> contradiction(String reference, String holder, List<Bought> listed) {
        return Optional.ofNullable(orders.get(reference)).flatMap(order -> quantities(listed).entrySet().stream()
                .filter(item -> differs(order.quantities(new Key(Said.ITEM, item.getKey(), holder)), item.getValue()))
                .map(Map.Entry::getKey).findFirst());
    }

    private static boolean differs(List<Integer> earlier, List<Integer> now) {
        return !earlier.isEmpty() && !earlier.equals(now);
    }

    private static Map<String, List<Integer>> quantities(List<Bought> listed) {
        Map<String, List<Integer>> quantities = new LinkedHashMap<>();
        listed.forEach(item -> quantities.merge(ProductKey.named(Product.Kind.ADDON, item.product()).word(),
                List.of(item.quantity()), (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return quantities;
    }

    /** Adds the items that a row lists; what an earlier row listed already is the same. */
    void items(String reference, String holder, List<Bought> listed, State state) {
        CollectedOrder order = order(reference);
        quantities(listed).forEach((item, quantities) -> {
            if (order.quantities(new Key(Said.ITEM, item, holder)).isEmpty()) {
                quantities.forEach(quantity -> order.add(line(Said.ITEM, item, quantity, holder, state)));
            }
        });
    }

    /** Puts all into the roster, and lets go of each. */
    void finish() {
        var left = orders.entrySet().iterator();
        while (left.hasNext()) {
            var order = left.next();
            roster.put(order.getValue().stated(order.getKey()));
            left.remove();
        }
    }
}
