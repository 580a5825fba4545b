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
        return new Person(code, pick(NAMES) + " " + code.length(), List.copyOf(references), attention(),
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
            people.put(code, new Person(code, pick(NAMES), List.of(reference), null, null, false));
        }
        return new Register(ELSEWHERE, zoneAtNoon(), people, orders);
    }

    /**
     * The same roster some days on: people gone and come, orders ended, notes, statuses and quantities changed. Nobody gains
     * what somebody has used: R38, which these rules do not know, is RandomPurchasesTest's.
     */
    Register later(Register register, List<String> newcomers) {
        Map<String, Person> people = new LinkedHashMap<>();
        register.people().forEach((code, person) -> {
            if (random.nextInt(25) != 0) {
                people.put(code, later(person));
            }
        });
        Map<String, Order> orders = new LinkedHashMap<>();
        register.orders().forEach((reference, order) -> orders.put(reference, new Order(reference,
                random.nextInt(8) == 0 && isActive(order) ? pick(STATUSES) : order.status(), later(order.lines(), people))));
        for (String code : newcomers) {
            String reference = "NEW-" + code;
            orders.put(reference, new Order(reference, "paid", lines(List.of(code))));
            people.put(code, person(code, List.of(reference)));
        }
        return new Register(register.slug(), register.timezone(), people, orders);
    }

    private static boolean isActive(Order order) {
        return order.status().equals("paid") || order.status().equals("partially_refunded");
    }

    private Person later(Person person) {
        List<String> orders = person.orders();
        if (orders.size() > 1 && random.nextInt(4) == 0) {
            orders = orders.subList(0, orders.size() - 1);
        }
        return new Person(person.code(), person.name(), orders,
                random.nextInt(5) == 0 ? attention() : person.attention(), person.checkedInAt(), false);
    }

    /** The holder of a line may be gone; the line then goes with them. */
    private List<Line> later(List<Line> lines, Map<String, Person> people) {
        List<Line> kept = new ArrayList<>();
        for (Line line : lines) {
            boolean holderThere = line.holder() == null || people.containsKey(line.holder());
            if (holderThere && random.nextInt(20) != 0) {
                kept.add(random.nextInt(6) == 0 ? line.with(random.nextInt(line.quantity() + 1)) : line);
            }
        }
        return List.copyOf(kept);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
