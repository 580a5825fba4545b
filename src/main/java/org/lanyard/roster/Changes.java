package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Place;
import org.lanyard.roster.packed.PackedRows;

/** The rows that an import will write: for each statement the rows of its arguments, in the order the tables need. */
final class Changes {

    static final String ADD_CONFERENCE =
            "INSERT INTO conference (id, slug, name, timezone) VALUES (?, ?, ?, ?)";
    static final String SET_CONFERENCE = "UPDATE conference SET name = ?, timezone = ? WHERE id = ?";
    static final String ADD_TICKET_TYPE =
            "INSERT INTO ticket_type (id, conference_id, slug, name) VALUES (?, ?, ?, ?)";
    static final String ADD_ADDON = "INSERT INTO addon (id, conference_id, slug, name) VALUES (?, ?, ?, ?)";
    static final String NAME_TICKET_TYPE = "UPDATE ticket_type SET name = ? WHERE id = ?";
    static final String NAME_ADDON = "UPDATE addon SET name = ? WHERE id = ?";
    static final String TIME_TICKET_TYPE =
            "UPDATE ticket_type SET valid = ?1, valid_here = nullif(valid_here, ?1) WHERE id = ?2";
    static final String TIME_ADDON = "UPDATE addon SET valid = ?1, valid_here = nullif(valid_here, ?1) WHERE id = ?2";
    static final String LIMIT_ADDON =
            "UPDATE addon SET per_day = nullif(?1, 0), per_day_here = nullif(per_day_here, ?1) WHERE id = ?2";
    static final String BLOCKED_AS_STATED = "UPDATE attendee SET blocked_here = NULL WHERE id = ?";
    static final String ADD_ATTENDEE = """
            INSERT INTO attendee (id, conference_id, access_code, source, withdrawn, checked_in_elsewhere_at,
                                  checked_in_elsewhere_seq, %s, changed_in)
            VALUES (?, ?2, ?, ?, ?, ?, iif(?, (SELECT seq FROM journal_next), NULL), %s,
                    (SELECT roster_version + 1 FROM conference WHERE id = ?2))
            """.formatted(DetailColumns.NAMES, DetailColumns.PLACES);
    static final String SET_ATTENDEE =
            "UPDATE attendee SET attention_here = ?, source = ?, withdrawn = ?, (%s) = (%s) WHERE id = ?"
                    .formatted(DetailColumns.NAMES, DetailColumns.PLACES);
    static final String SET_ELSEWHERE = """
            UPDATE attendee SET checked_in_elsewhere_at = ?,
                   checked_in_elsewhere_seq = iif(?, ifnull(checked_in_elsewhere_seq, (SELECT seq FROM journal_next)), NULL)
             WHERE id = ?
            """;
    static final String WITHDRAW = "UPDATE attendee SET withdrawn = 1 WHERE id = ?";
    static final String ADD_ORDER =
            "INSERT INTO orders (id, conference_id, reference, status) VALUES (?, ?, ?, ?)";
    static final String SET_ORDER = "UPDATE orders SET status = ?, status_here = ? WHERE id = ?";
    static final String ADD_LINK =
            "INSERT INTO attendee_order (attendee_id, order_id, position, source) VALUES (?, ?, ?, ?)";
    static final String SET_LINK =
            "UPDATE attendee_order SET position = ?, source = ? WHERE attendee_id = ? AND order_id = ?";
    static final String END_LINK = "DELETE FROM attendee_order WHERE attendee_id = ? AND order_id = ?";
    static final String ADD_LINE = """
            INSERT INTO order_line_item (id, order_id, position, upstream_id, holder_id, ticket_type_id, addon_id,
                                         description, quantity, status, part_of)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String SET_LINE = """
            UPDATE order_line_item SET order_id = ?, position = ?, upstream_id = ?, holder_id = ?, ticket_type_id = ?,
                                       addon_id = ?, description = ?, quantity = ?, status = ?,
                                       part_of = ?
             WHERE id = ?
            """;
    static final String DROP_LINE = "UPDATE order_line_item SET quantity = 0 WHERE id = ?";
    static final String ADD_CODE = """
            INSERT INTO attendee_code (conference_id, code, attendee_id, source) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    static final String END_CODE = "DELETE FROM attendee_code WHERE conference_id = ? AND code = ?";
    static final String BLOCK_ACCESS_CODE = "UPDATE attendee SET code_blocked = ? WHERE id = ?";
    static final String BLOCK_CODE = """
            INSERT INTO attendee_code (conference_id, code, attendee_id, source, blocked) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET blocked = excluded.blocked WHERE attendee_id = excluded.attendee_id
            """;
    static final String SET_UNITS_ELSEWHERE = """
            INSERT INTO redeemed_elsewhere (order_line_item_id, attendee_id, units) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET units = excluded.units
            """;

    private static final List<String> ORDER = List.of(ADD_CONFERENCE, SET_CONFERENCE, ADD_TICKET_TYPE, ADD_ADDON,
            NAME_TICKET_TYPE, NAME_ADDON, TIME_TICKET_TYPE, TIME_ADDON, LIMIT_ADDON, ADD_ATTENDEE, SET_ATTENDEE,
            BLOCKED_AS_STATED, SET_ELSEWHERE, WITHDRAW, ADD_ORDER, SET_ORDER, END_LINK, ADD_LINK, SET_LINK, ADD_LINE,
            SET_LINE, DROP_LINE, END_CODE, ADD_CODE, BLOCK_ACCESS_CODE, BLOCK_CODE, SET_UNITS_ELSEWHERE, Standing.END,
            Standing.SET_ROSTER_VALUE);

    private final Map<String, PackedRows> rows = new LinkedHashMap<>();

    private final Set<Long> people = new HashSet<>();
    private final Set<Long> orders = new HashSet<>();
    private final List<Long> newcomers = new ArrayList<>();
    private final Set<Place> counted = new HashSet<>();

    Changes() {
        ORDER.forEach(sql -> rows.put(sql, new PackedRows()));
    }

    void add(String sql, @Nullable Object... arguments) {
        Objects.requireNonNull(rows.get(sql), sql).add(arguments);
    }

    boolean isEmpty() {
        return rows.values().stream().allMatch(PackedRows::isEmpty);
    }

    void addPerson(long id) {
        newcomers.add(id);
    }

    Set<Long> people() {
        return people;
    }

    Set<Long> orders() {
        return orders;
    }

    List<Long> newcomers() {
        return newcomers;
    }

    /** The server's count of this line for this person was taken over. */
    void addCounted(long line, long attendee) {
        counted.add(new Place(line, attendee));
    }

    Set<Place> counted() {
        return counted;
    }

    void touchPerson(long id) {
        people.add(id);
    }

    void touchOrder(long id) {
        orders.add(id);
    }

    /** @param step run before each row; what it throws ends the writing */
    void write(Db db, long conference, Runnable step) throws SQLException {
        for (var statement : rows.entrySet()) {
            if (!statement.getValue().isEmpty()) {
                db.runAll(statement.getKey(), Steps.of(statement.getValue(), step));
            }
        }
        Conferences.rosterChanged(db, conference, people, orders);
    }
}
