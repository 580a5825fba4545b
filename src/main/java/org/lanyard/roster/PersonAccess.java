package org.lanyard.roster;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;

/**
 * Blocks of people and codes (R34), and further codes (R35), each journaled among the corrections. A change fails with
 * {@link NotPossible} for a volunteer, without the reason that it asks for, or where nobody has the code. From any
 * thread but the ledger's writer.
 */
public final class PersonAccess {

    private static final String RECORD = """
            INSERT INTO correction (seq, id, conference_id, attendee_id, corrected_at, corrected_by, station_id, what,
                                    value, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LINK =
            "INSERT INTO attendee_code (conference_id, code, attendee_id, source) VALUES (?, ?, ?, ?)";
    private static final String ORDER =
            "SELECT 1 FROM orders WHERE conference_id = ? AND upper(reference) = ?";

    private final Ledger ledger;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    public PersonAccess(Ledger ledger, InstantSource clock, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    public record Code(String code, boolean blocked) {}

    /** Their codes, the access code first, within a transaction. */
    public static List<Code> codes(Db db, Person person) throws SQLException {
        List<Code> codes = db.list(row -> new Code(row.getString(1), row.getInt(2) != 0),
                "SELECT code, blocked <> '' FROM attendee_code WHERE attendee_id = ? ORDER BY code", person.id());
        codes.addFirst(new Code(person.accessCode(), person.codeBlocked()));
        return List.copyOf(codes);
    }

    /** The code of this person that a reading names, in any case; else their access code. */
    public String codeOf(Person person, String read) {
        String code = Reading.of(read).code();
        return ledger.read(db -> codes(db, person).stream().map(Code::code)
                .sorted(Comparator.comparing(own -> !own.equals(code)))
                .filter(own -> AccessCode.fold(own).equals(AccessCode.fold(code))).findFirst().orElse(person.accessCode()));
    }

    public void block(Post by, long attendee, String reason) {
        if (reason.isBlank()) {
            throw new NotPossible("person.reason");
        }
        setBlocked(by, attendee, reason.strip(), "blocked", reason.strip());
    }

    public void unblock(Post by, long attendee, String reason) {
        setBlocked(by, attendee, "", "unblocked", reason.strip());
    }

    private void setBlocked(Post by, long attendee, String block, String what, String reason) {
        demandLead(by);
        ledger.writeNow(db -> {
            writeBlock(db, attendee, block);
            record(db, by, attendee, what, "", reason);
            return true;
        });
    }

    /** @param reason empty lets them in again */
    static void writeBlock(Db db, long attendee, String reason) throws SQLException {
        db.insert("UPDATE attendee SET blocked_here = iif(blocked = ?1, NULL, ?1) WHERE id = ?2", reason, attendee);
    }

    public void blockCode(Post by, String code, String reason) {
        if (reason.isBlank()) {
            throw new NotPossible("person.reason");
        }
        demandLead(by);
        ledger.writeNow(db -> {
            long attendee = setCodeBlocked(db, by.conference().id(), code, reason.strip());
            record(db, by, attendee, "code_blocked", code, reason.strip());
            return true;
        });
    }

    public void unblockCode(Post by, String code, String reason) {
        demandLead(by);
        ledger.writeNow(db -> {
            long attendee = setCodeBlocked(db, by.conference().id(), code, "");
            record(db, by, attendee, "code_unblocked", code, reason.strip());
            return true;
        });
    }

    static long setCodeBlocked(Db db, long conference, String code, String reason) throws SQLException {
        // The access code of somebody who was merged into another is a further code of that person (R37).
        Optional<Long> further = db.one(row -> row.getLong(1), """
                UPDATE attendee_code SET blocked = ? WHERE conference_id = ? AND code = ? RETURNING attendee_id
                """, reason, conference, code);
        Optional<Long> owner = further.isPresent() ? further : db.one(row -> row.getLong(1), """
                UPDATE attendee SET code_blocked = ? WHERE conference_id = ? AND access_code = ? RETURNING id
                """, reason, conference, code);
        return owner.orElseThrow(() -> new NotPossible("code.nobody", code));
    }

    /**
     * Links a further code to a person.
     *
     * @throws NotPossible where it is no code, or anybody's in any case, or an order reference
     */
    public void link(Post by, long attendee, String code) {
        ledger.writeNow(db -> {
            link(db, by, attendee, code);
            record(db, by, attendee, "code_linked", code, "");
            return true;
        });
    }

    /**
     * Gives a person another code for one that is lost, and blocks that.
     *
     * @param lost one of their codes, exactly
     * @throws NotPossible as {@link #link}, and where nobody has the lost code
     */
    public void replace(Post by, long attendee, String lost, String code, String reason) {
        ledger.writeNow(db -> {
            link(db, by, attendee, code);
            setCodeBlocked(db, by.conference().id(), lost, reason.isBlank() ? "replaced" : reason.strip());
            record(db, by, attendee, "code_replaced", lost + " " + code, reason.strip());
            return true;
        });
    }

    private static void link(Db db, Post by, long attendee, String given) throws SQLException {
        String code = AccessCode.of(given).orElseThrow(
                () -> new NotPossible("person.code-length", AccessCode.MAX_LENGTH)).text();
        long conference = by.conference().id();
        Optional<Lookup.Candidate> owner = Lookup.Candidate.inAnyCase(db, code).stream()
                .filter(candidate -> candidate.conference() == conference).findFirst();
        if (owner.isPresent()) {
            Lookup.Candidate its = owner.get();
            throw new NotPossible("code.taken", code, its.name().isBlank() ? its.code() : its.name());
        }
        checkNoOrder(db, conference, code);
        db.insert(LINK, conference, code, attendee, RosterSource.LOCAL.word());
    }

    // As a code it would hide the order's people (R36).
    static void checkNoOrder(Db db, long conference, String code) throws SQLException {
        if (db.number(ORDER, conference, code.toUpperCase(Locale.ROOT)) != 0) {
            throw new NotPossible("code.is-order", code);
        }
    }

    // A link that was first in the venue's order: one that was made here since gives way.
    static void writeLink(Db db, long conference, long attendee, String code) throws SQLException {
        db.run("DELETE FROM attendee_code WHERE conference_id = ? AND upper(code) = ? AND source = ?", conference,
                code.toUpperCase(Locale.ROOT), RosterSource.LOCAL.word());
        if (Lookup.Candidate.inAnyCase(db, code).stream().noneMatch(taken -> taken.conference() == conference)) {
            db.insert(LINK, conference, code, attendee, RosterSource.LOCAL.word());
        }
    }

    private static void demandLead(Post by) {
        if (!by.allows(Role.LEAD)) {
            throw new NotPossible("role.lead");
        }
    }

    private void record(Db db, Post by, long attendee, String what, String value, String reason) throws SQLException {
        db.insert(RECORD, db.place(), ids.get(), by.conference().id(), attendee, clock.instant(), by.staffId(),
                by.stationId(), what, value, reason);
        Conferences.rosterChanged(db, by.conference().id(), List.of(attendee), List.of());
    }
}
