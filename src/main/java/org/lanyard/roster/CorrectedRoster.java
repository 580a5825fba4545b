package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/** A roster as a source states it, with the corrections that stand until it says the same (R31, R37). */
final class CorrectedRoster {

    private final StatedRoster stated;
    private final KnownRoster known;
    private final Map<String, StatedPerson> people = new LinkedHashMap<>();
    private final Map<String, StatedOrder> orders = new HashMap<>();
    private final Map<ProductKey, String> products = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<String, List<String>> sharers = new HashMap<>();
    private final List<Long> ended = new ArrayList<>();
    private final Map<Long, String> rosterValues = new LinkedHashMap<>();
    private final List<Sentence> warnings = new ArrayList<>();

    private CorrectedRoster(StatedRoster stated, KnownRoster known) {
        this.stated = stated;
        this.known = known;
    }

    /** @param ends false for going back to a kept roster, which ends no correction */
    static CorrectedRoster of(Db db, StatedRoster stated, KnownRoster known, boolean ends) throws SQLException {
        CorrectedRoster corrected = new CorrectedRoster(stated, known);
        List<Standing> standing = known.isNew ? List.of() : Standing.all(db, known.conference.id());
        if (standing.stream().anyMatch(it -> !it.what().equals(Standing.FIELD))) {
            stated.people().forEach(person -> person.orders().forEach(order -> corrected.sharers
                    .computeIfAbsent(order, _ -> new ArrayList<>()).add(person.accessCode())));
        }
        for (Standing it : standing) {
            if (!corrected.apply(it) && ends) {
                corrected.ended.add(it.seq());
            }
        }
        return corrected;
    }

    StatedRoster roster() {
        return people.isEmpty() && gone.isEmpty() && orders.isEmpty() ? stated
                : stated.with(new StatedRoster.Corrected(people, gone, orders, products));
    }

    List<Sentence> warnings() {
        return warnings;
    }

    void note(Changes changes) {
        ended.forEach(seq -> changes.add(Standing.END, seq));
        rosterValues.forEach((seq, value) -> changes.add(Standing.SET_ROSTER_VALUE, value, seq));
    }

    // False where the roster says the same, so that the correction has served.
    private boolean apply(Standing it) {
        Optional<StatedPerson> person = person(it.code());
        if (person.isEmpty()) {
            return true;
        }
        return switch (it.what()) {
            case Standing.FIELD -> field(it, person.get());
            case Standing.TICKET -> ticket(it, person.get());
            case Standing.MORE -> more(it, person.get());
            case Standing.NO_MORE -> noMore(it, person.get());
            case Standing.MOVED -> moved(it, person.get());
            case Standing.MERGED -> merged(it, person.get());
            default -> true;
        };
    }

    private Optional<StatedPerson> person(String code) {
        return Optional.ofNullable(people.get(code)).or(() -> gone.contains(code) ? Optional.empty() : stated.person(code));
    }

    private StatedOrder order(String reference) {
        return orders.containsKey(reference) ? orders.get(reference) : stated.order(reference).orElseThrow();
    }

    private boolean field(Standing it, StatedPerson person) {
        boolean shown = it.about().startsWith(Standing.SHOWN);
        String name = shown ? it.about().substring(Standing.SHOWN.length()) : it.about();
        Optional<String> says = shown ? Optional.ofNullable(person.details().shown().get(name))
                : person.details().stated(Detail.valueOf(name.toUpperCase(Locale.ROOT)));
        if (says.isPresent() && says.get().equals(it.value())) {
            return false;
        }
        if (says.isPresent() && !says.get().equals(it.rosterValue())) {
            warnings.add(Sentence.of("import.corrected", it.code(), name, says.get(), it.value()));
            rosterValues.put(it.seq(), says.get());
        }
        PersonDetails details = shown ? person.details().withShown(name, it.value())
                : person.details().with(Detail.valueOf(name.toUpperCase(Locale.ROOT)), it.value());
        people.put(it.code(), person.with(details));
        return true;
    }

    private boolean ticket(Standing it, StatedPerson person) {
        List<String> on = orders(it, person);
        Predicate<StatedLine> before = of(person, Product.Kind.TICKET_TYPE, it.about());
        if (has(on, of(person, Product.Kind.TICKET_TYPE, it.value())) && !has(on, before)) {
            return false;
        }
        ProductKey now = key(Product.Kind.TICKET_TYPE, it.value());
        if (it.about().isEmpty()) {
            add(on, person, now, 1);
        } else {
            own(person);
            replace(on, before, line -> line.of(now, nameOf(now)));
        }
        return true;
    }

    private boolean more(Standing it, StatedPerson person) {
        int wanted = Integer.parseInt(it.value());
        List<String> on = orders(it, person);
        int says = quantity(on, of(person, Product.Kind.ADDON, it.about()));
        if (says >= wanted) {
            return false;
        }
        add(on, person, key(Product.Kind.ADDON, it.about()), wanted - says);
        return true;
    }

    // To the latest of these orders; one that was begun here is not stated, and keeps its lines.
    private void add(List<String> on, StatedPerson person, ProductKey key, int quantity) {
        if (!on.isEmpty()) {
            StatedOrder latest = order(on.getLast());
            orders.put(latest.reference(),
                    latest.with(new StatedLine(key, nameOf(key), quantity, Optional.of(person.accessCode()))));
        }
    }

