package org.lanyard.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An order as a source states it.
 *
 * @param status one of {@link #STATUSES}
 * @param named  false where the source names no orders, and the reference is made up
 */
public record StatedOrder(String reference, String status, boolean named, List<StatedLine> lines) {

    public static final Set<String> STATUSES = Set.of("pending", "paid", "partially_refunded", "refunded", "cancelled");

    /** The largest quantity of one line; beyond it somebody mistyped. */
    public static final int MOST_UNITS = 100_000;

    public StatedOrder(String reference, String status) {
        this(reference, status, true, List.of());
    }

    /** An active order that must be there, though the source does not speak of it. */
    public static StatedOrder unnamed(String reference) {
        return new StatedOrder(reference, "paid", false, List.of());
    }

    public StatedOrder with(StatedLine line) {
        List<StatedLine> more = new ArrayList<>(lines);
        more.add(line);
        return withLines(more);
    }

    public StatedOrder withLines(List<StatedLine> other) {
        return new StatedOrder(reference, status, named, other);
    }
}
