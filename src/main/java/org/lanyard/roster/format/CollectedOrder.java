package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;

/** One order of a table, row by row. */
final class CollectedOrder {

    // Only so many lines are looked through: an index for each order takes much of an import's memory.
    private static final int MANY = 16;

    private final List<Purchase> lines = new ArrayList<>(2);
    private Map<Purchase.Key, List<Integer>> quantities = Map.of();
    private Optional<State> stated = Optional.empty();
    private boolean contradicted;
    private State best = State.CANCELLED;

    /**
     * A purchase as a row says it.
     *
     * @param holder their code; empty where the order's people share it
     */
    record Purchase(Said said, ProductKey product, String name, int quantity, String holder, State state) {

        /** The column that says it. */
        enum Said { TICKET, EXTRA, ITEM }

        record Key(Said said, String name, String holder) {}

        private Key key() {
            return new Key(said, name, holder);
        }
    }

    void state(Optional<State> ofOrder, State ofRow) {
        contradicted |= stated.isPresent() && ofOrder.isPresent() && !stated.equals(ofOrder);
        stated = stated.or(() -> ofOrder);
        best = best.better(ofRow);
    }

    void add(Purchase line) {
        lines.add(line);
        if (lines.size() == MANY) {
            quantities = new HashMap<>();
            lines.forEach(this::index);
        } else if (lines.size() > MANY) {
            index(line);
        }
    }

    private void index(Purchase line) {
        quantities.computeIfAbsent(line.key(), _ -> new ArrayList<>(1)).add(line.quantity());
    }

    /** The quantities of all lines that say the same, in their order. */
    List<Integer> quantities(Purchase.Key key) {
        return lines.size() < MANY
                ? lines.stream().filter(line -> line.key().equals(key)).map(Purchase::quantity).toList()
                : quantities.getOrDefault(key, List.of());
    }

    StatedOrder stated(String reference) {
        State state = state();
        return new StatedOrder(reference, state.word(), true, lines.stream().map(line -> stated(line, state)).toList());
    }

    // The order's own where all rows agree, else the best of the rows.
    private State state() {
        return contradicted ? best : stated.orElse(best);
    }

    private static StatedLine stated(Purchase line, State ofOrder) {
        Optional<String> holder = Optional.of(line.holder()).filter(code -> !code.isEmpty());
        Optional<String> status = line.state() == ofOrder || holder.isEmpty() ? Optional.empty()
                : Optional.of(line.state().word());
        return new StatedLine(Optional.empty(), line.product(), line.name(), line.quantity(), holder, status);
    }
}
