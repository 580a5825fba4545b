package org.lanyard.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One conference as its roster states it: the model's own picture, which shares nothing with the program's. */
record Register(String slug, String timezone, Map<String, Person> people, Map<String, Order> orders) {

    enum Kind { TICKET, ADDON }

    record Product(Kind kind, String slug) {
        static Product ticket(String slug) {
            return new Product(Kind.TICKET, slug);
        }

        static Product addon(String slug) {
            return new Product(Kind.ADDON, slug);
        }

        /** As R14 writes a slug that is a ticket type and an add-on at once. */
        String qualified() {
            return (kind == Kind.TICKET ? "ticket:" : "addon:") + slug;
        }
    }

    /** @param holder the access code of the one whom it serves; null for everybody on the order */
    record Line(long id, Product product, String description, int quantity, String holder) {
        Line with(int other) {
            return new Line(id, product, description, other, holder);
        }
    }

    record Order(String reference, String status, List<Line> lines) {
        boolean active() {
            return status.equals("paid") || status.equals("partially_refunded");
        }
    }

    /**
     * @param orders      the references of this person's orders, oldest first
     * @param email       null for none
     * @param attention   null for none
     * @param checkedInAt a first check-in made elsewhere; null for none
     */
    record Person(String code, String name, String email, List<String> orders, String attention, String checkedInAt,
            boolean withdrawn) {
        Person with(List<String> now, String note) {
            return new Person(code, name, email, now, note, checkedInAt, withdrawn);
        }

        Person renamed(String other) {
            return new Person(other, name, email, orders, attention, checkedInAt, withdrawn);
        }

        Person gone() {
            return new Person(code, name, email, orders, attention, checkedInAt, true);
        }
    }

    List<Order> ordersOf(Person person) {
        return person.orders().stream().map(orders::get).toList();
    }

    /** What the person is entitled to (R9): the lines of every active order, those that another holds left out. */
    List<Line> linesOf(Person person) {
        List<Line> lines = new ArrayList<>();
        for (Order order : ordersOf(person)) {
            if (order.active() && !person.withdrawn()) {
                order.lines().stream().filter(line -> serves(line, person)).forEach(lines::add);
            }
        }
        return lines;
    }

    /** What the person ever bought of a kind or a product, whatever became of the order. */
    List<Line> everBought(Person person) {
        return ordersOf(person).stream().flatMap(order -> order.lines().stream()).filter(line -> serves(line, person))
                .toList();
    }

    List<Line> linesOf(Person person, Product product) {
        return linesOf(person).stream().filter(line -> line.product().equals(product)).toList();
    }

    /** Whether the person holds it at all: nothing of it is not held. */
    boolean holds(Person person, Product product) {
        return linesOf(person, product).stream().anyMatch(line -> line.quantity() > 0);
    }

    boolean hasTicket(Person person) {
        return linesOf(person).stream().anyMatch(line -> line.product().kind() == Kind.TICKET && line.quantity() > 0);
    }

    static boolean serves(Line line, Person person) {
        return line.holder() == null || line.holder().equals(person.code());
    }

    /** R38: a replaced code, known by name and e-mail. */
    boolean isHeir(String code, String old) {
        Person gone = people.get(old);
        Person here = people.get(code);
        return gone.withdrawn() && !here.withdrawn() && gone.email() != null && gone.email().equals(here.email())
                && gone.name().equals(here.name());
    }

    /** This register after an import of another one: who is no longer in it is withdrawn, a dropped line is zero. */
    Register after(Register stated) {
        Map<String, Person> everybody = new LinkedHashMap<>();
        people.values().forEach(known -> everybody.put(known.code(), known.gone()));
        everybody.putAll(stated.people);
        Map<String, Order> every = new LinkedHashMap<>(stated.orders);
        orders.forEach((reference, known) -> every.computeIfPresent(reference, (_, now) -> merged(known, now)));
        return new Register(slug, timezone, everybody, every);
    }

    private static Order merged(Order known, Order stated) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        known.lines().forEach(line -> lines.put(line.id(), line.with(0)));
        stated.lines().forEach(line -> lines.put(line.id(), line));
        return new Order(known.reference(), stated.status(), List.copyOf(lines.values()));
    }
}
