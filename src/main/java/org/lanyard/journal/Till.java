package org.lanyard.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/** Reads what was taken in at the desks (R37). */
public final class Till {

    private static final String ROWS = """
            SELECT ifnull(station.name, ''), staff.name, means, sum(amount), count(*)
              FROM correction LEFT JOIN station ON station.id = station_id LEFT JOIN staff_member staff ON staff.id = corrected_by
             WHERE conference_id = ?1 AND amount IS NOT NULL AND corrected_at >= ?2 AND corrected_at < ?3
             GROUP BY station.name, staff.name, means ORDER BY station.name, staff.name, means
            """;
    private static final String CURRENCY = "SELECT ifnull(currency, ?2) FROM conference WHERE id = ?1";
    private static final String USUAL = "EUR";

    private final Ledger ledger;

    public Till(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Totals by station, staff member and means.
     *
     * @param total in minor units
     */
    public record Takings(Currency currency, long total, List<Row> rows) {}

    /**
     * @param staff  empty where nobody was signed in
     * @param amount in minor units
     */
    public record Row(String station, Optional<String> staff, String means, long amount, int count) {}

    /**
     * @param from empty for the beginning
     * @param to   exclusive; empty for now
     */
    public Takings takings(Conference conference, Optional<Instant> from, Optional<Instant> to) {
        return ledger.read(db -> {
            List<Row> rows = db.list(row -> new Row(row.getString(1), Optional.ofNullable(row.getString(2)),
                    row.getString(3), row.getLong(4), row.getInt(5)), ROWS, conference.id(),
                    from.map(Instant::toEpochMilli).orElse(0L), to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
            return new Takings(currency(db, conference), rows.stream().mapToLong(Row::amount).sum(), rows);
        });
    }

    public Currency currency(Conference conference) {
        return ledger.read(db -> currency(db, conference));
    }

    private static Currency currency(Db db, Conference conference) throws SQLException {
        return Currency.getInstance(db.one(row -> row.getString(1), CURRENCY, conference.id(), USUAL).orElse(USUAL));
    }
}
