package org.lanyard.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;
import org.lanyard.model.Register.Product;

/** Makes up the conferences of one seed, and what the roster of the first says when it is read again. */
final class RegisterMaker {

    static final String HERE = "pycon-us_2027";
    static final String ELSEWHERE = "rustfest-2027";
    static final Product LUNCH = Product.addon("lunch");
    static final Product TSHIRT = Product.addon("tshirt-m");
    static final Product TUTORIAL = Product.addon("tutorial-rust");
    static final Product STUDENT = Product.ticket("student");
    /** A slug that is a ticket type and an add-on at once. */
    static final List<Product> WORKSHOP = List.of(Product.ticket("workshop"), Product.addon("workshop"));
    static final List<Product> TICKETS = List.of(Product.ticket("individual"), STUDENT, WORKSHOP.getFirst());
    static final List<Product> ADDONS = List.of(LUNCH, TSHIRT, TUTORIAL, WORKSHOP.getLast());

    private static final List<String> STATUSES = List.of("paid", "paid", "paid", "paid", "paid", "partially_refunded",
            "pending", "refunded", "cancelled");
    private static final List<String> NAMES = List.of("Zoë Ångström", "", "O'Brien; DROP TABLE attendee", "李小龍",
            "<b>Bold</b>", "%s %n %d", "Ada \"the first\", Lovelace", "😀 Smile", "Sam {0} ${x}", "ÅßÇ");
    private static final List<String> NOTES = List.of("Speaker: hand over the green lanyard", "ID check",
            "Outstanding balance <b>12 €</b>, %s");

    private final Random random;
    private long lineId = 9000;
    private int number;

    RegisterMaker(Random random) {
        this.random = random;
    }

