package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.carry.Carrying;
import org.lanyard.roster.carry.Maker;
import org.lanyard.roster.carry.Moved;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Folding;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;

/**
 * Corrections by a lead, each with a reason (R31): journaled, marked as local, and kept through imports until the
 * roster says the same.
 */
public final class Corrections {

    private static final String ADD = """
            INSERT INTO attendee (conference_id, access_code, name, email, company, source) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """;
    private static final String BRING_BACK = """
            UPDATE attendee SET withdrawn = 0, email = iif(?1 = '', email, ?1), company = iif(?2 = '', company, ?2),
                   source = ?3 WHERE id = ?4
            """;
    private static final String LOCAL = RosterSource.LOCAL.word();

    private static final String REASONS = """
            SELECT reason FROM correction WHERE conference_id = ? AND reason <> '' AND station_id IS NOT NULL
             GROUP BY reason ORDER BY max(seq) DESC LIMIT ?
            """;

    private final Ledger ledger;
    private final Roster roster;
    private final Maker maker;

    public Corrections(Ledger ledger, Roster roster, Maker maker) {
        this.ledger = ledger;
        this.roster = roster;
        this.maker = maker;
    }

    /** Somebody who is not on the roster; {@code ticket} is null for none. */
    public record Newcomer(String accessCode, String name, String email, String company, @Nullable Product ticket) {}

    /**
     * Adds a person, with a paid order of their own for the ticket. One whom a roster withdrew is brought back: with that
     * order instead of what they had; without a ticket with what they had.
     *
     * @throws NotPossible for a volunteer, without a reason, or where the code is no code or somebody else's
     */
    public void add(Post by, Newcomer newcomer, String reason) {
        check(by, reason);
        String code = code(newcomer.accessCode());
        ledger.writeNow(db -> {
            long conference = by.conference().id();
            Optional<Person> known = People.byCode(db, conference, code);
            if (known.isEmpty()) {
                PersonAccess.checkNoOrder(db, conference, code);
            }
            long attendee = known.isPresent() ? restoreAttendee(db, known.get(), newcomer)
                    : insert(db, conference, code, newcomer.name(), newcomer.email(), newcomer.company());
            if (newcomer.ticket() != null) {
                addOrder(db, conference, attendee, code, newcomer.ticket());
            }
            record(db, by, attendee, SharedCorrection.ADDED, known.map(Person::name).orElse(newcomer.name()), reason);
            return true;
        });
    }

    static long insert(Db db, long conference, String code, String name, String email, String company)
            throws SQLException {
        return db.one(row -> row.getLong(1), ADD, conference, code, name, email, company, LOCAL).orElseThrow();
    }

    // Under another name it would be somebody else, who would inherit what was recorded of them.
    private static long restoreAttendee(Db db, Person known, Newcomer newcomer) throws SQLException {
        if (!known.withdrawn()) {
            throw new NotPossible("person.code-taken", known.accessCode());
        }
        if (!newcomer.name().isEmpty() && !Folding.fold(newcomer.name()).equals(Folding.fold(known.name()))) {
            throw new NotPossible("person.was-anothers", known.accessCode(), known.attendee().shownName());
        }
        db.run(BRING_BACK, newcomer.email(), newcomer.company(), LOCAL, known.id());
        if (newcomer.ticket() != null) {
            db.run("DELETE FROM attendee_order WHERE attendee_id = ?", known.id());
        }
        return known.id();
    }

    static long beginOrder(Db db, long conference, long attendee, String code) throws SQLException {
        long order = db.one(row -> row.getLong(1),
                "INSERT INTO orders (conference_id, reference, status) VALUES (?, ?, 'paid') RETURNING id", conference,
                reference(db, conference, code)).orElseThrow();
        db.run("""
                INSERT INTO attendee_order (attendee_id, order_id, position, source)
                VALUES (?1, ?2, (SELECT ifnull(max(position) + 1, 0) FROM attendee_order WHERE attendee_id = ?1), ?3)
                """, attendee, order, LOCAL);
        return order;
    }

    static void addOrder(Db db, long conference, long attendee, String code, Product ticket) throws SQLException {
        long order = beginOrder(db, conference, attendee, code);
        boolean isTicket = ticket.kind() == Product.Kind.TICKET_TYPE;
        db.run("""
                INSERT INTO order_line_item (order_id, position, holder_id, ticket_type_id, addon_id, description,
                                             quantity)
                VALUES (?, 0, ?, ?, ?, ?, 1)
                """, order, attendee, isTicket ? ticket.id() : null, isTicket ? null : ticket.id(), ticket.name());
    }

    // Their second is another than their first: somebody may be added, withdrawn by a roster, and brought back.
    private static String reference(Db db, long conference, String code) throws SQLException {
        String reference = "LOCAL-" + code;
        for (int i = 2; db.number("SELECT 1 FROM orders WHERE conference_id = ? AND reference = ?", conference,
                reference) != 0; i++) {
            reference = "LOCAL-" + code + "-" + i;
        }
        return reference;
    }

    public void setOrderStatus(Post by, long attendee, String status, String reason) {
        correct(by, attendee, List.of(new Correction.OrderStatus(status)), reason);
    }

    public void setAttention(Post by, long attendee, String note, String reason) {
        correct(by, attendee, List.of(new Correction.Attention(note)), reason);
    }

