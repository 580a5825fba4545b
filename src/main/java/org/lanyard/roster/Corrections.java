package org.lanyard.roster;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.AccessCode;
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

    private static final String RECORD = """
            INSERT INTO correction (seq, id, conference_id, attendee_id, corrected_at, corrected_by, station_id, what,
                                    value, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD = """
            INSERT INTO attendee (conference_id, access_code, name, email, company, source) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """;
    private static final String BRING_BACK = """
            UPDATE attendee SET withdrawn = 0, email = iif(?1 = '', email, ?1), company = iif(?2 = '', company, ?2),
                   source = ?3 WHERE id = ?4
            """;
    private static final String LOCAL = RosterSource.LOCAL.word();

    private final Ledger ledger;
    private final Roster roster;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    public Corrections(Ledger ledger, Roster roster, InstantSource clock, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.roster = roster;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody who is not on the roster; {@code ticket} is null for none. */
    public record Newcomer(String accessCode, String name, String email, String company, Product ticket) {}

    /**
     * Adds a person, with a paid order of their own for the ticket. One whom a roster withdrew is brought back: with that
     * order instead of what they had; without a ticket with what they had.
     *
     * @throws NotPossible for a volunteer, without a reason, or where the code is no code or somebody else's
     */
    public void add(Post by, Newcomer newcomer, String reason) {
        check(by, reason);
        String code = AccessCode.of(newcomer.accessCode()).orElseThrow(() -> new NotPossible(
                "person.code-length", AccessCode.MAX_LENGTH)).text();
        ledger.writeNow(db -> {
            long conference = by.conference().id();
            Optional<Person> known = People.byCode(db, conference, code);
            long attendee = known.isPresent() ? restoreAttendee(db, known.get(), newcomer)
                    : db.one(row -> row.getLong(1), ADD, conference, code, newcomer.name(), newcomer.email(),
                            newcomer.company(), LOCAL).orElseThrow();
            if (newcomer.ticket() != null) {
                addOrder(db, by, attendee, code, newcomer.ticket());
            }
            record(db, by, attendee, "added", known.map(Person::name).orElse(newcomer.name()), reason);
            return null;
        });
    }

    /** Under another name it would be somebody else, who would inherit what was recorded of them. */
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

    private static void addOrder(Db db, Post by, long attendee, String code, Product ticket) throws SQLException {
        long order = db.one(row -> row.getLong(1),
                "INSERT INTO orders (conference_id, reference, status) VALUES (?, ?, 'paid') RETURNING id",
                by.conference().id(), reference(db, by.conference().id(), code)).orElseThrow();
        db.run("INSERT INTO attendee_order (attendee_id, order_id, position, source) VALUES (?, ?, 0, ?)", attendee,
                order, LOCAL);
        boolean isTicket = ticket.kind() == Product.Kind.TICKET_TYPE;
        db.run("""
                INSERT INTO order_line_item (order_id, position, holder_id, ticket_type_id, addon_id, description,
                                             quantity)
                VALUES (?, 0, ?, ?, ?, ?, 1)
                """, order, attendee, isTicket ? ticket.id() : null, isTicket ? null : ticket.id(), ticket.name());
    }

    /** Their second is another than their first: somebody may be added, withdrawn by a roster, and brought back. */
    private static String reference(Db db, long conference, String code) throws SQLException {
        String reference = "LOCAL-" + code;
        for (int i = 2; db.number("SELECT 1 FROM orders WHERE conference_id = ? AND reference = ?", conference,
                reference) != 0; i++) {
            reference = "LOCAL-" + code + "-" + i;
        }
        return reference;
    }

    /**
     * Sets the status of the attendee's latest order ("paid at the desk").
     *
     * @throws NotPossible for a volunteer, without a reason, or where there is no order
     */
    public void setOrderStatus(Post by, long attendee, String status, String reason) {
        check(by, reason);
        if (!StatedOrder.STATUSES.contains(status)) {
            throw new NotPossible("person.status", status);
        }
        ledger.writeNow(db -> {
            Person person = person(db, attendee);
            if (person.orders().isEmpty()) {
                throw new NotPossible("person.no-order", person.attendee().shownName());
            }
            long order = person.orders().getLast().id();
            db.run("UPDATE orders SET status_here = iif(status = ?1, NULL, ?1) WHERE id = ?2", status, order);
            Conferences.rosterChanged(db, by.conference().id(), List.of(), List.of(order));
            record(db, by, attendee, "order_status", status, reason);
            return null;
        });
    }

    /**
     * Sets the attention note of R12; empty takes it away.
     *
     * @throws NotPossible for a volunteer, or without a reason
     */
    public void setAttention(Post by, long attendee, String note, String reason) {
        check(by, reason);
        ledger.writeNow(db -> {
            person(db, attendee);
            db.run("UPDATE attendee SET attention_here = iif(attention = ?1, NULL, ?1) WHERE id = ?2", note.strip(),
                    attendee);
            record(db, by, attendee, "attention", note.strip(), reason);
            return null;
        });
    }

    private Person person(Db db, long attendee) throws SQLException {
        return roster.person(db, attendee).orElseThrow(() -> new NotPossible("person.none"));
    }

    private void record(Db db, Post by, long attendee, String what, String value, String reason) throws SQLException {
        db.run(RECORD, db.place(), ids.get(), by.conference().id(), attendee, clock.instant(), by.staffId(), by.stationId(),
                what,
                value, reason.strip());
        Conferences.rosterChanged(db, by.conference().id(), List.of(attendee), List.of());
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
