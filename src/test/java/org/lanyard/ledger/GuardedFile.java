package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanyard.Rig;

/**
 * A station's file in the hands of another program. Ada and Bob share an order with two lunches, and a shirt that is
 * Bob's alone; Cyd bought three lunches, one of them handed out elsewhere; Zed belongs to another conference, and bought
 * two. In SQL, {@code $ada} or {@code $lunch} stand for their ids.
 */
final class GuardedFile implements AutoCloseable {

    private static final String ROSTER = """
            {"conference": {"slug": "conf"}, "orders": [
              {"reference": "O1", "status": "paid", "items": [{"ticket_type": "individual", "description": "Ticket"},
                {"addon": "lunch", "description": "Lunch of two", "quantity": 2},
                {"addon": "shirt", "description": "Shirt of Bob", "quantity": 1, "attendee": "BOB1"}]},
              {"reference": "O2", "status": "paid", "items": [{"ticket_type": "individual", "description": "Ticket 2"},
                {"addon": "lunch", "description": "Lunch of Cyd", "quantity": 3}]}],
             "attendees": [{"access_code": "ADA1", "orders": ["O1"]}, {"access_code": "BOB1", "orders": ["O1"]},
                           {"access_code": "CYD1", "orders": ["O2"]}]}
            """;
    private static final String OTHER = """
            {"conference": {"slug": "other"}, "orders": [{"reference": "O9", "status": "paid", "items": [
                {"addon": "lunch", "description": "Lunch of Zed", "quantity": 2}]}],
             "attendees": [{"access_code": "ZED1", "orders": ["O9"]}]}
            """;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("$ada", "attendee WHERE access_code = 'ADA1'"),
            Map.entry("$bob", "attendee WHERE access_code = 'BOB1'"),
            Map.entry("$cyd", "attendee WHERE access_code = 'CYD1'"),
            Map.entry("$zed", "attendee WHERE access_code = 'ZED1'"),
            Map.entry("$lunch", "order_line_item WHERE description = 'Lunch of two'"),
            Map.entry("$shirt", "order_line_item WHERE description = 'Shirt of Bob'"),
            Map.entry("$cydsLunch", "order_line_item WHERE description = 'Lunch of Cyd'"),
            Map.entry("$zedsLunch", "order_line_item WHERE description = 'Lunch of Zed'"),
            Map.entry("$ticket", "order_line_item WHERE description = 'Ticket'"),
            Map.entry("$conf", "conference WHERE slug = 'conf'"),
            Map.entry("$other", "conference WHERE slug = 'other'"),
            Map.entry("$order", "orders WHERE reference = 'O1'"),
            Map.entry("$zedsOrder", "orders WHERE reference = 'O9'"));
    private static final Map<String, Integer> BOUGHT =
            new TreeMap<>(Map.of("Lunch of two", 2, "Shirt of Bob", 1, "Lunch of Cyd", 3, "Lunch of Zed", 2));
    private static final List<String> PEOPLE = List.of("ADA1", "BOB1", "CYD1", "ZED1");

    /** Who received what, as long as it is not voided; a record whose person or line is gone has nulls. */
    private static final String UNITS = """
            SELECT unit.id, attendee.access_code, line.description, conference.slug, home.slug, unit.redeemed_at,
                   unit.seq, station.name, unit.note, unit.voided_at
              FROM product_redemption unit LEFT JOIN attendee ON attendee.id = unit.attendee_id
              LEFT JOIN order_line_item line ON line.id = unit.order_line_item_id
              LEFT JOIN conference ON conference.id = unit.conference_id
              LEFT JOIN conference home ON home.id = attendee.conference_id
              LEFT JOIN station ON station.id = unit.station_id ORDER BY unit.seq
            """;

    final OtherProgram program;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private int units;

    /** @param redeemPer the setting of R19 */
    GuardedFile(Path template, Path copy, String redeemPer) {
        try {
            Files.copy(template, copy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        program = new OtherProgram(copy);
        NAMES.forEach((name, row) -> ids.put(name, program.column("SELECT id FROM " + row).getFirst()));
        program.run("UPDATE conference SET redeem_per = '" + redeemPer + "' WHERE slug = 'conf'");
    }

    /** The file that the copies are made of. */
    static Path template(Path folder) {
        try (Rig rig = Rig.in(folder)) {
            rig.json(ROSTER);
            rig.json(OTHER);
            rig.station().venue().station("Desk");
        }
        try (OtherProgram program = new OtherProgram(folder.resolve("lanyard.db"))) {
            program.run("INSERT INTO redeemed_elsewhere SELECT line.id, attendee.id, 1 FROM order_line_item line,"
                    + " attendee WHERE description = 'Lunch of Cyd' AND access_code = 'CYD1'");
        }
        return folder.resolve("lanyard.db");
    }

    /** What the database says against a statement; null where it went through. */
    String refusal(String sql) {
        return program.refusal(named(sql));
    }

    void run(String sql) {
        program.run(named(sql));
    }

    private String named(String sql) {
        String result = sql;
        for (String name : ids.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList()) {
            result = result.replace(name, ids.get(name));
        }
        return result;
    }

    /** One unit in the ordinary way; the refusal, or null. */
    String redeem(String code, String line) {
        return program.refusal("""
                INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at, station_id)
                SELECT seq, ?, conference_id, attendee.id, line.id, 7, 1 FROM journal_next, attendee, order_line_item line
                 WHERE access_code = ? AND description = ?
                """, "unit-" + ++units, code, line);
    }

    /** Everybody takes of everything until it is refused. */
    void redeemAll() {
        for (String person : PEOPLE) {
            for (String line : BOUGHT.keySet()) {
                int taken = 0;
                while (taken < 10 && count() + 1 == countAfter(person, line)) {
                    taken++;
                }
                assertThat(taken).as("%s takes of %s", person, line).isLessThan(10);
            }
        }
    }

    private long countAfter(String person, String line) {
        redeem(person, line);
        return count();
    }

    private long count() {
        return program.number("SELECT count(*) FROM product_redemption");
    }

    /** Every redemption as it reads, what it points at included, its void left out. */
    List<List<Object>> records() {
        return program.rows(UNITS).stream().map(row -> row.subList(0, row.size() - 1)).toList();
    }

    /** Live units by line, or by line and person; units elsewhere included. */
    Map<String, Integer> handedOut() {
        Map<String, Integer> handedOut = new LinkedHashMap<>(Map.of(key("Lunch of Cyd", "CYD1", "conf"), 1));
        for (List<Object> unit : program.rows(UNITS)) {
            if (unit.getLast() == null) {
                handedOut.merge(key((String) unit.get(2), (String) unit.get(1), (String) unit.get(3)), 1, Integer::sum);
            }
        }
        return handedOut;
    }

    private String key(String line, String person, String conference) {
        List<String> per = program.column("SELECT redeem_per FROM conference WHERE slug = '" + conference + "'");
        return per.equals(List.of("line")) ? line : line + " " + person;
    }

    /** R18, R19: by the setting that is in force now. */
    void assertWithinQuantity(String what) {
        assertThat(handedOut()).as(what).allSatisfy((key, units) -> assertThat(units).as(key).isLessThanOrEqualTo(
                BOUGHT.entrySet().stream().filter(line -> key.startsWith(line.getKey())).findFirst()
                        .map(Map.Entry::getValue).orElse(0)));
    }

    @Override
    public void close() {
        program.close();
    }
}
