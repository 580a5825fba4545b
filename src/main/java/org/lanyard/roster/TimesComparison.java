package org.lanyard.roster;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;

/** Compares the times and limits that a source states of its products with the known ones (R32). */
final class TimesComparison {

    private static final String KNOWN = """
            SELECT -id, valid, valid_here, 0, NULL FROM ticket_type WHERE conference_id = ?1
            UNION ALL SELECT id, valid, valid_here, ifnull(per_day, 0), per_day_here FROM addon WHERE conference_id = ?1
            """;
    private static final Known NEW = new Known("", null, 0, null);

    private final Map<Long, Known> known = new HashMap<>();
    private final Changes changes;

    private record Known(String valid, @Nullable String validHere, int perDay, @Nullable Integer perDayHere) {}

    TimesComparison(Db db, long conference, Changes changes) throws SQLException {
        this.changes = changes;
        db.each(row -> known.put(row.getLong(1), new Known(row.getString(2), row.getString(3), row.getInt(4),
                (Integer) row.getObject(5))), KNOWN, conference);
    }

    // A change made here stays until the source says the same (R31).
    void compare(Product product, StatedTimes stated) {
        Known before = known.getOrDefault(product.door(), NEW);
        boolean ticket = product.kind() == Product.Kind.TICKET_TYPE;
        Optional<String> valid = stated.valid().map(ValidTime::line);
        if (valid.filter(line -> !line.equals(before.valid()) || line.equals(before.validHere())).isPresent()) {
            changes.add(ticket ? Changes.TIME_TICKET_TYPE : Changes.TIME_ADDON, valid.get(), product.id());
        }
        Optional<Integer> perDay = stated.perDay();
        if (!ticket && perDay.filter(limit -> limit != before.perDay() || limit.equals(before.perDayHere())).isPresent()) {
            changes.add(Changes.LIMIT_ADDON, perDay.get(), product.id());
        }
    }
}
