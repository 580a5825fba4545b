package org.lanyard.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/**
 * The figures of a conference. Records are kept in memory once read, so that a refresh reads only what is new, whoever
 * wrote it. May be asked from any thread; askers of one conference take turns.
 */
public final class Statistics {

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    public Statistics(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was read before, of one conference. */
    private static final class Known {
        private final Records checkIns = new Records(Records.CHECK_INS);
        private final Records doorChecks = new Records(Records.DOOR_CHECKS);
        private final Records redemptions = new Records(Records.REDEMPTIONS);
        private RosterFigures roster;
    }

    public Figures of(Conference conference) {
        Known records = known.computeIfAbsent(conference.id(), _ -> new Known());
        synchronized (records) {
            return ledger.read(db -> {
                records.checkIns.refresh(db, conference.id());
                records.doorChecks.refresh(db, conference.id());
                records.redemptions.refresh(db, conference.id());
                records.roster = RosterFigures.current(db, conference, records.roster);
                return figures(db, conference, records);
            });
        }
    }

    private Figures figures(Db db, Conference conference, Known known) throws SQLException {
        long midnight = LocalDate.ofInstant(clock.instant(), conference.zone()).atStartOfDay(conference.zone())
                .toInstant().toEpochMilli();
        Set<Long> in = new HashSet<>(known.roster.elsewhere().keySet());
        Set<Long> today = new HashSet<>();
        known.roster.elsewhere().forEach((attendee, at) -> addIf(today, attendee, at >= midnight));
        for (Records.Entry entry : known.checkIns.live()) {
            in.add(entry.attendee());
            addIf(today, entry.attendee(), entry.at() >= midnight);
        }
        return new Figures(known.roster.attendees(), in.size(), today.size(), stations(db, known),
                doors(db, conference, known), items(known), refusals(db, conference));
    }

    private static void addIf(Set<Long> attendees, Long attendee, boolean condition) {
        if (condition) {
            attendees.add(attendee);
        }
    }

    private static List<Figures.AtStation> stations(Db db, Known known) throws SQLException {
        Map<Long, Integer> checkIns = new HashMap<>();
        Map<Long, Records.Entry> last = new HashMap<>();
        known.checkIns.live().forEach(entry -> checkIns.merge(entry.station(), 1, Integer::sum));
        for (Records records : List.of(known.checkIns, known.doorChecks, known.redemptions)) {
            records.live().forEach(entry -> last.merge(entry.station(), entry,
                    (one, other) -> one.seq() > other.seq() ? one : other));
        }
        List<Figures.AtStation> stations = new ArrayList<>();
        db.each(row -> last.containsKey(row.getLong(1)) && stations.add(new Figures.AtStation(row.getString(2),
                checkIns.getOrDefault(row.getLong(1), 0),
                Instant.ofEpochMilli(last.get(row.getLong(1)).at()))),
                "SELECT id, name FROM station ORDER BY name");
        return stations;
    }

    private static List<Figures.AtDoor> doors(Db db, Conference conference, Known known) throws SQLException {
        Map<Long, Set<Long>> admitted = new HashMap<>();
        known.doorChecks.live().forEach(entry -> admitted.computeIfAbsent(entry.product(), _ -> new HashSet<>())
                .add(entry.attendee()));
        List<Figures.AtDoor> doors = new ArrayList<>();
        db.each(row -> {
            int people = admitted.getOrDefault(row.getLong(1), Set.of()).size();
            Integer capacity = (Integer) row.getObject(3);
            return (people > 0 || row.getInt(4) != 0) && doors.add(new Figures.AtDoor(row.getString(2), people,
                    capacity));
        }, """
                SELECT -ticket_type.id, iif(EXISTS (SELECT 1 FROM addon WHERE addon.slug = ticket_type.slug
                       AND addon.conference_id = ?1), 'ticket:', '') || slug, capacity, door.id IS NOT NULL
                  FROM ticket_type LEFT JOIN door ON door.ticket_type_id = ticket_type.id WHERE conference_id = ?1
                UNION ALL
                SELECT addon.id, iif(EXISTS (SELECT 1 FROM ticket_type WHERE ticket_type.slug = addon.slug
                       AND ticket_type.conference_id = ?1), 'addon:', '') || slug, capacity, door.id IS NOT NULL
                  FROM addon LEFT JOIN door ON door.addon_id = addon.id WHERE conference_id = ?1
                """, conference.id());
        return doors;
    }

    private static List<Figures.OfItem> items(Known known) {
        Map<Long, Integer> redeemed = new HashMap<>(known.roster.redeemedElsewhere());
        known.redemptions.live().forEach(entry -> redeemed.merge(entry.product(), 1, Integer::sum));
        List<Figures.OfItem> items = new ArrayList<>();
        known.roster.items().forEach(item -> {
            int units = redeemed.getOrDefault(item.addon(), 0);
            if (units > 0 || item.purchased() > 0) {
                items.add(new Figures.OfItem(item.slug(), units, item.purchased()));
            }
        });
        return items;
    }

    private static List<Figures.Refused> refusals(Db db, Conference conference) throws SQLException {
        return db.list(row -> new Figures.Refused(row.getString(1), row.getInt(2)), """
                SELECT verdict, count(*) FROM refusal WHERE conference_id = ? GROUP BY verdict ORDER BY 2 DESC, 1
                """, conference.id());
    }
}
