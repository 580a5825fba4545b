package org.lanyard.bench;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lanyard.Station;

/** Fills a station with the records of a busy conference: everybody in once, over a day and a half, at ten stations. */
final class BusyConference {

    static final int DOOR_CHECKS = 20_000;
    static final int REDEMPTIONS = 50_000;
    private static final int DESKS = 10;
    private static final long SPAN = Duration.ofHours(36).toMillis();

    private static final String CHECK_IN = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, station_id)
            VALUES (?, ?, 1, ?, ?, ?)
            """;
    private static final String DOOR_CHECK = """
            INSERT INTO door_check (seq, id, conference_id, attendee_id, addon_id, checked_at, station_id)
            VALUES (?, ?, 1, ?, ?, ?, ?)
            """;
    private static final String REDEMPTION = """
            INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at,
                                            station_id)
            VALUES (?, ?, 1, ?, ?, ?, ?)
            """;
    private static final String REDEEMABLE = """
            SELECT link.attendee_id, line.id FROM order_line_item line
              JOIN attendee_order link ON link.order_id = line.order_id
             WHERE line.addon_id IS NOT NULL LIMIT ?
            """;

    private final Station station;
    private final List<Long> desks = new ArrayList<>();
    private final Random random = new Random(Stations.SEED);
    private long seq;

    BusyConference(Station station) {
        this.station = station;
    }

    void record() {
        for (int i = 1; i <= DESKS; i++) {
            desks.add(station.venue().station("Desk " + i));
        }
        List<Long> people = station.ledger().read(db -> db.list(row -> row.getLong(1), "SELECT id FROM attendee"));
        List<Long> doors = station.ledger().read(db -> db.list(row -> row.getLong(1), "SELECT id FROM addon"));
        List<long[]> redeemable = station.ledger().read(db -> db.list(row -> new long[] {row.getLong(1),
                row.getLong(2)}, REDEEMABLE, REDEMPTIONS));
        write(CHECK_IN, people.stream().map(this::row).toList());
        write(DOOR_CHECK, people.stream().limit(DOOR_CHECKS)
                .map(person -> row(person, doors.get(random.nextInt(doors.size())))).toList());
        write(REDEMPTION, redeemable.stream().map(unit -> row(unit[0], unit[1])).toList());
    }

    private Object[] row(Long... what) {
        List<Object> row = new ArrayList<>(List.of(++seq, Generators.timeBasedEpochGenerator().generate()));
        row.addAll(List.of(what));
        row.add(station.clock().millis() - random.nextLong(SPAN));
        row.add(desks.get(random.nextInt(DESKS)));
        return row.toArray();
    }

    private void write(String sql, List<Object[]> rows) {
        station.ledger().writeNow(db -> {
            db.runAll(sql, rows);
            return null;
        });
    }
}
