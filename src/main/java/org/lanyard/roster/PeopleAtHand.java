package org.lanyard.roster;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/**
 * Everybody of one conference in memory, so that a scan need not ask the file who somebody is. They are of one
 * {@link Db#epoch}; in another the file is asked, until they are read again.
 */
final class PeopleAtHand {

    private final Ledger ledger;
    private volatile AtHand atHand = new AtHand(0, 0, Map.of());
    private volatile boolean ended;

    PeopleAtHand(Ledger ledger) {
        this.ledger = ledger;
    }

    private record AtHand(long conference, long epoch, Map<String, Person> byCode) {

        boolean holds(long asked, long now) {
            return conference == asked && epoch == now;
        }
    }

    /** Within a transaction. */
    Optional<Person> byCode(Db db, long conference, String code) throws SQLException {
        AtHand people = atHand;
        return people.holds(conference, db.epoch()) ? Optional.ofNullable(people.byCode().get(code))
                : People.byCode(db, conference, code);
    }

    /** Reads everybody of this conference, where that is not at hand already, in the place of whoever was. */
    synchronized void read(Conference conference) {
        long epoch = ledger.writeNow(Db::epoch);   // before the snapshot: whatever that misses begins another
        if (!atHand.holds(conference.id(), epoch)) {
            Map<String, Person> all = ledger.read(db -> all(db, conference.id()));
            if (!ended) {
                atHand = new AtHand(conference.id(), epoch, all);
            }
        }
    }

    /** Ends reading, for good: a station that closes does not wait for it. */
    void end() {
        ended = true;
    }

    private Map<String, Person> all(Db db, long conference) throws SQLException {
        Map<String, Person> all = new HashMap<>();
        Shared shared = new Shared();
        for (long id : db.list(row -> row.getLong(1), "SELECT id FROM attendee WHERE conference_id = ?", conference)) {
            if (ended) {
                break;
            }
            Thread.yield();   // else others of the few threads that work aside would wait for seconds
            People.byId(db, id).ifPresent(person -> all.put(person.accessCode(), shared.person(person)));
        }
        return all;
    }

    /** Keeps what many people have alike once: half the memory, and nearer at hand. */
    private static final class Shared {

        private final Map<Object, Object> values = new HashMap<>();

        Person person(Person person) {
            return new Person(person.id(), person.accessCode(), person.details(), person.withdrawn(),
                    person.checkedInElsewhereAt(), person.checkedInElsewhereSeq(),
                    person.orders().stream().map(this::order).toList());
        }

        private Person.Order order(Person.Order order) {
            List<Person.Line> lines = order.lines().stream().map(line -> new Person.Line(line.id(),
                    one(line.product()), one(line.description()), line.quantity())).toList();
            return new Person.Order(order.id(), order.reference(), one(order.status()), lines);
        }

        @SuppressWarnings("unchecked")   // what is equal is of one class
        private <T> T one(T value) {
            return (T) values.computeIfAbsent(value, _ -> value);
        }
    }
}
