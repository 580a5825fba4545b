package org.lanyard.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lanyard.checkin.Presence;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Conference;

/**
 * The figures of a conference. Records are kept in memory once read, so that a refresh reads only what is new, whoever
 * wrote it. May be asked from any thread; askers of one conference take turns.
 */
public final class Statistics {

    // A clock that was wrong for a while must not make the day longer than a day.
    private static final int MOST_QUARTERS = 96;

    private static final String DOORS = """
            SELECT door_name.door, slug, capacity, door.id IS NOT NULL
              FROM (SELECT -id AS door, conference_id FROM ticket_type UNION ALL SELECT id, conference_id FROM addon) product
              JOIN door_name ON door_name.door = product.door
              LEFT JOIN door ON ifnull(-door.ticket_type_id, door.addon_id) = product.door
             WHERE conference_id = ? ORDER BY product.door > 0, abs(product.door)
            """;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    public Statistics(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    private record DoorRow(long door, String slug, @Nullable Integer capacity, boolean isDoor) {}

    private static final class Known {
        private final Records checkIns = new Records(Records.CHECK_INS);
        private final Records doorChecks = new Records(Records.DOOR_CHECKS);
        private final Records checkOuts = new Records(Records.CHECK_OUTS);
        private final Records redemptions = new Records(Records.REDEMPTIONS);
        private @Nullable RosterFigures roster;
        private @Nullable Tally tally;
    }

    public Figures of(Conference conference) {
        Known records = known.computeIfAbsent(conference.id(), _ -> new Known());
        synchronized (records) {
            return ledger.read(db -> {
                Tally tally = tally(db, conference, records);
                records.tally = tally;
                return figures(db, conference, records, tally);
            });
        }
    }

    private Tally tally(Db db, Conference conference, Known known) throws SQLException {
        long midnight = LocalDate.ofInstant(clock.instant(), conference.zone()).atStartOfDay(conference.zone())
                .toInstant().toEpochMilli();
        RosterFigures roster = RosterFigures.current(db, conference, known.roster);
        known.roster = roster;
        Tally tally = Optional.ofNullable(known.tally).filter(kept -> kept.holds(roster, midnight))
                .orElseGet(() -> recount(known, new Tally(roster, midnight)));
        boolean voided = known.checkIns.refresh(db, conference.id(), tally::checkIn)
                | known.doorChecks.refresh(db, conference.id(), tally::doorCheck)
                | known.checkOuts.refresh(db, conference.id(), tally::checkOut)
                | known.redemptions.refresh(db, conference.id(), tally::redemption);
        return voided ? recount(known, new Tally(roster, midnight)) : tally;
    }

    private static Tally recount(Known known, Tally tally) {
        known.checkIns.live().forEach(tally::checkIn);
        known.doorChecks.live().forEach(tally::doorCheck);
        known.checkOuts.live().forEach(tally::checkOut);
        known.redemptions.live().forEach(tally::redemption);
        return tally;
    }

    private Figures figures(Db db, Conference conference, Known known, Tally tally) throws SQLException {
        Instant since = Terms.read(db, conference.id()).insideSince(clock.instant());
        return new Figures(tally.roster.attendees(), tally.in.size(), tally.today.size(), lately(known),
                Presence.people(db, conference, Presence.VENUE, since), tally.people(), quarters(tally),
                tickets(tally), stations(db, tally), doors(db, conference, tally, since), items(tally),
                refusals(db, conference));
    }

    // By the clock, as a volunteer would count; the journal's latest come first.
    private int lately(Known known) {
        long since = clock.instant().toEpochMilli() - Tally.QUARTER;
        return (int) known.checkIns.latestFirst().takeWhile(entry -> entry.at() >= since).count();
    }

    private static List<Figures.Quarter> quarters(Tally tally) {
        List<Figures.Quarter> quarters = new ArrayList<>();
        if (!tally.quarters.isEmpty()) {
            long last = Math.min(tally.quarters.lastKey(), tally.quarters.firstKey() + MOST_QUARTERS);
            for (long i = tally.quarters.firstKey(); i <= last; i++) {
                quarters.add(new Figures.Quarter(Instant.ofEpochMilli(i * Tally.QUARTER),
                        tally.quarters.getOrDefault(i, 0)));
            }
        }
        return quarters;
    }

    private static List<Figures.OfTicket> tickets(Tally tally) {
        Map<Long, int[]> counts = new HashMap<>();
        tally.roster.tickets().forEach((attendee, ticket) -> {
            int[] count = counts.computeIfAbsent(ticket, _ -> new int[2]);
            count[0] += tally.in.contains(attendee) ? 1 : 0;
            count[1]++;
        });
        return tally.roster.ticketTypes().stream()
                .flatMap(type -> Optional.ofNullable(counts.get(type.id())).stream()
                        .map(count -> new Figures.OfTicket(type.name(), count[0], count[1])))
                .toList();
    }

    private static List<Figures.AtStation> stations(Db db, Tally tally) throws SQLException {
        List<Figures.AtStation> stations = new ArrayList<>();
        db.each(row -> tally.last.containsKey(row.getLong(1)) && stations.add(new Figures.AtStation(row.getString(2),
                tally.checkIns.getOrDefault(row.getLong(1), 0),
                Instant.ofEpochMilli(tally.last.get(row.getLong(1)).at()))),
                "SELECT id, name FROM station ORDER BY name");
        return stations;
    }

    private static List<Figures.AtDoor> doors(Db db, Conference conference, Tally tally, Instant since) throws SQLException {
        List<Figures.AtDoor> doors = new ArrayList<>();
        for (DoorRow row : db.list(row -> new DoorRow(row.getLong(1), row.getString(2), (Integer) row.getObject(3),
                row.getInt(4) != 0), DOORS, conference.id())) {
            Set<Long> admitted = tally.admitted.getOrDefault(row.door(), Set.of());
            if (!admitted.isEmpty() || row.isDoor()) {
                doors.add(new Figures.AtDoor(row.slug(), tally.roster.people(admitted), row.capacity(),
                        Presence.people(db, conference, row.door(), since)));
            }
        }
        return doors;
    }

    private static List<Figures.OfItem> items(Tally tally) {
        List<Figures.OfItem> items = new ArrayList<>();
        tally.roster.items().forEach(item -> {
            int units = tally.redeemed.getOrDefault(item.addon(), 0);
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