    private boolean noMore(Standing it, StatedPerson person) {
        List<String> on = orders(it, person);
        Predicate<StatedLine> lines = of(person, Product.Kind.ADDON, it.about());
        if (!has(on, lines)) {
            return false;
        }
        own(person);
        replace(on, lines, line -> line.units(0));
        return true;
    }

    private boolean moved(Standing it, StatedPerson person) {
        boolean withItems = it.value().endsWith(Standing.WITH_ITEMS);
        String to = it.value().replace(Standing.WITH_ITEMS, "");
        Predicate<StatedLine> tickets = line -> line.product().kind() == Product.Kind.TICKET_TYPE && serves(line, person)
                && (it.about().isEmpty() || is(line, it.about()));
        List<String> on = orders(it, person);
        if (!has(on, tickets)) {
            return false;
        }
        own(person);
        Predicate<StatedLine> all = line -> tickets.test(line)
                || withItems && line.product().kind() == Product.Kind.ADDON && serves(line, person);
        StatedPerson taker = person(to).orElseGet(() -> new StatedPerson(to, PersonDetails.NONE).with(RosterSource.LOCAL));
        for (String reference : on) {
            if (order(reference).lines().stream().anyMatch(all)) {
                taker = taker.withOrder(reference);
            }
        }
        Set<Long> moving = linesThere(on, all);
        people.put(to, taker.withMoreRedeemed(counts(person, moving::contains)));
        replace(on, all, line -> line.heldBy(to));
        people.put(it.code(),
                person.withRedeemed(counts(person, line -> !moving.contains(line)))
                        .withOrders(person.orders().stream().filter(reference -> order(reference).lines().stream()
                                .anyMatch(line -> line.quantity() > 0 && serves(line, person))).toList()));
        return true;
    }

    private boolean merged(Standing it, StatedPerson person) {
        StatedPerson into = person(it.value()).orElseGet(() -> new StatedPerson(it.value(), PersonDetails.NONE));
        own(person);
        for (String reference : person.orders()) {
            into = into.withOrder(reference);
        }
        replace(person.orders(), line -> serves(line, person), line -> line.heldBy(it.value()));
        people.put(it.value(), into.withMoreRedeemed(person.redeemed()));
        people.remove(it.code());
        gone.add(it.code());
        return true;
    }

    // The person's orders that a correction was made on, whatever has become of them and of others since.
    private static List<String> orders(Standing it, StatedPerson person) {
        return it.orders().isEmpty() ? person.orders()
                : person.orders().stream().filter(it.orders()::contains).toList();
    }

    // Shared lines of a person's orders become their sharers' own.
    private void own(StatedPerson person) {
        for (String reference : person.orders()) {
            List<StatedLine> lines = new ArrayList<>();
            for (StatedLine line : order(reference).lines()) {
                List<String> holders = line.holder().isPresent() ? List.of(line.holder().get())
                        : Objects.requireNonNull(sharers.get(reference));
                lines.add(line.heldBy(holders.getFirst()));
                holders.stream().skip(1).forEach(holder -> lines.add(line.partOf(holder)));
            }
            orders.put(reference, order(reference).withLines(lines));
        }
    }

    private void replace(List<String> on, Predicate<StatedLine> which, UnaryOperator<StatedLine> by) {
        for (String reference : on) {
            orders.put(reference, order(reference).withLines(order(reference).lines().stream()
                    .map(line -> which.test(line) ? by.apply(line) : line).toList()));
        }
    }

    private Set<Long> linesThere(List<String> on, Predicate<StatedLine> which) {
        return on.stream().flatMap(reference -> order(reference).lines().stream()).filter(which)
                .flatMap(line -> line.partThere().stream()).collect(Collectors.toSet());
    }

    // What the server counts for a person, by its lines.
    private static Map<Long, Integer> counts(StatedPerson person, Predicate<Long> lines) {
        Map<Long, Integer> counts = new HashMap<>(person.redeemed());
        counts.keySet().removeIf(line -> !lines.test(line));
        return counts;
    }

    private boolean has(List<String> on, Predicate<StatedLine> which) {
        return quantity(on, which) > 0;
    }

    private int quantity(List<String> on, Predicate<StatedLine> which) {
        return on.stream().flatMap(reference -> order(reference).lines().stream()).filter(which)
                .mapToInt(StatedLine::quantity).sum();
    }

    private Predicate<StatedLine> of(StatedPerson person, Product.Kind kind, String slug) {
        return line -> line.product().kind() == kind && is(line, slug) && serves(line, person);
    }

    private static boolean serves(StatedLine line, StatedPerson person) {
        return line.holder().isEmpty() || line.holder().get().equals(person.accessCode());
    }

    private boolean is(StatedLine line, String slug) {
        return line.product().word().equals(slug)
                || line.product().named() && line.product().word().equals(name(line.product().kind(), slug));
    }

    private String nameOf(ProductKey key) {
        return Objects.requireNonNull(products.get(key));
    }

    private ProductKey key(Product.Kind kind, String slug) {
        ProductKey key = ProductKey.slug(kind, slug);
        products.put(key, name(kind, slug));
        return key;
    }

    private String name(Product.Kind kind, String slug) {
        return known.products.stream().filter(product -> product.kind() == kind && product.slug().equals(slug))
                .map(product -> ProductKey.exactName(product.name())).findFirst().orElse(slug);
    }
}
