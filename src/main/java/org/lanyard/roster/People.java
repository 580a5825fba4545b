package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

final class People {

    static final String ATTENDEE = """
            attendee.id, access_code, withdrawn, checked_in_elsewhere_at, checked_in_elsewhere_seq, attention_here,
            blocked_here, code_blocked <> '',
            """ + DetailColumns.names("attendee.");
    static final int ATTENDEE_COLUMNS = 8 + DetailColumns.COUNT;

    private static final String PERSON = """
            SELECT %s, orders.id, orders.reference, ifnull(orders.status_here, orders.status),
                   line.id, line.description, line.quantity, line.status,
                   ticket_type.id, ticket_type.slug, ifnull(ticket_type.name_here, ticket_type.name),
                   addon.id, addon.slug, ifnull(addon.name_here, addon.name)
              FROM %%s
              LEFT JOIN attendee_order link ON link.attendee_id = attendee.id
              LEFT JOIN orders ON orders.id = link.order_id
              LEFT JOIN order_line_item line ON line.order_id = orders.id
                   AND (line.holder_id IS NULL OR line.holder_id = attendee.id)
              LEFT JOIN ticket_type ON ticket_type.id = line.ticket_type_id
              LEFT JOIN addon ON addon.id = line.addon_id
             WHERE %%s
             ORDER BY %%slink.position, orders.id, line.position, line.id
            """.formatted(ATTENDEE);
    private static final String BY_CODE = PERSON.formatted("attendee", "attendee.conference_id = ? AND access_code = ?", "");
    private static final String BY_ID = PERSON.formatted("attendee", "attendee.id = ?", "");
    private static final String BY_IDS = PERSON.formatted(
            "json_each(?) wanted CROSS JOIN attendee ON attendee.id = wanted.value", "TRUE", "wanted.key, ");

    private static final int ORDER = ATTENDEE_COLUMNS + 1;
    private static final int LINE = ORDER + 3;

    private People() {}

    static Optional<Person> byCode(Db db, long conference, String code) throws SQLException {
        return read(db, BY_CODE, conference, code).stream().findFirst();
    }

    static Optional<Person> byId(Db db, long id) throws SQLException {
        return read(db, BY_ID, id).stream().findFirst();
    }

    /** In the order of the ids. */
    static List<Person> byIds(Db db, List<Long> ids) throws SQLException {
        return read(db, BY_IDS, ids.toString());
    }

    private static List<Person> read(Db db, String sql, Object... arguments) throws SQLException {
        List<Person> found = new ArrayList<>(1);
        db.each(row -> {
            if (found.isEmpty() || found.getLast().id() != row.getLong(1)) {
                found.add(person(row, new ArrayList<>(1)));
            }
            return row.getLong(ORDER) != 0 && order(row, found.getLast().orders());
        }, sql, arguments);
        return found;
    }

    static Person person(ResultSet row, List<Person.Order> orders) throws SQLException {
        PersonDetails details = here(row, 6, Detail.ATTENTION, here(row, 7, Detail.BLOCKED, DetailColumns.read(row, 9)));
        return new Person(row.getLong(1), row.getString(2), details, row.getInt(3) != 0, Db.instant(row, 4),
                row.getLong(5), orders, row.getInt(8) != 0);
    }

    // A lead's own text instead of the roster's, where there is one (R31).
    private static PersonDetails here(ResultSet row, int column, Detail detail, PersonDetails details)
            throws SQLException {
        String here = row.getString(column);
        return here == null ? details : PersonDetails.NONE.with(detail, here).over(details);
    }

    private static boolean order(ResultSet row, List<Person.Order> orders) throws SQLException {
        long id = row.getLong(ORDER);
        if (orders.isEmpty() || orders.getLast().id() != id) {
            orders.add(new Person.Order(id, row.getString(ORDER + 1), row.getString(ORDER + 2), new ArrayList<>(3)));
        }
        return row.getLong(LINE) != 0 && orders.getLast().lines().add(line(row));
    }

    private static Person.Line line(ResultSet row) throws SQLException {
        long ticketType = row.getLong(LINE + 4);
        Product product = ticketType != 0
                ? new Product(Product.Kind.TICKET_TYPE, ticketType, row.getString(LINE + 5), row.getString(LINE + 6))
                : new Product(Product.Kind.ADDON, row.getLong(LINE + 7), row.getString(LINE + 8), row.getString(LINE + 9));
        return new Person.Line(row.getLong(LINE), product, row.getString(LINE + 1), row.getInt(LINE + 2),
                Optional.ofNullable(row.getString(LINE + 3)));
    }
}
