package org.lanyard.scan;

import java.util.Comparator;
import java.util.List;

/**
 * An attendee's units of one add-on, summed over their lines of it on active orders.
 *
 * @param item      the add-on's slug
 * @param redeemed  live units, those handed out elsewhere included; of all sharers when a conference counts per line
 * @param remaining never negative (R23)
 */
public record Item(String item, String description, int quantity, int redeemed, int remaining) {

    public static List<Item> usedUpLast(List<Item> items) {
        return items.stream().sorted(Comparator.comparing(item -> item.remaining() == 0)).toList();
    }
}
