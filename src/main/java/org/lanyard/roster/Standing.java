package org.lanyard.roster;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;

/**
 * A correction in force: imports keep it until the roster says the same.
 *
 * @param seq         of the correction in the journal
 * @param code        access code of the person
 * @param about       field or product
 * @param rosterValue as the roster last said it
 * @param orders      references of the orders it was made on; empty for any
 */
record Standing(long seq, long attendee, String code, String what, String about, String value, String rosterValue,
        Set<String> orders) {

    static final String FIELD = "field";
    static final String TICKET = "ticket";
    static final String MORE = "item_added";
    static final String NO_MORE = "item_removed";
    static final String MOVED = "moved";
    static final String MERGED = "merged";
    static final String SHOWN = "show:";
    /** In {@link #value} of a ticket that moved: with the items. */
    static final String WITH_ITEMS = "\u001Fitems";
    static final String BETWEEN_ORDERS = "\u001F";

    static final String END = "DELETE FROM standing_correction WHERE correction = ?";
    static final String SET_ROSTER_VALUE = "UPDATE standing_correction SET roster_value = ? WHERE correction = ?";

    private static final String ALL = """
            SELECT correction, attendee_id, access_code, what, about, value, roster_value, orders
              FROM standing_correction standing JOIN attendee ON attendee.id = attendee_id
             WHERE standing.conference_id = ? ORDER BY correction
            """;
    private static final String ADD = """
            INSERT INTO standing_correction (correction, conference_id, attendee_id, what, about, value, roster_value, orders)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SAME =
            "SELECT roster_value FROM standing_correction WHERE attendee_id = ? AND what = 'field' AND about = ?";
    private static final String END_SAME =
            "DELETE FROM standing_correction WHERE attendee_id = ? AND what = 'field' AND about = ?";

    PersonDetails undoneIn(PersonDetails details) {
        return about.startsWith(SHOWN) ? details.withShown(about.substring(SHOWN.length()), rosterValue)
                : details.with(Detail.valueOf(about.toUpperCase(Locale.ROOT)), rosterValue);
    }

    static List<Standing> all(Db db, long conference) throws SQLException {
        return db.list(row -> new Standing(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                row.getString(5), row.getString(6), row.getString(7), orders(row.getString(8))), ALL, conference);
    }

    static Set<String> orders(String joined) {
        return joined.isEmpty() ? Set.of() : new TreeSet<>(List.of(joined.split(BETWEEN_ORDERS)));
    }

    // A field's stands instead of its earlier one, and what the roster said before that is what it says; of all others
    // each is a step that the next one builds on.
    static void put(Db db, long conference, Standing it) throws SQLException {
        String rosterValue = it.rosterValue();
        if (it.what().equals(FIELD)) {
            rosterValue = db.one(row -> row.getString(1), SAME, it.attendee(), it.about()).orElse(rosterValue);
            db.run(END_SAME, it.attendee(), it.about());
        }
        if (!it.what().equals(FIELD) || !rosterValue.equals(it.value())) {
            db.run(ADD, it.seq(), conference, it.attendee(), it.what(), it.about(), it.value(), rosterValue,
                    String.join(BETWEEN_ORDERS, it.orders()));
        }
    }
}
