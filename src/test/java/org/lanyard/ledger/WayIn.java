package org.lanyard.ledger;

import java.util.List;
import java.util.stream.Stream;

/** How another program may try to redeem more than was bought, or to lose a record; in steps, each SQL or {@link #REDEEM}. */
record WayIn(String name, String... steps) {

    /** Everybody takes of everything until it is refused. */
    static final String REDEEM = "redeem all";

    static final String UNIT = " INTO product_redemption (seq, id, conference_id, attendee_id,"
            + " order_line_item_id, redeemed_at, station_id) ";
    private static final String LIVE = " FROM product_redemption WHERE attendee_id = $ada AND voided_at IS NULL LIMIT 1)";
    private static final String ONE = "(SELECT seq" + LIVE;
    private static final String ITS_ID = "(SELECT id" + LIVE;
    private static final String OF_ADA = "SELECT seq, 'attack', $conf, $ada, $lunch, 9, 1 FROM journal_next";
    static final String VOID = "UPDATE product_redemption SET voided_at = 1, void_reason = 'x' WHERE seq = " + ONE;

    static final List<WayIn> INSERTS = List.of(
            new WayIn("insert", "INSERT" + UNIT + OF_ADA),
            new WayIn("insert or ignore", "INSERT OR IGNORE" + UNIT + OF_ADA),
            new WayIn("insert or fail", "INSERT OR FAIL" + UNIT + OF_ADA),
            new WayIn("insert or rollback", "BEGIN", "INSERT OR ROLLBACK" + UNIT + OF_ADA, "COMMIT"),
            new WayIn("insert or replace", "INSERT OR REPLACE" + UNIT + OF_ADA),
            new WayIn("replace by seq", "REPLACE" + UNIT + "SELECT " + ONE
                    + ", 'attack', $conf, $bob, $lunch, 9, 1"),
            new WayIn("replace by id", "REPLACE" + UNIT + "SELECT seq, " + ITS_ID
                    + ", $conf, $bob, $lunch, 9, 1 FROM journal_next"),
            new WayIn("upsert of the line", "INSERT" + UNIT + "SELECT seq, " + ITS_ID
                    + ", $conf, $ada, $lunch, 9, 1 FROM journal_next WHERE true ON CONFLICT DO UPDATE"
                    + " SET order_line_item_id = $cydsLunch"),
            new WayIn("upsert of the void", "INSERT" + UNIT + "SELECT seq, " + ITS_ID
                    + ", $conf, $ada, $lunch, 9, 1 FROM journal_next WHERE true ON CONFLICT (id) DO UPDATE"
                    + " SET voided_at = NULL, void_reason = NULL"),
            new WayIn("no seq", "INSERT" + UNIT + "VALUES (NULL, 'attack', $conf, $ada, $lunch, 9, 1)"),
            new WayIn("seq below 0", "INSERT" + UNIT + "VALUES (-1, 'attack', $conf, $ada, $lunch, 9, 1)"),
            new WayIn("ids as text", "INSERT" + UNIT
                    + "VALUES (-1, 'attack', '$conf', '$ada', '$lunch', 9, 1)"),
            new WayIn("ids as reals", "INSERT" + UNIT
                    + "VALUES (-1, 'attack', $conf.0, $ada.0, $lunch.0, 9, 1)"),
            new WayIn("many rows at once after a void", VOID, "INSERT OR FAIL" + UNIT
                    + "VALUES (-1, 'a', $conf, $ada, $lunch, 9, 1), (-2, 'b', $conf, $ada, $lunch, 9, 1)"),
            new WayIn("a shadow table", "CREATE TEMP TABLE order_line_item AS SELECT * FROM"
                    + " main.order_line_item", "UPDATE temp.order_line_item SET quantity = 99",
                    "INSERT" + UNIT.replace("INTO ", "INTO main.") + OF_ADA),
            new WayIn("a voided row, then not", "INSERT INTO product_redemption (seq, id, conference_id,"
                    + " attendee_id, order_line_item_id, redeemed_at, station_id, voided_at, void_reason)"
                    + " SELECT seq, 'attack', $conf, $ada, $lunch, 9, 1, 1, 'x' FROM journal_next",
                    "UPDATE product_redemption SET voided_at = NULL, void_reason = NULL WHERE id = 'attack'"),
            new WayIn("a trigger that inserts first", "CREATE TEMP TRIGGER x BEFORE INSERT ON"
                    + " main.product_redemption WHEN NEW.id = 'attack' BEGIN INSERT" + UNIT
                    + "VALUES (-1, 'a', $conf, $ada, $lunch, 9, 1); END", VOID, "INSERT" + UNIT + OF_ADA),
            new WayIn("a ticket", "INSERT" + UNIT + "VALUES (-1, 'a', $conf, $ada, $ticket, 9, 1)"));

