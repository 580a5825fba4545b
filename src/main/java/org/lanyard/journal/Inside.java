package org.lanyard.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanyard.checkin.Presence;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;

/** The people inside the venue, or the room of a door (R33). From any thread. */
public final class Inside {

    // Codes of one person; the last movement of one who is inside is an entry.
    private static final String ALONE = """
            SELECT attendee.id, access_code, attendee.name, presence.entered_at, station.name, 1
              FROM presence JOIN attendee ON attendee.id = presence.attendee_id
              JOIN %1$s entry ON entry.seq = presence.entered_seq JOIN station ON station.id = entry.station_id
             WHERE presence.conference_id = ?1 AND presence.door = ?2 %2$s AND entered_seq > left_seq AND entered_at >= ?3
               AND (party = '' OR party = '1') ORDER BY attendee.name COLLATE NOCASE
            """;
    // Those of ALONE whose names come first: the rest is never joined.
    private static final String FIRST = """
            SELECT person.id, access_code, person.name, entered_at, station.name, 1
              FROM (SELECT attendee.id, access_code, attendee.name, entered_at, entered_seq
                      FROM presence JOIN attendee ON attendee.id = presence.attendee_id
                     WHERE presence.conference_id = ?1 AND presence.door = ?2 %2$s AND entered_seq > left_seq
                       AND entered_at >= ?3 AND (party = '' OR party = '1')
                     ORDER BY attendee.name COLLATE NOCASE LIMIT %3$d) person
              JOIN %1$s entry ON entry.seq = person.entered_seq JOIN station ON station.id = entry.station_id
             ORDER BY person.name COLLATE NOCASE
            """;
    private static final String BY_ROOM = "AND presence.door <> 0";   // the index of rooms holds these alone
    private static final int PAGE = 200;
    private static final String SEVERAL = """
            SELECT attendee.id, access_code, attendee.name, presence.entered_at, station.name, size
              FROM several JOIN presence ON presence.attendee_id = several.attendee_id AND presence.door = ?2
              JOIN attendee ON attendee.id = several.attendee_id
              JOIN %1$s entry ON entry.seq = presence.entered_seq JOIN station ON station.id = entry.station_id
             WHERE several.conference_id = ?1 AND size > 1 AND (?2 = 0 OR entered_seq > left_seq) AND entered_at >= ?3
            """;

    private final Ledger ledger;
    private final InstantSource clock;

    public Inside(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody who is inside.
     *
     * @param since  their last entry, which was at this station
     * @param people of their code
     */
    public record Person(long attendee, String accessCode, String name, Instant since, String station, int people) {

        Person with(int inside) {
            return new Person(attendee, accessCode, name, since, station, inside);
        }
    }

    /**
     * A list by name.
     *
     * @param whole false where more people follow
     */
    public record Listing(List<Person> people, boolean whole) {}

    /** Raised by each commit of this process: the list may be another since. */
    public long changes() {
        return ledger.commits();
    }

    public List<Person> of(Conference conference, Optional<Product> door) {
        return ledger.read(db -> listed(db, ALONE, conference, door));
    }

    /** As many as a screen shows, at once also where thousands are inside. */
    public Listing first(Conference conference, Optional<Product> door) {
        return ledger.read(db -> {
            List<Person> people = listed(db, FIRST, conference, door);
            return people.size() < PAGE ? new Listing(people, true)
                    : new Listing(List.copyOf(people.subList(0, PAGE)), false);
        });
    }

    private Instant since(Db db, Conference conference) throws SQLException {
        return Terms.read(db, conference.id()).insideSince(clock.instant());
    }

    private List<Person> listed(Db db, String alone, Conference conference, Optional<Product> door) throws SQLException {
        Instant since = since(db, conference);
        long place = door.map(Product::door).orElse(Presence.VENUE);
        String table = door.isPresent() ? "door_check" : "check_in";
        String index = door.isPresent() ? BY_ROOM : "";
        List<Person> people = new ArrayList<>(
                db.list(Inside::person, alone.formatted(table, index, PAGE), conference.id(), place, since));
        List<Person> parties = parties(db, SEVERAL.formatted(table), conference, place, since);
        if (!parties.isEmpty()) {
            people.addAll(parties);
            people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER));
        }
        return people;
    }

    private static List<Person> parties(Db db, String sql, Conference conference, long place, Instant since)
            throws SQLException {
        List<Person> parties = new ArrayList<>();
        for (Person party : db.list(Inside::person, sql, conference.id(), place, since)) {
            int inside = place == Presence.VENUE ? Presence.inside(db, party.attendee(), party.people(), since)
                    : party.people();
            if (inside > 0) {
                parties.add(party.with(inside));
            }
        }
        return parties;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5), row.getInt(6));
    }
}
