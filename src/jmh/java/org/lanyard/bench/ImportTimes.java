package org.lanyard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.ledger.Db;

/** A CSV of 100,000 into an empty station, beside the rows that come of it, inserted by bare JDBC in one transaction. */
final class ImportTimes {

    private static final int ROUNDS = 3;
    private static final List<String> TABLES = List.of("conference", "ticket_type", "addon", "attendee", "orders",
            "attendee_order", "order_line_item");

    private ImportTimes() {}

    static void measure(Table table) throws IOException {
        Path csv = Stations.sample("sample.csv", Stations.ATTENDEES);
        Map<String, List<Object[]>> rows = rows();
        double[] imported = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            double ours = imported(csv);
            double theirs = bare(rows);
            if (i >= 0) {
                imported[i] = ours;
                bare[i] = theirs;
                ratio[i] = ours / theirs;
            }
        }
        long count = rows.values().stream().mapToLong(List::size).sum();
        table.group("import of 100,000 attendees (%,d rows)".formatted(count))
                .info("CSV to commit", Times.median(imported), "ms").info("bare insert loop", Times.median(bare), "ms")
                .reach("ratio", Times.median(ratio), "times", 2);
    }

    private static double imported(Path csv) throws IOException {
        try (Station station = Stations.open(Stations.folder("import"))) {
            System.gc();
            return Times.millis(() -> station.rosterFiles().importFile(csv, Stations.CSV, _ -> {}));
        }
    }

    private static double bare(Map<String, List<Object[]>> rows) throws IOException {
        Path folder = Stations.folder("import-bare");
        Stations.open(folder).close();
        try (Bare bare = new Bare(folder.resolve(StationConfig.DATABASE))) {
            System.gc();
            return Times.millis(() -> {
                bare.begin();
                for (var statement : rows.entrySet()) {
                    bare.insert(statement.getKey(), statement.getValue());
                }
                bare.commit();
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** By insert statement, what an import leaves in the tables. */
    private static Map<String, List<Object[]>> rows() {
        try (Station station = Stations.openCopy(Stations.Kind.FRESH, "import")) {
            Map<String, List<Object[]>> rows = new LinkedHashMap<>();
            station.ledger().read(db -> {
                for (String table : TABLES) {
                    read(db, table, rows);
                }
                return null;
            });
            return rows;
        }
    }

    private static void read(Db db, String table, Map<String, List<Object[]>> rows) throws SQLException {
        List<String> columns = db.list(row -> row.getString(1),
                "SELECT name FROM pragma_table_info(?)", table);   // leaves the generated column out
        List<Object[]> all = db.list(row -> {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
            }
            return values;
        }, "SELECT " + String.join(", ", columns) + " FROM " + table);
        List<String> marks = new ArrayList<>();
        columns.forEach(_ -> marks.add("?"));
        rows.put("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", marks) + ")", all);
    }
}