    static final List<WayIn> UPDATES = List.of(
            new WayIn("another line", "UPDATE product_redemption SET order_line_item_id = $cydsLunch"),
            new WayIn("another attendee", "UPDATE product_redemption SET attendee_id = $cyd"),
            new WayIn("another id", "UPDATE product_redemption SET id = id || 'x'"),
            new WayIn("another seq", "UPDATE product_redemption SET seq = seq + 100"),
            new WayIn("another rowid", "UPDATE product_redemption SET rowid = rowid + 100"),
            new WayIn("replace another's seq", "UPDATE OR REPLACE product_redemption SET seq = seq + 1"),
            new WayIn("replace another's id", "UPDATE OR REPLACE product_redemption SET id = " + ITS_ID),
            new WayIn("un-void", VOID, REDEEM,
                    "UPDATE product_redemption SET voided_at = NULL, void_reason = NULL"),
            new WayIn("un-void or ignore", VOID, REDEEM,
                    "UPDATE OR IGNORE product_redemption SET voided_at = NULL, void_reason = NULL"),
            new WayIn("delete", "DELETE FROM product_redemption WHERE seq = " + ONE),
            new WayIn("delete all", "DELETE FROM product_redemption"),
            new WayIn("delete voided", VOID, REDEEM,
                    "DELETE FROM product_redemption WHERE voided_at IS NOT NULL"),
            new WayIn("a trigger that voids while a void is undone",
                    "CREATE TEMP TRIGGER x BEFORE UPDATE ON main.product_redemption WHEN NEW.voided_at IS NULL BEGIN "
                            + VOID + "; INSERT" + UNIT + "VALUES (-1, 'a', $conf, $ada, $lunch, 9, 1); END",
                    "UPDATE product_redemption SET voided_at = NULL, void_reason = NULL WHERE seq = " + ONE));

    static final List<WayIn> LINES = List.of(
            new WayIn("line: id", "UPDATE order_line_item SET id = 99 WHERE id = $lunch"),
            new WayIn("line: rowid", "UPDATE order_line_item SET rowid = 99 WHERE id = $lunch"),
            new WayIn("line: _rowid_", "UPDATE order_line_item SET _rowid_ = 99 WHERE id = $lunch"),
            new WayIn("line: oid or replace", "UPDATE OR REPLACE order_line_item SET oid = $lunch"
                    + " WHERE id = $cydsLunch"),
            new WayIn("line: delete", "DELETE FROM order_line_item WHERE id = $lunch"),
            new WayIn("line: delete and again", "DELETE FROM order_line_item WHERE id = $lunch",
                    "INSERT INTO order_line_item (id, order_id, position, addon_id, description, quantity)"
                            + " SELECT 99, order_id, 9, addon_id, 'Lunch of two', 2 FROM order_line_item"
                            + " WHERE id = $lunch"),
            new WayIn("line: replace", "REPLACE INTO order_line_item (id, order_id, position, addon_id,"
                    + " description, quantity) SELECT id, order_id, 9, addon_id, description, quantity"
                    + " FROM order_line_item WHERE id = $lunch"),
            new WayIn("line: replace by another", "REPLACE INTO order_line_item (id, order_id, position,"
                    + " addon_id, description, quantity) SELECT $lunch, order_id, 9, addon_id, description,"
                    + " quantity FROM order_line_item WHERE id = $cydsLunch"),
            new WayIn("line: to another order and back",
                    "UPDATE order_line_item SET order_id = $zedsOrder WHERE id = $lunch",
                    "INSERT INTO attendee_order SELECT attendee_id, $zedsOrder, 9, 'x' FROM attendee_order"
                            + " WHERE order_id = $order",
                    REDEEM,
                    "UPDATE order_line_item SET order_id = $order WHERE id = $lunch"),
            new WayIn("units elsewhere below 0", "INSERT INTO redeemed_elsewhere VALUES ($lunch, $ada, -5)",
                    "UPDATE redeemed_elsewhere SET units = -5"));

