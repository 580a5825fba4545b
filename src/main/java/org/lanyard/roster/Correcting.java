package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Carrying;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

/** Writes corrections of one person, each into the journal, within a transaction. */
final class Correcting {

    private static final String DETAILS = "SELECT " + DetailColumns.NAMES + " FROM attendee WHERE id = ?";
    private static final String SET_DETAILS =
            "UPDATE attendee SET (" + DetailColumns.NAMES + ") = (" + DetailColumns.PLACES + ") WHERE id = ?";

    // A lost badge's code stays blocked.
    private static final String CODE_GOES_ON = """
            INSERT INTO attendee_code (conference_id, code, attendee_id, source, blocked)
            SELECT conference_id, access_code, ?, 'local', code_blocked FROM attendee WHERE id = ?
            """;

    private final Db db;
    private final Maker maker;
    private final Maker.By by;
    private final Person person;
    private final OrderEdits edits;

    Correcting(Db db, Maker maker, Maker.By by, Person person) {
        this.db = db;
        this.maker = maker;
        this.by = by;
        this.person = person;
        this.edits = new OrderEdits(db);
    }

    void apply(Correction correction) throws SQLException {
        switch (correction) {
            case Correction.Text(var detail, String value) -> {
                PersonDetails details = details();
                write(details.with(detail, value), detail.word(), details.text(detail), value);
            }
            case Correction.Shown(String field, String value) -> {
                PersonDetails details = details();
                write(details.withShown(field, value), Standing.SHOWN + field, details.shown().getOrDefault(field, ""),
                        value);
            }
            case Correction.Ticket(Product ticket) -> changeTicket(ticket);
            case Correction.More(Product addon, int units) -> addUnits(addon, units);
            case Correction.NoMore(Product addon) -> removeItem(addon);
            case Correction.OrderStatus(String status) -> setOrderStatus(status);
            case Correction.Attention(String note) -> setAttention(note.strip());
            case Correction.Paid(long amount, Correction.Means means) -> maker.record(db, by, person.id(),
                    new Maker.What("paid", "", String.valueOf(amount), Optional.of(amount), Optional.of(means.word())));
        }
    }

    private PersonDetails details() throws SQLException {
        return db.one(row -> DetailColumns.read(row, 1), DETAILS, person.id()).orElseThrow();
    }

    private void write(PersonDetails details, String field, String before, String value) throws SQLException {
        List<Object> arguments = new ArrayList<>(DetailColumns.values(details.over(PersonDetails.NONE)));
        arguments.add(person.id());
        db.insert(SET_DETAILS, arguments.toArray());
        stand(new Maker.What(Standing.FIELD, field, value), value, before, List.of());
    }

    /** @param orders database ids of the orders that it is about; none where it is about the person */
    private void stand(Maker.What what, String value, String before, Collection<Long> orders) throws SQLException {
        long seq = maker.record(db, by, person.id(), what);
        Set<String> references = new TreeSet<>();
        for (long order : orders) {
            references.add(edits.reference(order));
        }
        Standing.put(db, by.conference(),
                new Standing(seq, person.id(), person.accessCode(), what.what(), what.about(), value,
                        before, references));
    }

    private void stand(String what, String about, String value, Collection<Long> orders) throws SQLException {
        stand(new Maker.What(what, about, value), value, "", orders);
    }

    private void changeTicket(Product ticket) throws SQLException {
        edits.own(person);
        Optional<Person.Line> held = OrderEdits.lines(person(), Product.Kind.TICKET_TYPE).stream().findFirst();
        long order = held.isPresent() ? edits.orderOf(held.get()) : order();
        if (held.isPresent()) {
            edits.change(held.get(), ticket);
        } else {
            edits.add(order, person.id(), ticket, 1);
        }
        stand(Standing.TICKET, held.map(line -> line.product().slug()).orElse(""), ticket.slug(), List.of(order));
    }