    /**
     * Corrects a person, all or nothing.
     *
     * @throws NotPossible for a volunteer, without a reason, or where there is nothing to correct
     */
    public void correct(Post by, long attendee, List<Correction> corrections, String reason) {
        check(by, reason);
        ledger.writeNow(db -> {
            Person person = person(db, attendee);
            Carrying carrying = before(db, by, reason, List.of(person));
            for (Correction correction : corrections) {
                new Correcting(db, maker, by(by, reason), person(db, attendee)).apply(correction);
            }
            return settle(db, by, carrying, List.of(person));
        });
    }

    /**
     * Moves tickets to another person, whom it adds where nobody has the code.
     *
     * @param ticket    empty for all of them
     * @param withItems the add-ons of the same orders too
     * @param name      of a new person
     * @return units of items that now count for the other person (R38)
     * @throws NotPossible for a volunteer, without a reason, or where there is no such ticket
     */
    public List<Moved> move(Post by, long attendee, String toCode, Optional<Product> ticket, boolean withItems,
            Optional<String> name, String reason) {
        check(by, reason);
        String code = code(toCode);
        return ledger.writeNow(db -> {
            Person from = person(db, attendee);
            Person to = taker(db, by, code, name, reason);
            if (from.id() == to.id()) {
                throw new NotPossible("person.same");
            }
            Carrying carrying = before(db, by, reason, List.of(from, to));
            new Correcting(db, maker, by(by, reason), from).move(to, ticket, withItems);
            return settle(db, by, carrying, List.of(from, to));
        });
    }

    private Person taker(Db db, Post by, String code, Optional<String> name, String reason) throws SQLException {
        long conference = by.conference().id();
        Optional<Person> known = People.byCode(db, conference, code);
        if (known.isPresent()) {
            name.filter(given -> !Folding.fold(given).equals(Folding.fold(known.get().name()))).ifPresent(_ -> {
                throw new NotPossible("person.was-anothers", code, known.get().attendee().shownName());
            });
            db.run("UPDATE attendee SET withdrawn = 0, source = iif(withdrawn, ?, source) WHERE id = ?", LOCAL,
                    known.get().id());
            return known.get();
        }
        if (name.filter(given -> !given.isBlank()).isEmpty()) {
            throw new NotPossible("person.no-code", by.conference().slug(), code);
        }
        long added = insert(db, conference, code, name.get(), "", "");
        maker.record(db, by(by, reason), added, new Maker.What(SharedCorrection.ADDED, "", name.get()));
        return person(db, added);
    }

    /**
     * Merges two entries of one person: the first one's code becomes a further code of the second, who goes on. It stays.
     *
     * @throws NotPossible for a volunteer, without a reason, or where they are the same
     */
    public List<Moved> merge(Post by, long attendee, long into, String reason) {
        check(by, reason);
        if (attendee == into) {
            throw new NotPossible("person.same");
        }
        return ledger.writeNow(db -> {
            Person from = person(db, attendee);
            Person stays = person(db, into);
            Carrying carrying = before(db, by, reason, List.of(from, stays));
            new Correcting(db, maker, by(by, reason), from).mergeInto(stays);
            return settle(db, by, carrying, List.of(from, stays));
        });
    }

    /**
     * Undoes what was carried to a person (R38); a later import does not carry it again.
     *
     * @return units that count again where they did
     * @throws NotPossible for a volunteer, without a reason, or where nothing was carried
     */
    public int undoCarry(Post by, long attendee, String reason) {
        check(by, reason);
        return ledger.writeNow(db -> {
            int units = Carrying.undo(db, maker, by(by, reason), person(db, attendee).id());
            if (units == 0) {
                throw new NotPossible("carry.none");
            }
            return units;
        });
    }

    /** The reasons that were given at stations, each once, the latest first. */
    public List<String> recentReasons(Conference conference, int limit) {
        return ledger.read(db -> db.list(row -> row.getString(1), REASONS, conference.id(), limit));
    }

    private Carrying before(Db db, Post by, String reason, List<Person> people) throws SQLException {
        return Carrying.before(db, maker, by(by, reason), people.stream().map(Person::id).toList(), orders(people));
    }

    private List<Moved> settle(Db db, Post by, Carrying carrying, List<Person> people) throws SQLException {
        Carrying.Outcome outcome = carrying.settle(List.of(), List.of(), Set.of());
        List<Long> all = new ArrayList<>(outcome.noted());
        people.forEach(person -> all.add(person.id()));
        Conferences.rosterChanged(db, by.conference().id(), all, orders(people));
        return outcome.moved();
    }

    private static List<Long> orders(List<Person> people) {
        return people.stream().flatMap(person -> person.orders().stream()).map(Person.Order::id).distinct().toList();
    }

    private Person person(Db db, long attendee) throws SQLException {
        return roster.person(db, attendee).orElseThrow(() -> new NotPossible("person.none"));
    }

    private void record(Db db, Post by, long attendee, String what, String value, String reason) throws SQLException {
        maker.record(db, by(by, reason), attendee, new Maker.What(what, "", value));
        Conferences.rosterChanged(db, by.conference().id(), List.of(attendee), List.of());
    }

    private static String code(String typed) {
        return AccessCode.of(typed).orElseThrow(() -> new NotPossible("person.code-length", AccessCode.MAX_LENGTH)).text();
    }

    private static Maker.By by(Post by, String reason) {
        return new Maker.By(by.conference().id(), Optional.ofNullable(by.staffId()),
                Optional.of(by.stationId()).filter(id -> id != 0),
                reason.strip());
    }

    private static void check(Post by, String reason) {
        if (!by.allows(Role.LEAD)) {
            throw new NotPossible("role.lead");
        }
        if (reason.isBlank()) {
            throw new NotPossible("person.reason");
        }
    }
}
