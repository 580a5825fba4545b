package org.lanyard.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables, views, indexes and triggers of a database, in the order in which they were made. {@code schema.sql} holds
 * those that the migrations make, so that a start runs none of them: a test compares both.
 */
record SchemaObjects(List<Entry> entries) {

    private static final String FILE = "schema.sql";
    private static final Pattern HEADING =
            Pattern.compile("^--- (table|index|view|trigger) (\\S+) of (\\S+)$", Pattern.MULTILINE);

    record Entry(String type, String name, String table, Optional<String> sql) {

        private String text() {
            return "--- " + type + " " + name + " of " + table + "\n" + sql.map(statement -> statement + "\n").orElse("");
        }
    }

    static SchemaObjects of(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY rowid")) {
            while (rows.next()) {
                entries.add(new Entry(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)),
                        String.valueOf(rows.getString(3)), Optional.ofNullable(rows.getString(4))));
            }
        }
        return new SchemaObjects(entries);
    }

    static SchemaObjects current() {
        try (InputStream file = SchemaObjects.class.getResourceAsStream(FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException("the program lacks its own " + FILE, failure);
        }
    }

    private static SchemaObjects parse(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        boolean found = heading.find();
        while (found) {
            String type = heading.group(1);
            String name = heading.group(2);
            String table = heading.group(3);
            int begin = heading.end() + 1;
            found = heading.find();
            String sql = text.substring(begin, found ? heading.start() : text.length()).stripTrailing();
            entries.add(new Entry(type, name, table, Optional.of(sql).filter(statement -> !statement.isEmpty())));
        }
        return new SchemaObjects(entries);
    }

    String text() {
        return entries.stream().map(Entry::text).collect(Collectors.joining());
    }

    Map<String, String> byName() {
        Map<String, String> objects = new TreeMap<>();
        entries.forEach(each -> objects.merge(each.type() + " " + each.name(),
                each.table() + ": " + each.sql().orElse(""), (first, second) -> first + "\n" + second));
        return objects;
    }
}
