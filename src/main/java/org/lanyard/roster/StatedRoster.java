package org.lanyard.roster;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanyard.roster.packed.PackedMap;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/**
 * A conference's people as one source states them, before they are compared with the known ones. Whatever is absent was not
 * stated, and leaves what is known as it is.
 */
public final class StatedRoster {

    public static final String MADE_UP = "upstream:";

    private final Builder stated;
    private final Corrected corrected;

    private final Runnable step;

    private StatedRoster(Builder stated, Corrected corrected, Runnable step) {
        this.stated = stated;
        this.corrected = corrected;
        this.step = step;
    }

    StatedRoster watched(Runnable before) {
        return new StatedRoster(stated, corrected, before);
    }

    /**
     * Differs from what the source says.
     *
     * @param people by access code; those too who are not in the source
     * @param gone   access codes of people who are part of another
     */
    record Corrected(Map<String, StatedPerson> people, Set<String> gone, Map<String, StatedOrder> orders,
            Map<ProductKey, String> products) {

        private static final Corrected NOTHING = new Corrected(Map.of(), Set.of(), Map.of(), Map.of());
    }

    StatedRoster with(Corrected here) {
        return new StatedRoster(stated, here, step);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<String> slug() {
        return stated.slug;
    }

    public Optional<String> name() {
        return stated.name;
    }

    /** As the source writes it; perhaps no zone that anybody knows. */
    public Optional<String> timezone() {
        return stated.timezone;
    }

    public RosterSource source() {
        return stated.source;
    }

    /** Products in the order they were first mentioned, with their names. */
    public Map<ProductKey, String> products() {
        Map<ProductKey, String> all = new LinkedHashMap<>(stated.products);
        corrected.products().forEach(all::putIfAbsent);
        return Collections.unmodifiableMap(all);
    }

    public List<BlockedCode> blockedCodes() {
        return Collections.unmodifiableList(stated.blockedCodes);
    }

    public Map<ProductKey, StatedTimes> times() {
        return Collections.unmodifiableMap(stated.times);
    }

    /** Made anew each time they are asked for. */
    public Iterable<StatedOrder> orders() {
        return Steps.of(corrected.orders().isEmpty() ? stated.orders
                : () -> stated.orders.stream().map(order -> corrected.orders().getOrDefault(order.reference(), order))
                        .iterator(),
                step);
    }

    public Optional<StatedOrder> order(String reference) {
        return Optional.ofNullable(corrected.orders().get(reference)).or(() -> stated.order(reference));
    }

    /** Made anew each time they are asked for. */
    public Iterable<StatedPerson> people() {
        return Steps.of(corrected == Corrected.NOTHING ? stated.people
                : () -> Stream.concat(
                        stated.people.stream().filter(person -> !corrected.gone().contains(person.accessCode()))
                                .map(person -> corrected.people().getOrDefault(person.accessCode(), person)),
                        corrected.people().values().stream().filter(person -> !stated.people.has(person.accessCode())))
                        .iterator(),
                step);
    }

    public Optional<StatedPerson> person(String accessCode) {
        return Optional.ofNullable(corrected.people().get(accessCode))
                .or(() -> hasPerson(accessCode) ? stated.person(accessCode) : Optional.empty());
    }

    /** The source still has this line of its own, without the product that was sold. */
    public boolean withoutProduct(long upstreamId) {
        return stated.withoutProduct.contains(upstreamId);
    }

    public boolean isEmpty() {
        return stated.people.size() == 0;
    }

    public boolean hasPerson(String accessCode) {
        return corrected.people().containsKey(accessCode)
                || stated.people.has(accessCode) && !corrected.gone().contains(accessCode);
    }

    public List<UnusableRow> unusable() {
        return Collections.unmodifiableList(stated.unusable);
    }

    /** True if this code stands in a row that could not be used: still in the source, and so not withdrawn. */
    public boolean inUnusableRow(String accessCode) {
        return stated.codesOfUnusable.contains(accessCode);
    }

    public static final class Builder {

        private Optional<String> slug = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<String> timezone = Optional.empty();
        private RosterSource source = RosterSource.ROSTER;
        private final Map<ProductKey, String> products = new LinkedHashMap<>();
        private final List<BlockedCode> blockedCodes = new ArrayList<>();
        private final Map<ProductKey, StatedTimes> times = new LinkedHashMap<>();
        private final PackedMap<StatedOrder> orders = new PackedMap<>(StatedOrder::reference, new StatedOrderCodec());
        private final PackedMap<StatedPerson> people =
                new PackedMap<>(StatedPerson::accessCode, new StatedPersonCodec());
        private final List<UnusableRow> unusable = new ArrayList<>();
        private final Set<String> codesOfUnusable = new HashSet<>();
        private final Set<Long> withoutProduct = new HashSet<>();

        private Builder() {}

        public Builder conference(String itsSlug) {
            slug = Optional.of(itsSlug);
            return this;
        }

        public Builder name(String conferenceName) {
            name = Optional.of(conferenceName);
            return this;
        }

        public Builder timezone(String zone) {
            timezone = Optional.of(zone);
            return this;
        }

        public Builder timezone(ZoneId zone) {
            return timezone(zone.getId());
        }

        public Builder source(RosterSource whence) {
            source = whence;
            return this;
        }

        public Optional<String> slug() {
            return slug;
        }

        /** Mentions a product that the source knows by a slug; the first name given stays. */
        public ProductKey product(Product.Kind kind, String productSlug, String productName) {
            ProductKey key = ProductKey.slug(kind, productSlug);
            products.putIfAbsent(key, productName);
            return key;
        }

        public Builder blockedCode(BlockedCode code) {
            blockedCodes.add(code);
            return this;
        }

        public Builder times(ProductKey product, StatedTimes stated) {
            times.put(product, stated);
            return this;
        }

        public ProductKey productNamed(Product.Kind kind, String word) {
            ProductKey declared = ProductKey.slug(kind, word);
            if (products.containsKey(declared)) {
                return declared;
            }
            ProductKey key = ProductKey.named(kind, word);
            products.putIfAbsent(key, key.word());
            return key;
        }

        public Optional<StatedOrder> order(String reference) {
            return orders.get(reference);
        }

        public Builder put(StatedOrder order) {
            orders.put(order);
            return this;
        }

        public void dropLinesOf(Set<String> nobody) {
            List<StatedOrder> theirs = orders.stream()
                    .filter(order -> order.lines().stream().anyMatch(line -> heldBy(line, nobody))).toList();
            theirs.forEach(order -> orders.put(
                    order.withLines(order.lines().stream().filter(line -> !heldBy(line, nobody)).toList())));
        }

        private static boolean heldBy(StatedLine line, Set<String> people) {
            return line.holder().filter(people::contains).isPresent();
        }

        public Optional<StatedPerson> person(String accessCode) {
            return people.get(accessCode);
        }

        public Builder put(StatedPerson person) {
            people.put(person);
            codesOfUnusable.remove(person.accessCode());
            return this;
        }

        public void unusablePerson(String accessCode) {
            people.remove(accessCode);
            codesOfUnusable.add(accessCode);
        }

        public void unusableCode(String accessCode) {
            codesOfUnusable.add(accessCode);
        }

        public void withoutProduct(long upstreamId) {
            withoutProduct.add(upstreamId);
        }

        /** @param key of the sentence that says why, and what it speaks of */
        public void unusable(long line, String column, String key, Object... about) {
            unusable(new UnusableRow(line, column, Sentence.of(key, about)));
        }

        public void unusable(UnusableRow row) {
            unusable.add(row);
        }

        /** The builder must not be used any more. */
        public StatedRoster build() {
            return new StatedRoster(this, Corrected.NOTHING, () -> {});
        }
    }
}
