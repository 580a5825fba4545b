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
public final class StatedRoster {

    /** Every status of an order. */
    public static final Set<String> STATUSES = Set.of("pending", "paid", "partially_refunded", "refunded", "cancelled");

    /** The reference of a made-up order begins with this. */
    public static final String MADE_UP = "upstream:";

    /** Where what an import brings came from; a later import of the same kind may withdraw it. */
    public enum Source {
        ROSTER, UPSTREAM,
        /** a second file beside the roster: withdrawn by nobody */
        PARTIAL,
        /** added by a lead (R31): kept until the roster says the same */
        LOCAL;

        public static Source of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether a full import ends what this source linked. */
        public boolean yieldsToRoster() {
            return this == ROSTER || this == UPSTREAM;
        }
    }

    public String slug;
    public String name;
    public String timezone;
    public Source source = Source.ROSTER;
    public final Map<ProductKey, String> products = new LinkedHashMap<>();
    public final Map<String, Order> orders = new LinkedHashMap<>();
    public final Map<String, Attendee> attendees = new LinkedHashMap<>();
    public final List<UnusableRow> unusable = new ArrayList<>();
    /** Who stands in a row that could not be used: still in the file, and so neither withdrawn nor without an order. */
    public final Set<String> codesOfUnusable = new HashSet<>();
    /** Products mentioned by name, which may be known under another slug. */
    public final Set<ProductKey> byName = new HashSet<>();

    /** Notes that a product was mentioned; the first name given stays. */
    public ProductKey mention(Product.Kind kind, String slug, String productName) {
        ProductKey key = new ProductKey(kind, slug);
        products.putIfAbsent(key, productName);
        return key;
    }

    /** The same of a product that is known by a name only. */
    public ProductKey mentionByName(Product.Kind kind, String productName) {
        ProductKey key = mention(kind, Folding.slug(productName), productName);
        byName.add(key);
        return key;
    }

    /** @param key of the sentence why, and what that speaks of */
    public void unusable(long line, String column, String key, Object... about) {
        unusable(line, column, Sentence.of(key, about));
    }

    public void unusable(long line, String column, Sentence reason) {
        unusable.add(new UnusableRow(line, column, reason));
    }

    public record ProductKey(Product.Kind kind, String slug) {}

    public static final class Order {

        public final String reference;
        public final String status;
        /** false where the file names no orders, and the reference is made up */
        public final boolean named;
        public final List<Line> lines = new ArrayList<>(3);

        public Order(String reference, String status) {
            this(reference, status, true);
        }

        private Order(String reference, String status, boolean named) {
            this.reference = reference;
            this.status = status;
            this.named = named;
        }

        /** An active order that must be there, though the file does not speak of it. */
        public static Order unnamed(String reference) {
            return new Order(reference, "paid", false);
        }
    }

    /**
     * @param id     the upstream server's; null where none was given
     * @param holder whose alone it is, by access code; null where it serves everybody of the order
     */
    public record Line(Long id, ProductKey product, String description, int quantity, String holder) {}

    public static final class Attendee {

        public final String accessCode;
        /** how this person came; null: as the whole file */
        public Source source;
        public String name;
        public String email;
        public String company;
        public String note;
        public String attention;
        public boolean checkInStated;
        public Instant checkedInAt;
        public final List<String> orders = new ArrayList<>(1);
        /** units that the upstream server counts, by its line id; null where it was not asked */
        public Map<Long, Integer> redeemed;

        public Attendee(String accessCode) {
            this.accessCode = accessCode;
        }

        public void redeemed(long line, int units) {
            redeemed = redeemed == null ? new HashMap<>() : redeemed;
            redeemed.put(line, units);
        }
    }
}
