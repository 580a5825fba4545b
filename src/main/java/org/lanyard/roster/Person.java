package org.lanyard.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.HasDetails;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

/**
 * An attendee and all that the rules ask about them, as of one transaction.
 *
 * @param details              all of them, with the attention note in force
 * @param checkedInElsewhereAt a check-in that the roster brought along; null for none
 * @param checkedInElsewhereSeq where in the journal's sequence that became known; 0 for none
 * @param orders               oldest first, each with the lines that serve this attendee
 * @param codeBlocked          the access code opens nothing any more (R35)
 */
public record Person(long id, String accessCode, PersonDetails details, boolean withdrawn,
        @Nullable Instant checkedInElsewhereAt,
        long checkedInElsewhereSeq, List<Order> orders, boolean codeBlocked) implements HasDetails {

    public static final String WITHDRAWN = "withdrawn";

    public boolean blocked() {
        return !details.blocked().isEmpty();
    }

    /** Ticket types held on active orders, each once. */
    public List<Product> tickets() {
        return activeOrders().flatMap(order -> order.lines().stream())
                .filter(line -> line.quantity() > 0 && line.product().kind() == Product.Kind.TICKET_TYPE)
                .map(Line::product).distinct().toList();
    }

    public static boolean isActive(String status) {
        return status.equals("paid") || status.equals("partially_refunded");
    }

    /** Orders that entitle, with their active lines: of somebody who is still on the roster. */
    public Stream<Order> activeOrders() {
        return withdrawn ? Stream.empty() : orders.stream().filter(Order::active).map(Order::ofActiveLines);
    }

    public boolean active() {
        return !withdrawn && orders.stream().anyMatch(Order::active);
    }

    public Optional<Product> ticket() {
        return withdrawn ? Optional.empty() : ticket(orders, true);
    }

    public boolean holds(Product product) {
        return activeOrders().anyMatch(order -> order.holds(product));
    }

    /** The status of the latest line or order that holds this but is not active. */
    public Optional<String> inactiveStatusOf(Product product) {
        return inactive(line -> line.product().is(product)).map(Inactive::status);
    }

    /** The ticket that is held but not active (R9), where no other is. */
    public Optional<Inactive> inactiveTicket() {
        return inactive(line -> line.product().kind() == Product.Kind.TICKET_TYPE);
    }

    public Inactive latestInactive() {
        Order latest = orders.getLast();
        return isActive(latest.status()) && !latest.lines().isEmpty()
                ? new Inactive(latest.statusOf(latest.lines().getFirst()), latest.reference())
                : new Inactive(latest.status(), latest.reference());
    }

    private Optional<Inactive> inactive(Predicate<Line> which) {
        for (Order order : orders.reversed()) {
            for (Line line : order.lines()) {
                if (line.quantity() > 0 && which.test(line) && !isActive(order.statusOf(line))) {
                    return Optional.of(new Inactive(order.statusOf(line), order.reference()));
                }
            }
        }
        return Optional.empty();
    }

    public record Inactive(String status, String reference) {}

    public List<String> bought() {
        return activeOrders().flatMap(order -> order.lines().stream()).filter(line -> line.quantity() > 0)
                .map(line -> line.product().name()).distinct().toList();
    }

    public Attendee attendee() {
        Optional<Product> ticket = ticket().or(() -> ticket(orders.reversed(), false));
        return new Attendee(id, accessCode, details, ticket.map(Product::slug).orElse(null),
                ticket.map(Product::name).orElse(null), orderStatus());
    }

    private @Nullable String orderStatus() {
        if (withdrawn) {
            return WITHDRAWN;
        }
        for (Order order : orders.reversed()) {
            if (order.active()) {
                return order.status();
            }
        }
        return orders.isEmpty() ? null : latestInactive().status();
    }

    // A loop, not a stream: each scan asks this several times, on the writer.
    private static Optional<Product> ticket(List<Order> orders, boolean activeOnly) {
        for (Order order : orders) {
            for (Line line : order.lines()) {
                if (line.quantity() > 0 && line.product().kind() == Product.Kind.TICKET_TYPE
                        && (!activeOnly || isActive(order.statusOf(line)))) {
                    return Optional.of(line.product());
                }
            }
        }
        return Optional.empty();
    }

    /** @param status the one in force, a lead's own included (R31) */
    public record Order(long id, String reference, String status, List<Line> lines) {

        /** True if a line of it is active, or it has none and is active itself. */
        public boolean active() {
            return isActive(status) && (lines.isEmpty() || lines.stream().anyMatch(this::active));
        }

        private boolean active(Line line) {
            return isActive(statusOf(line));
        }

        public String statusOf(Line line) {
            return isActive(status) ? line.status().orElse(status) : status;
        }

        Order ofActiveLines() {
            return lines.stream().allMatch(this::active) ? this
                    : new Order(id, reference, status, lines.stream().filter(this::active).toList());
        }

        boolean holds(Product product) {
            return lines.stream().anyMatch(line -> line.product().is(product) && line.quantity() > 0);
        }
    }

    /**
     * @param quantity 0 where the roster dropped the line (R23)
     * @param status   the line's own where it differs from the order's
     */
    public record Line(long id, Product product, String description, int quantity, Optional<String> status) {}
}
