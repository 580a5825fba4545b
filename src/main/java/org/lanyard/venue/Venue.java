package org.lanyard.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StaffMember;

public final class Venue {

    /** Longest name of a station or a staff member, in characters (code points). */
    public static final int LONGEST_NAME = 100;

    private final Ledger ledger;

    public Venue(Ledger ledger) {
        this.ledger = ledger;
    }

    public static boolean validName(String name) {
        String text = name.strip();
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The station's id; a new name becomes a new station. Waits for the writer. */
    public long station(String name) {
        return Ledger.await(addStation(name));
    }

    public CompletableFuture<Long> addStation(String name) {
        String text = checked("name.station", name);
        return ledger.write(db -> {
            db.run("INSERT INTO station (name) VALUES (?) ON CONFLICT DO NOTHING", text);
            return db.number("SELECT id FROM station WHERE name = ?", text);
        });
    }

    public List<String> stations() {
        return ledger.read(db -> db.list(row -> row.getString(1), "SELECT name FROM station ORDER BY name"));
    }

    /** The staff member; a new name becomes a new volunteer. Waits for the writer. */
    public StaffMember staff(String name) {
        return Ledger.await(addStaff(name));
    }

    public CompletableFuture<StaffMember> addStaff(String name) {
        String text = checked("name.staff", name);
        return ledger.write(db -> {
            db.run("INSERT INTO staff_member (name) VALUES (?) ON CONFLICT DO NOTHING", text);
            return staff(db, text);
        });
    }

    public StaffMember setRole(String name, Role role) {
        return Ledger.await(changeRole(name, role));
    }

    public CompletableFuture<StaffMember> changeRole(String name, Role role) {
        String text = checked("name.staff", name);
        return ledger.write(db -> putRole(db, text, role));
    }

    static StaffMember putRole(Db db, String name, Role role) throws SQLException {
        return keepingAnAdministrator(db, () -> {
            db.run("INSERT INTO staff_member (name, role) VALUES (?, ?) ON CONFLICT DO UPDATE SET role = excluded.role",
                    name, role.word());
            return staff(db, name);
        });
    }

    public List<StaffMember> staff() {
        return ledger.read(db -> db.list(Venue::member, "SELECT id, name, role FROM staff_member ORDER BY name"));
    }

    static StaffMember staff(Db db, String name) throws SQLException {
        return find(db, name).orElseThrow();
    }

    @FunctionalInterface
    interface Change<T> {

        T run() throws SQLException;
    }

    /** @throws NotPossible where sign-in is asked for, and the change takes away the last who could switch it off */
    static <T> T keepingAnAdministrator(Db db, Change<T> change) throws SQLException {
        boolean before = hasAdministrator(db);
        T done = change.run();
        if (before && !hasAdministrator(db) && new SettingStore().get(db, Settings.SIGN_IN.key()).isPresent()) {
            throw new NotPossible("pin.nobody-left");
        }
        return done;
    }

    static boolean hasAdministrator(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM staff_member WHERE role = 'administrator' AND pin_hash IS NOT NULL") > 0;
    }

    static Optional<StaffMember> find(Db db, String name) throws SQLException {
        return db.one(Venue::member, "SELECT id, name, role FROM staff_member WHERE name = ?", name);
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(row.getLong(1), row.getString(2), Role.of(row.getString(3)));
    }

    /**
     * Makes a product a door, or changes its capacity (R17).
     *
     * @param capacity distinct attendees; null for no limit
     */
    public void setCapacity(Product door, @Nullable Integer capacity) {
        Ledger.await(changeCapacity(door, capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity)));
    }

    /** Makes a product a door whose exits count, or no longer do (R33). Waits for the writer. */
    public void setCountExits(Product door, boolean countExits) {
        Ledger.await(changeCountExits(door, countExits));
    }

    public CompletableFuture<Integer> changeCountExits(Product door, boolean countExits) {
        return ledger.write(db -> putCountExits(db, door, countExits));
    }

    static int putCountExits(Db db, Product door, boolean countExits) throws SQLException {
        return db.run("INSERT INTO door (" + column(door.kind()) + ", count_exits) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET count_exits = excluded.count_exits", door.id(), countExits);
    }

    public CompletableFuture<Integer> changeCapacity(Product door, OptionalInt people) {
        return ledger.write(db -> putDoor(db, door, people));
    }

    static int putDoor(Db db, Product door, OptionalInt people) throws SQLException {
        Optional<Integer> capacity = people.isPresent() ? Optional.of(people.getAsInt()) : Optional.empty();
        return db.run("INSERT INTO door (" + column(door.kind()) + ", capacity) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET capacity = excluded.capacity", door.id(), capacity);
    }

    public static Door door(Db db, Product product) throws SQLException {
        return find(db, product).orElse(new Door(product, null, false));
    }

    private static Optional<Door> find(Db db, Product product) throws SQLException {
        return db.one(row -> new Door(product, (Integer) row.getObject(1), row.getInt(2) != 0),
                "SELECT capacity, count_exits FROM door WHERE " + column(product.kind()) + " = ?", product.id());
    }

    /** When, where and by whom, from three columns of a record: its time, its station's id, its staff member's id. */
    public static Seen seen(Db db, ResultSet row, int column) throws SQLException {
        Instant at = Instant.ofEpochMilli(row.getLong(column));
        String station = name(db, "SELECT name FROM station WHERE id = ?", row.getLong(column + 1));
        long staff = row.getLong(column + 2);
        return new Seen(at, station, row.wasNull() ? null : name(db, "SELECT name FROM staff_member WHERE id = ?", staff));
    }

    private static String name(Db db, String sql, long id) throws SQLException {
        return db.one(row -> row.getString(1), sql, id).orElseThrow();
    }

    public static String column(Product.Kind kind) {
        return kind == Product.Kind.TICKET_TYPE ? "ticket_type_id" : "addon_id";
    }

    public List<Door> doors(List<Product> products) {
        return ledger.read(db -> {
            List<Door> doors = new ArrayList<>();
            for (Product product : products) {
                find(db, product).ifPresent(doors::add);
            }
            return doors;
        });
    }

    public Optional<String> setting(String key) {
        return ledger.read(db -> db.one(row -> row.getString(1), "SELECT value FROM setting WHERE key = ?", key));
    }

    public void set(String key, @Nullable String value) {
        ledger.writeNow(db -> value == null ? db.run("DELETE FROM setting WHERE key = ?", key)
                : db.run("INSERT INTO setting (key, value) VALUES (?, ?)"
                        + " ON CONFLICT DO UPDATE SET value = excluded.value", key, value));
    }

    public void clear(String key) {
        ledger.writeNow(db -> db.run("DELETE FROM setting WHERE key = ?", key));
    }

    private static String checked(String otherwise, String name) {
        if (!validName(name)) {
            throw new NotPossible(otherwise, LONGEST_NAME);
        }
        return name.strip();
    }
}
