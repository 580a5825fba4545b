package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A correction as stations of one venue tell each other (R31, R34, R35, R37): people and products by code and slug.
 *
 * @param conference slug in lower case
 * @param staff      id here
 * @param station    id here
 * @param amount     taken in, in minor units, with its means
 * @param newcomer   of a person who was added
 */
public record SharedCorrection(UUID id, String conference, String code, Instant at, Optional<Long> staff,
        Optional<Long> station, String what, String about, String value, Optional<Long> amount, Optional<String> means,
        String reason, Optional<Newcomer> newcomer) {

    static final String ADDED = "added";
    static final String LINKED = "code_linked";
    static final String REPLACED = "code_replaced";

    /** @param ticket slug of the ticket type that they were given; empty for none */
    public record Newcomer(String email, String company, String ticket) {}

    // Leaves out what was carried: that is no act of anybody, and follows from the others.
    static final String AFTER = """
            SELECT correction.seq, correction.id, lower(conference.slug), access_code, corrected_at, corrected_by, station_id,
                   what, about, value, amount, means, reason, email, company,
                   ifnull((SELECT ticket_type.slug FROM attendee_order link
                             JOIN order_line_item line ON line.order_id = link.order_id
                             JOIN ticket_type ON ticket_type.id = line.ticket_type_id
                            WHERE link.attendee_id = attendee.id AND link.source = 'local' ORDER BY line.id LIMIT 1), '')
              FROM correction JOIN attendee ON attendee.id = attendee_id
              JOIN conference ON conference.id = correction.conference_id
             WHERE correction.seq > ? AND what <> 'carried' ORDER BY correction.seq LIMIT ?
            """;

    /** A code that this links, which nobody else may have. */
    public Optional<String> link() {
        return switch (what) {
            case LINKED -> Optional.of(value);
            case REPLACED -> Optional.of(value.substring(value.indexOf(' ') + 1));
            default -> Optional.empty();
        };
    }

    /** The later of two corrections of the same subject counts. */
    public String subject() {
        String kind = what.replace("unblocked", "blocked");
        boolean named = what.equals(Standing.FIELD) || what.equals(Standing.MORE) || what.equals(Standing.NO_MORE);
        return code + " " + kind + (named ? " " + about : "")
                + (kind.equals("code_blocked") ? " " + value : "");
    }

    static SharedCorrection read(ResultSet row) throws SQLException {
        return new SharedCorrection(UUID.fromString(row.getString(2)), row.getString(3), row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)), optional(row, 6), optional(row, 7), row.getString(8), row.getString(9),
                row.getString(10), optional(row, 11), Optional.ofNullable(row.getString(12)), row.getString(13),
                row.getString(8).equals(ADDED)
                        ? Optional.of(new Newcomer(row.getString(14), row.getString(15), row.getString(16)))
                        : Optional.empty());
    }

    private static Optional<Long> optional(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
