package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/**
 * Counts the people whom a roster would let in, and refuse.
 *
 * @param admitted people who would be let in
 * @param refused  the others by reason
 * @param examples a few people as the desk will show them
 */
public record Outcome(int admitted, List<Refused> refused, List<Example> examples) {

    public static final Outcome EMPTY = new Outcome(0, List.of(), List.of());

    private static final int EXAMPLES = 3;

    /**
     * @param verdict as scans name it
     * @param status  of the order or ticket; empty where the verdict is of none
     */
    public record Refused(String verdict, String status, int count) {

        private static final Map<String, String> REASONS = Map.of("no_order", "refused.no_order", "no_ticket",
                "refused.no_ticket", "blocked", "refused.blocked", "pending", "refused.pending", "refunded",
                "refused.refunded", "cancelled", "refused.cancelled");

        public Sentence reason() {
            String word = status.isEmpty() ? verdict : status;
            return Sentence.of(REASONS.getOrDefault(word, word));
        }
    }

    public record Example(String code, String name, String company, String ticket, List<String> items, boolean admitted,
            String status) {}

    private record Reason(String verdict, String status) {}

    public int people() {
        return admitted + refused.stream().mapToInt(Refused::count).sum();
    }

    static Outcome of(StatedRoster roster) {
        Map<Reason, Integer> reasons = new java.util.LinkedHashMap<>();
        int admitted = 0;
        List<Example> examples = new ArrayList<>();
        for (StatedPerson person : roster.people()) {
            Optional<Reason> reason = reason(roster, person);
            reason.ifPresent(why -> reasons.merge(why, 1, Integer::sum));
            admitted += reason.isEmpty() ? 1 : 0;
            if (examples.size() < EXAMPLES) {
                examples.add(example(roster, person, reason));
            }
        }
        return new Outcome(admitted, reasons.entrySet().stream()
                .map(each -> new Refused(each.getKey().verdict(), each.getKey().status(), each.getValue())).toList(),
                examples);
    }

    // Empty where the person would be let in (R9).
    private static Optional<Reason> reason(StatedRoster roster, StatedPerson person) {
        if (!person.details().blocked().isEmpty()) {
            return Optional.of(new Reason("blocked", ""));
        }
        List<StatedOrder> orders = person.orders().stream().flatMap(order -> roster.order(order).stream()).toList();
        if (orders.isEmpty()) {
            return Optional.of(new Reason("no_order", ""));
        }
        Optional<String> inactive = Optional.of(orders.getLast().status()).filter(status -> !admits(status));
        for (StatedOrder order : orders) {
            for (StatedLine line : order.lines()) {
                if (isTicketOf(person, line) && admits(status(order, line))) {
                    return Optional.empty();
                }
                inactive = isTicketOf(person, line) ? Optional.of(status(order, line)) : inactive;
            }
        }
        return Optional.of(inactive.map(status -> new Reason("order_not_active", status))
                .orElse(new Reason("no_ticket", "")));
    }

    private static boolean isTicketOf(StatedPerson person, StatedLine line) {
        return line.product().kind() == Product.Kind.TICKET_TYPE
                && line.holder().map(person.accessCode()::equals).orElse(true);
    }

    private static String status(StatedOrder order, StatedLine line) {
        return admits(order.status()) ? line.status().orElse(order.status()) : order.status();
    }

    private static boolean admits(String status) {
        return State.of(status).map(State::admits).orElse(false);
    }

    private static Example example(StatedRoster roster, StatedPerson person, Optional<Reason> reason) {
        List<StatedLine> lines = person.orders().stream().flatMap(order -> roster.order(order).stream())
                .flatMap(order -> order.lines().stream())
                .filter(line -> line.holder().map(person.accessCode()::equals).orElse(true)).toList();
        String ticket = lines.stream().filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE)
                .map(StatedLine::description).findFirst().orElse("");
        List<String> items = lines.stream().filter(line -> line.product().kind() == Product.Kind.ADDON)
                .map(line -> line.quantity() == 1 ? line.description() : line.quantity() + " × " + line.description())
                .toList();
        return new Example(person.accessCode(), person.details().name(), person.details().company(), ticket, items,
                reason.isEmpty(), reason.map(Reason::status).orElse(""));
    }
}