    /** A zone where it is about noon, so that no run of the test meets a midnight. */
    private static String zoneAtNoon() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(12 - hour).getId();
    }

    Register here(List<String> codes) {
        Map<String, Order> orders = new LinkedHashMap<>();
        Map<String, List<String>> links = new LinkedHashMap<>();
        codes.forEach(code -> links.put(code, new ArrayList<>()));
        for (int i = 0; i < codes.size() * 9 / 10; i++) {
            String reference = "ORD-" + (1000 + i);
            List<String> sharers = sharers(codes);
            sharers.forEach(code -> links.get(code).add(reference));
            orders.put(reference, new Order(reference, pick(STATUSES), lines(sharers)));
        }
        links.values().stream().filter(_ -> random.nextInt(4) == 0).forEach(some -> Collections.shuffle(some, random));
        Map<String, Person> people = new LinkedHashMap<>();
        links.forEach((code, references) -> people.put(code, person(code, references)));
        return new Register(HERE, zoneAtNoon(), people, orders);
    }

    private Person person(String code, List<String> references) {
        return new Person(code, pick(NAMES) + " " + code.length(), "%s@example.org".formatted(number++),
                List.copyOf(references), attention(),
                random.nextInt(20) == 0 ? "2026-03-0%dT07:30:00.000Z".formatted(1 + random.nextInt(9)) : null, false);
    }

    private String attention() {
        return random.nextInt(6) == 0 ? pick(NOTES) : null;
    }

    private List<String> sharers(List<String> codes) {
        List<String> sharers = new ArrayList<>();
        int size = List.of(1, 1, 1, 1, 1, 2, 2, 3, 4).get(random.nextInt(9));
        while (sharers.size() < size) {
            String code = pick(codes);
            if (!sharers.contains(code)) {
                sharers.add(code);
            }
        }
        return sharers;
    }

    private List<Line> lines(List<String> sharers) {
        List<Line> lines = new ArrayList<>();
        if (random.nextInt(8) != 0) {
            lines.add(line(pick(TICKETS), random.nextInt(25) == 0 ? 0 : 1, holder(sharers)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Product product = random.nextInt(2) == 0 ? LUNCH : pick(ADDONS);
            lines.add(line(product, List.of(0, 1, 1, 1, 2, 3, 5).get(random.nextInt(7)), holder(sharers)));
        }
        return List.copyOf(lines);
    }

    private Line line(Product product, int quantity, String holder) {
        return new Line(lineId++, product, product.slug() + ", as bought", quantity, holder);
    }

    private String holder(List<String> sharers) {
        return random.nextInt(4) == 0 ? pick(sharers) : null;
    }

    /** A smaller one that a CSV can state: everybody has one order of their own, and holds its ticket. */
    Register elsewhere(List<String> codes) {
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, Order> orders = new LinkedHashMap<>();
        for (String code : codes) {
            String reference = "R" + orders.size();
            orders.put(reference, new Order(reference, pick(STATUSES), List.of(line(STUDENT, 1, code),
                    line(LUNCH, 1 + random.nextInt(2), null), line(LUNCH, 1, null))));
            people.put(code, new Person(code, pick(NAMES), null, List.of(reference), null, null, false));
        }
        return new Register(ELSEWHERE, zoneAtNoon(), people, orders);
    }

    /**
     * The same roster some days on: people gone and come, codes replaced, orders ended, passed on, bought again, notes,
     * statuses and quantities changed, items given to another of the order.
     */
    Register later(Register register, List<String> newcomers) {
        Map<String, Person> people = new LinkedHashMap<>();
        register.people().values().stream().filter(person -> !person.withdrawn() && random.nextInt(25) != 0)
                .forEach(person -> people.put(person.code(), later(person)));
        Map<String, String> replaced = replace(people, newcomers.subList(0, newcomers.size() / 2));
        passOn(people);
        Map<String, Order> orders = new LinkedHashMap<>();
        register.orders().forEach((reference, order) -> orders.put(reference, new Order(reference,
                random.nextInt(8) == 0 ? pick(STATUSES) : order.status(), later(order, people, replaced))));
        buyAgain(people, orders);
        for (String code : newcomers.subList(newcomers.size() / 2, newcomers.size())) {
            String reference = "NEW-" + code;
            orders.put(reference, new Order(reference, "paid", lines(List.of(code))));
            people.put(code, person(code, List.of(reference)));
        }
        return new Register(register.slug(), register.timezone(), people, orders);
    }

    private Person later(Person person) {
        List<String> orders = person.orders();
        if (orders.size() > 1 && random.nextInt(4) == 0) {
            orders = orders.subList(0, orders.size() - 1);
        }
        return person.with(orders, random.nextInt(5) == 0 ? attention() : person.attention());
    }

    /** @return the new code by the old one */
    private Map<String, String> replace(Map<String, Person> people, List<String> codes) {
        Map<String, String> replaced = new LinkedHashMap<>();
        for (String code : codes) {
            Person old = people.remove(pick(List.copyOf(people.keySet())));
            replaced.put(old.code(), code);
            people.put(code, old.renamed(code));
        }
        return replaced;
    }

    /** Orders that are somebody else's now. */
    private void passOn(Map<String, Person> people) {
        for (int i = 0; i < people.size() / 12; i++) {
            Person from = people.get(pick(List.copyOf(people.keySet())));
            Person to = people.get(pick(List.copyOf(people.keySet())));
            if (!from.orders().isEmpty() && !to.orders().contains(from.orders().getFirst())) {
                List<String> left = from.orders().subList(1, from.orders().size());
                List<String> more = new ArrayList<>(to.orders());
                more.add(from.orders().getFirst());
                people.put(from.code(), from.with(left, from.attention()));
                people.put(to.code(), to.with(more, to.attention()));
            }
        }
    }

    /** Orders that were refunded, or are gone without a word, and the same again beside them. */
    private void buyAgain(Map<String, Person> people, Map<String, Order> orders) {
        for (Order order : List.copyOf(orders.values())) {
            if (order.active() && random.nextInt(12) == 0) {
                String reference = order.reference() + "-A";
                boolean said = random.nextBoolean();
                orders.put(order.reference(),
                        new Order(order.reference(), said ? "refunded" : order.status(), order.lines()));
                orders.put(reference, new Order(reference, "paid", order.lines().stream().map(line -> new Line(lineId++,
                        line.product(), line.description(), line.quantity(), line.holder())).toList()));
                people.replaceAll((_, person) -> person.orders().contains(order.reference())
                        ? person.with(again(person.orders(), order.reference(), reference, said), person.attention())
                        : person);
            }
        }
    }

    private static List<String> again(List<String> orders, String old, String reference, boolean said) {
        List<String> now = new ArrayList<>(orders);
        if (!said) {
            now.remove(old);
        }
        now.add(reference);
        return List.copyOf(now);
    }

    /** The holder of a line may be gone; the line then goes with them. */
    private List<Line> later(Order order, Map<String, Person> people, Map<String, String> replaced) {
        List<String> sharers = people.values().stream().filter(person -> person.orders().contains(order.reference()))
                .map(Person::code).toList();
        List<Line> kept = new ArrayList<>();
        for (Line line : order.lines()) {
            String holder = replaced.getOrDefault(line.holder(), line.holder());
            if (holder != null && !sharers.isEmpty() && (random.nextInt(6) == 0 || !sharers.contains(holder))) {
                holder = random.nextInt(4) == 0 ? null : pick(sharers);
            }
            if ((holder == null || people.containsKey(holder)) && random.nextInt(20) != 0) {
                int quantity = random.nextInt(5) == 0 ? random.nextInt(line.quantity() + 3) : line.quantity();
                kept.add(new Line(line.id(), line.product(), line.description(), quantity, holder));
            }
        }
        return List.copyOf(kept);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