    static final List<WayIn> PEOPLE = List.of(
            new WayIn("attendee: id", "UPDATE attendee SET id = 99 WHERE id = $ada"),
            new WayIn("attendee: rowid", "UPDATE attendee SET rowid = 99 WHERE id = $ada"),
            new WayIn("attendee: id or replace", "UPDATE OR REPLACE attendee SET oid = $ada"
                    + " WHERE id = $cyd"),
            new WayIn("attendee: delete", "DELETE FROM attendee WHERE id = $ada"),
            new WayIn("attendee: replace by code", "REPLACE INTO attendee (id, conference_id, access_code,"
                    + " source) VALUES (99, $conf, 'ADA1', 'x')",
                    "INSERT INTO attendee_order"
                            + " SELECT 99, $order, 0, 'x'"),
            new WayIn("attendee: replace by id", "REPLACE INTO attendee (id, conference_id, access_code,"
                    + " source) VALUES ($ada, $conf, 'EVE1', 'x')"),
            new WayIn("attendee: another's code", "UPDATE OR REPLACE attendee SET access_code = 'ADA1'"
                    + " WHERE id = $cyd", "INSERT INTO attendee_order SELECT $cyd, $order, 9, 'x'"),
            new WayIn("attendee: another code", "UPDATE attendee SET access_code = 'EVE1' WHERE id = $ada",
                    "INSERT INTO attendee (id, conference_id, access_code, source) VALUES (99, $conf, 'ADA1', 'x')",
                    "INSERT INTO attendee_order SELECT 99, $order, 0, 'x'"),
            new WayIn("attendee: another conference", "UPDATE attendee SET conference_id = $other"));

    static final List<WayIn> SETTINGS = List.of(
            new WayIn("setting: update", "UPDATE conference SET redeem_per = 'attendee' WHERE id = $conf",
                    REDEEM, "UPDATE conference SET redeem_per = 'line' WHERE id = $conf"),
            new WayIn("setting: or replace", "UPDATE conference SET redeem_per = 'attendee'", REDEEM,
                    "UPDATE OR REPLACE conference SET redeem_per = 'line', slug = slug"),
            new WayIn("setting: upsert", "UPDATE conference SET redeem_per = 'attendee'", REDEEM,
                    "INSERT INTO conference (id, slug, name, timezone) VALUES ($conf, 'conf', 'c', 'UTC')"
                            + " ON CONFLICT DO UPDATE SET redeem_per = 'line'"),
            new WayIn("setting: replace", "UPDATE conference SET redeem_per = 'attendee'", REDEEM,
                    "REPLACE INTO conference (id, slug, name, timezone, redeem_per)"
                            + " VALUES ($conf, 'conf', 'c', 'UTC', 'line')"),
            new WayIn("order: another conference and back", "UPDATE orders SET conference_id = $other",
                    REDEEM, "UPDATE orders SET conference_id = $conf WHERE id = $order"),
            new WayIn("order: another's id and back", "UPDATE orders SET id = 99 WHERE id = $order",
                    "UPDATE orders SET id = $order WHERE id = $zedsOrder", "UPDATE attendee_order SET position = 9",
                    REDEEM),
            new WayIn("conference: ids swapped and back",
                    "UPDATE conference SET id = 99 WHERE id = $other",
                    "UPDATE conference SET id = $other WHERE id = $conf",
                    "UPDATE conference SET rowid = $conf WHERE id = 99", REDEEM,
                    "UPDATE conference SET id = 99 WHERE id = $conf",
                    "UPDATE conference SET id = $conf WHERE id = $other",
                    "UPDATE conference SET id = $other WHERE id = 99"));

    static Stream<WayIn> all() {
        return Stream.of(INSERTS, UPDATES, LINES, PEOPLE, SETTINGS).flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
