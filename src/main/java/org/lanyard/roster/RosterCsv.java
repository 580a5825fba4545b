package org.lanyard.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lanyard.ledger.Db;
import org.lanyard.scan.SpreadsheetText;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.Times;

/** Writes the CSV form of a roster, a row for each attendee and order, as of one snapshot. */
final class RosterCsv {

    private RosterCsv() {}

    static void write(Db db, Conference conference, Writer out) throws SQLException, IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("access_code", "name", "email", "company", "ticket_type", "order_reference", "order_status",
                "items", "attention", "withdrawn", "checked_in_at");
        db.each(row -> {
            Person person = People.byId(db, row.getLong(1)).orElseThrow();
            String first = Objects.requireNonNullElse(Times.iso(Db.instant(row, 2)), "");
            if (person.orders().isEmpty()) {
                row(csv, person, "", "", "", "", first);
            }
            for (Person.Order order : person.orders()) {
                row(csv, person, ticket(order), order.reference(), order.status(), items(order), first);
            }
            return null;
        }, """
                SELECT attendee.id, first.checked_in_at FROM attendee
                  LEFT JOIN first_check_in first ON first.attendee_id = attendee.id
                 WHERE conference_id = ? ORDER BY attendee.id
                """, conference.id());
        csv.flush();
    }

    private static void row(CsvWriter csv, Person person, String ticket, String reference, String status, String items,
            String first) {
        csv.writeRecord(SpreadsheetText.neutralize(person.accessCode()), SpreadsheetText.neutralize(person.name()),
                SpreadsheetText.neutralize(person.email()), SpreadsheetText.neutralize(person.company()),
                SpreadsheetText.neutralize(ticket),
                SpreadsheetText.neutralize(reference), status, SpreadsheetText.neutralize(items),
                SpreadsheetText.neutralize(person.attention()),
                person.withdrawn() ? "yes" : "", first);
    }

    private static String ticket(Person.Order order) {
        return order.lines().stream().filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE)
                .map(line -> line.product().slug()).findFirst().orElse("");
    }

    private static String items(Person.Order order) {
        return order.lines().stream().filter(line -> line.product().kind() == Product.Kind.ADDON)
                .map(line -> line.product().slug() + ":" + line.quantity()).collect(Collectors.joining("; "));
    }
}
