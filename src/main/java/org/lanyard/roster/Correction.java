package org.lanyard.roster;

import java.util.Locale;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Product;

/** Something about a person that a lead puts right (R31, R37). */
public sealed interface Correction {

    /** Name, e-mail, company or another text of the roster; empty takes it away. */
    record Text(Detail detail, String value) implements Correction {}

    /** A shown field. */
    record Shown(String field, String value) implements Correction {}

    /** Another ticket type instead of the one held. */
    record Ticket(Product ticket) implements Correction {}

    /** Further units of an add-on. */
    record More(Product addon, int units) implements Correction {}

    /** Takes every unit of an add-on away. */
    record NoMore(Product addon) implements Correction {}

    /** Of the latest order. */
    record OrderStatus(String status) implements Correction {}

    /** The attention note of R12; empty takes it away. */
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
