package org.lanyard.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanyard.scan.StationFault;

/**
 * Compares every table, view, index and trigger of a file with the program's own: a dropped trigger is a lost promise,
 * and a foreign one may do anything. Asks nothing that a hostile file could answer with code of its own.
 */
final class Schema {

    private Schema() {}

    // The objects of this program's version.
    private static final class Current {

        private static final SchemaObjects OBJECTS = SchemaObjects.current();
    }

    static void make(Connection empty) throws SQLException {
        for (SchemaObjects.Entry each : Current.OBJECTS.entries()) {
            if (each.sql().isPresent()) {
                Connections.execute(empty, each.sql().get());
            }
        }
    }

    // The objects after so many migrations.
    private static SchemaObjects own(int version) throws SQLException {
        if (version == Migrations.SCRIPTS.size()) {
            return Current.OBJECTS;
        }
        try (Connection empty = Connections.inMemory()) {
            Migrations.upgrade(empty, version);
            return SchemaObjects.of(empty);
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
        return SchemaObjects.of(connection).entries().isEmpty();
    }

    static List<String> differences(Connection connection, int version) throws SQLException {
        if (version < 0 || version > Migrations.SCRIPTS.size()) {
            return List.of("the database has the version " + version + ", which no Lanyard makes");
        }
        if (!Connections.text(connection, "PRAGMA encoding").equals("UTF-8")) {
            return List.of("the database has another encoding than UTF-8");
        }
        return differences(own(version).byName(), SchemaObjects.of(connection).byName());
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
}
