package org.lanyard.redemption;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Venue;

/**
 * An add-on's times and limit on the day of a scan (R32).
 *
 * @param from the venue's midnight; empty where there is no limit a day
 * @param to   the next one
 */
record Day(Terms.Availability times, boolean open, Optional<Instant> from, Optional<Instant> to) {

    // Live units that count for one attendee (R38), by their own time, whichever line they are of.
    private static final String UNITS = """
            SELECT redeemed_at, station_id, redeemed_by FROM counted_unit unit
              JOIN order_line_item line ON line.id = unit.order_line_item_id AND line.addon_id = ?
             WHERE attendee_id = ? AND redeemed_at >= ? AND redeemed_at < ? ORDER BY seq
            """;

    static Day of(Terms terms, Product addon, Scan scan) {
        Terms.Availability times = terms.of(addon);
        boolean open = times.valid(scan.at(), terms.zone());
        return times.perDay() == 0 ? new Day(times, open, Optional.empty(), Optional.empty())
                : new Day(times, open, Optional.of(terms.dayBegins(scan.at())), Optional.of(terms.dayEnds(scan.at())));
    }

    Optional<Verdict> refuse(Db db, Person person, Product addon) throws SQLException {
        if (!open) {
            return Optional.of(new Verdict.NotValidNow(person.attendee(), addon.name(), times.valid(), 0, Optional.empty()));
        }
        if (times.perDay() == 0) {
            return Optional.empty();
        }
        List<Seen> units = db.list(row -> Venue.seen(db, row, 1), UNITS, addon.id(), person.id(), from, to);
        return units.size() < times.perDay() ? Optional.empty()
                : Optional.of(new Verdict.NotValidNow(person.attendee(), addon.name(), times.valid(), times.perDay(),
                        Optional.of(units.getLast())));
    }
}
