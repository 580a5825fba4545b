package org.lanyard.roster;

import java.util.Locale;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Product;

/** Something about a person that a lead puts right (R31, R37). */
public sealed interface Correction {

    record Text(Detail detail, String value) implements Correction {}

    record Shown(String field, String value) implements Correction {}

    record Ticket(Product ticket) implements Correction {}

    record More(Product addon, int units) implements Correction {}

    record NoMore(Product addon) implements Correction {}

    /** Of the latest order. */
    record OrderStatus(String status) implements Correction {}

    record Attention(String note) implements Correction {}

    /** @param amount in minor units of the conference's currency; it does not change the order's status */
    record Paid(long amount, Means means) implements Correction {}

    enum Means {
        CASH, CARD, OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
