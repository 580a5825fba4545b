package org.lanyard.roster;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;

/**
 * The settings of a conference that its rules depend on, as of one transaction.
 *
 * @param zone         the venue's
 * @param everybodyOut when everybody counts as having left (R33)
 * @param currency     ISO 4217
 * @param limited      products with times or a limit a day, by their door number
 */
public record Terms(ZoneId zone, boolean redeemAfterEntry, Optional<LocalTime> everybodyOut,
        Optional<String> currency, Map<Long, Availability> limited) {

    private static final Availability ALWAYS = new Availability(List.of(), 0);
    private static final String CONFERENCE =
            "SELECT timezone, redeem_after_entry, everybody_out, currency FROM conference WHERE id = ?";
    private static final String LIMITED = """
            SELECT -id, ifnull(valid_here, valid), 0 FROM ticket_type
             WHERE conference_id = ?1 AND ifnull(valid_here, valid) <> ''
            UNION ALL
            SELECT id, ifnull(valid_here, valid), ifnull(per_day_here, ifnull(per_day, 0)) FROM addon
             WHERE conference_id = ?1 AND (ifnull(valid_here, valid) <> '' OR ifnull(per_day_here, per_day) > 0)
            """;

    /**
     * @param valid  empty for always
     * @param perDay units a day; 0 for no limit
     */
    public record Availability(List<ValidTime> valid, int perDay) {

        public boolean valid(Instant at, ZoneId zone) {
            return valid.isEmpty() || valid.stream().anyMatch(time -> time.contains(at, zone));
        }
    }

    public static Terms read(Db db, long conference) throws SQLException {
        Map<Long, Availability> limited = new HashMap<>();
        db.each(row -> limited.put(row.getLong(1),
                new Availability(ValidTime.ofLine(row.getString(2)), row.getInt(3))), LIMITED, conference);
        return db.one(row -> new Terms(ZoneId.of(row.getString(1)), row.getInt(2) != 0,
                Optional.ofNullable(row.getString(3)).map(LocalTime::parse),
                Optional.ofNullable(row.getString(4)), limited), CONFERENCE, conference).orElseThrow();
    }

    public Availability of(Product product) {
        return limited.isEmpty() ? ALWAYS : limited.getOrDefault(product.door(), ALWAYS);
    }

    /** Movements before this no longer count as inside; the beginning of time where nobody is counted out. */
    public Instant insideSince(Instant now) {
        return everybodyOut.map(time -> {
            ZonedDateTime today = LocalDate.ofInstant(now, zone).atTime(time).atZone(zone);
            return today.toInstant().isAfter(now) ? today.toLocalDate().minusDays(1).atTime(time).atZone(zone).toInstant()
                    : today.toInstant();
        }).orElse(Instant.EPOCH);
    }

    /** The venue's midnight before this instant. */
    public Instant dayBegins(Instant now) {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    public Instant dayEnds(Instant now) {
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
