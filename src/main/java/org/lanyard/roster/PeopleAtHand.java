package org.lanyard.roster;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/**
 * Everybody of a conference in memory, so that a scan need not ask the file who somebody is. They are of one
 * {@link Db#epoch}; in another the file is asked, until they are read again.
 */
final class PeopleAtHand {

    private final Ledger ledger;
    private final Map<Long, AtHand> conferences = new ConcurrentHashMap<>();
    private volatile boolean ended;

    PeopleAtHand(Ledger ledger) {
        this.ledger = ledger;
    }

    private record AtHand(long epoch, Map<String, Person> byCode) {}

    /** Within a transaction. */
    Optional<Person> byCode(Db db, long conference, String code) throws SQLException {
        AtHand people = conferences.get(conference);
        return people != null && people.epoch() == db.epoch() ? Optional.ofNullable(people.byCode().get(code))
                : People.byCode(db, conference, code);
    }

    /** Reads everybody of this conference, where that is not at hand already, and lets go of any other. */
    synchronized void read(Conference conference) {
        long epoch = ledger.writeNow(Db::epoch);   // before the snapshot: whatever that misses begins another
        conferences.keySet().retainAll(Set.of(conference.id()));
        AtHand people = conferences.get(conference.id());
        if (people == null || people.epoch() != epoch) {
            Map<String, Person> all = ledger.read(db -> all(db, conference.id()));
            if (!ended) {
                conferences.put(conference.id(), new AtHand(epoch, all));
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
            return new Person(person.id(), person.accessCode(), person.name(), person.email(), one(person.company()),
                    one(person.attention()), person.withdrawn(), person.checkedInElsewhereAt(),
                    person.checkedInElsewhereSeq(), person.orders().stream().map(this::order).toList());
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
