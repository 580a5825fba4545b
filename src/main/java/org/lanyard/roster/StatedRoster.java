package org.lanyard.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/**
 * What one file says, before anything known is compared with it. What is null was not stated, and leaves what is known
 * as it is.
 */
final class StatedRoster {

    /** Where what an import brings came from; a later import of the same kind may withdraw it. */
    enum Source {
        ROSTER, UPSTREAM,
        /** a second file beside the roster: withdrawn by nobody */
        PARTIAL,
        /** added by a lead (R31): kept until the roster says the same */
        LOCAL;

        static Source of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether a full import ends what this source linked. */
        boolean yieldsToRoster() {
            return this == ROSTER || this == UPSTREAM;
        }
    }

    String slug;
    String name;
    String timezone;
    Source source = Source.ROSTER;
    final Map<ProductKey, String> products = new LinkedHashMap<>();
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Attendee> attendees = new LinkedHashMap<>();
    final List<UnusableRow> unusable = new ArrayList<>();
    /** Who stands in a row that could not be used: still in the file, and so neither withdrawn nor without an order. */
    final Set<String> codesOfUnusable = new HashSet<>();
    /** Products mentioned by name, which may be known under another slug. */
    final Set<ProductKey> byName = new HashSet<>();

    /** Notes that a product was mentioned; the first name given stays. */
    ProductKey mention(Product.Kind kind, String slug, String productName) {
        ProductKey key = new ProductKey(kind, slug);
        products.putIfAbsent(key, productName);
        return key;
    }

    /** The same of a product that is known by a name only. */
    ProductKey mentionByName(Product.Kind kind, String productName) {
        ProductKey key = mention(kind, Folding.slug(productName), productName);
        byName.add(key);
        return key;
    }

    /** @param key of the sentence why, and what that speaks of */
    void unusable(long line, String column, String key, Object... about) {
        unusable(line, column, Sentence.of(key, about));
    }

    void unusable(long line, String column, Sentence reason) {
        unusable.add(new UnusableRow(line, column, reason));
    }

    record ProductKey(Product.Kind kind, String slug) {}

    static final class Order {

        final String reference;
        final String status;
        /** false where the file names no orders, and the reference is made up */
        final boolean named;
        final List<Line> lines = new ArrayList<>(3);

        Order(String reference, String status) {
            this(reference, status, true);
        }

        private Order(String reference, String status, boolean named) {
            this.reference = reference;
            this.status = status;
            this.named = named;
        }

        /** An active order that must be there, though the file does not speak of it. */
        static Order unnamed(String reference) {
            return new Order(reference, "paid", false);
        }
    }

    /**
     * @param id     the upstream server's; null where none was given
     * @param holder whose alone it is, by access code; null where it serves everybody of the order
     */
    record Line(Long id, ProductKey product, String description, int quantity, String holder) {}

    static final class Attendee {

        final String accessCode;
        /** how this person came; null: as the whole file */
        Source source;
        String name;
        String email;
        String company;
        String note;
        String attention;
        boolean checkInStated;
        Instant checkedInAt;
        final List<String> orders = new ArrayList<>(1);
        /** units that the upstream server counts, by its line id; null where it was not asked */
        Map<Long, Integer> redeemed;

        Attendee(String accessCode) {
            this.accessCode = accessCode;
        }

        void redeemed(long line, int units) {
            redeemed = redeemed == null ? new HashMap<>() : redeemed;
            redeemed.put(line, units);
        }
    }
}
