package org.lanyard.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanyard.scan.StationFault;

/**
 * Compares every table, view, index and trigger of a file with the program's own: a dropped trigger is a lost promise,
 * and a foreign one may do anything. Asks nothing that a hostile file could answer with code of its own.
 */
final class Schema {

    /** All objects as one text: asked first, because a row costs more than its comparison. */
    private static final String WHOLE = "SELECT group_concat(type || ' ' || name || tbl_name || ifnull(sql, ''), char(10))"
            + " FROM (SELECT * FROM main.sqlite_schema ORDER BY type, name)";
    private static final String OBJECTS =
            "SELECT type || ' ' || name, tbl_name || ': ' || ifnull(sql, '') FROM main.sqlite_schema";

    private Schema() {}

    /** The objects after each migration, by type and name; index 0 is an empty file. */
    private static final class Own {

        private static final List<Own> VERSIONS = all();

        private final String whole;
        private final Map<String, String> objects;

        private Own(Connection made) throws SQLException {
            whole = whole(made);
            objects = objects(made);
        }

        private static List<Own> all() {
            try (Connection empty = Connections.inMemory()) {
                List<Own> all = new ArrayList<>(List.of(new Own(empty)));
                for (int version = 1; version <= Migrations.SCRIPTS.size(); version++) {
                    Migrations.upgrade(empty, version);
                    all.add(new Own(empty));
                }
                return all;
            } catch (SQLException failure) {
                throw new IllegalStateException("the program's own database scripts do not run", failure);
            }
        }
    }

    /** @throws StationFault when an open file differs from what the migrations of this program make */
    static void check(Connection connection) throws SQLException {
        List<String> differences = differences(connection, Connections.pragma(connection, "user_version"));
        if (!differences.isEmpty()) {
            throw new StationFault("database.altered", "lanyard.db", differences.getFirst());
        }
    }

    static boolean isEmpty(Connection connection) throws SQLException {
        return objects(connection).isEmpty();
    }

    /** Plain sentences without a full stop; empty where the file is as the migrations make it. */
    static List<String> differences(Connection connection, int version) throws SQLException {
        if (version < 0 || version >= Own.VERSIONS.size()) {
            return List.of("the database has the version " + version + ", which no Lanyard makes");
        }
        if (!Connections.text(connection, "PRAGMA encoding").equals("UTF-8")) {
            return List.of("the database has another encoding than UTF-8");
        }
        Own own = Own.VERSIONS.get(version);
        return own.whole.equals(whole(connection)) ? List.of() : differences(own.objects, objects(connection));
    }

    private static List<String> differences(Map<String, String> own, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        own.forEach((name, sql) -> {
            if (!sql.equals(found.get(name))) {
                differences.add("the database's own " + name + (found.containsKey(name) ? " was changed" : " is missing"));
            }
        });
        found.keySet().stream().filter(name -> !own.containsKey(name))
                .forEach(name -> differences.add("the database has a " + shortened(name) + ", which is not Lanyard's"));
        return differences;
    }

    private static String shortened(String name) {
        String text = name.replaceAll("\\p{Cntrl}", " ");
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static String whole(Connection connection) throws SQLException {
        return Connections.text(connection, WHOLE);
    }

    private static Map<String, String> objects(Connection connection) throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                objects.put(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)));
            }
        }
        return objects;
    }
}