    private void addUnits(Product addon, int units) throws SQLException {
        int before = OrderEdits.lines(person, Product.Kind.ADDON).stream().filter(line -> line.product().is(addon))
                .mapToInt(Person.Line::quantity).sum();
        long order = order();
        edits.add(order, person.id(), addon, units);
        int there = person().orders().stream().filter(its -> its.id() == order).flatMap(its -> its.lines().stream())
                .filter(line -> line.product().is(addon)).mapToInt(Person.Line::quantity).sum();
        stand(new Maker.What(Standing.MORE, addon.slug(), String.valueOf(before + units)), String.valueOf(there),
                String.valueOf(there - units), List.of(order));
    }

    private void removeItem(Product addon) throws SQLException {
        edits.own(person);
        List<Person.Line> lines = OrderEdits.lines(person(), Product.Kind.ADDON).stream()
                .filter(line -> line.product().is(addon)).toList();
        if (lines.isEmpty()) {
            throw new NotPossible("person.no-item", person.attendee().shownName(), addon.name());
        }
        for (Person.Line line : lines) {
            edits.drop(line);
        }
        stand(Standing.NO_MORE, addon.slug(), "0", edits.ordersOf(lines));
    }

    private void setOrderStatus(String status) throws SQLException {
        if (!StatedOrder.STATUSES.contains(status)) {
            throw new NotPossible("person.status", status);
        }
        db.run("UPDATE orders SET status_here = iif(status = ?1, NULL, ?1) WHERE id = ?2", status, latestOrder());
        maker.record(db, by, person.id(), new Maker.What("order_status", "", status));
    }

    private void setAttention(String note) throws SQLException {
        db.run("UPDATE attendee SET attention_here = iif(attention = ?1, NULL, ?1) WHERE id = ?2", note, person.id());
        maker.record(db, by, person.id(), new Maker.What("attention", "", note));
    }

    void move(Person to, Optional<Product> ticket, boolean withItems) throws SQLException {
        edits.own(person);
        Set<Person.Line> chosen = new HashSet<>(OrderEdits.lines(person(), Product.Kind.TICKET_TYPE).stream()
                .filter(line -> ticket.isEmpty() || line.product().is(ticket.get())).toList());
        if (chosen.isEmpty()) {
            throw new NotPossible("person.no-such-ticket", person.attendee().shownName());
        }
        if (withItems) {
            chosen.addAll(OrderEdits.lines(person(), Product.Kind.ADDON));
        }
        List<Person.Line> moving = person().orders().stream().flatMap(order -> order.lines().stream())
                .filter(chosen::contains).toList();   // the taker gets the orders in the order in which they were held
        for (Person.Line line : moving) {
            edits.give(line, person.id(), to.id(), RosterSource.ROSTER.word());
        }
        edits.leaveEmptyOrders(person);
        stand(Standing.MOVED, ticket.map(Product::slug).orElse(""),
                to.accessCode() + (withItems ? Standing.WITH_ITEMS : ""), edits.ordersOf(moving));
    }

    void mergeInto(Person into) throws SQLException {
        Carrying.merge(db, maker, by, person.id(), into.id());
        edits.giveAll(person, into);
        db.run("UPDATE attendee SET withdrawn = 1, merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", into.id(),
                person.id());
        db.run("UPDATE attendee_code SET attendee_id = ?1 WHERE attendee_id = ?2", into.id(), person.id());
        db.insert(CODE_GOES_ON, into.id(), person.id());
        if (person.blocked() && !into.blocked()) {
            PersonAccess.writeBlock(db, into.id(), person.details().blocked());
        }
        stand(Standing.MERGED, "", into.accessCode(), List.of());
    }

    private Person person() throws SQLException {
        return People.byId(db, person.id()).orElseThrow();
    }

    private long latestOrder() {
        if (person.orders().isEmpty()) {
            throw new NotPossible("person.no-order", person.attendee().shownName());
        }
        return person.orders().getLast().id();
    }

    // The latest active order, else one of their own that is begun.
    private long order() throws SQLException {
        Optional<Person.Order> active = person.activeOrders().reduce((_, last) -> last);
        return active.isPresent() ? active.get().id() : Corrections.beginOrder(db, by.conference(), person.id(),
                person.accessCode());
    }
}
