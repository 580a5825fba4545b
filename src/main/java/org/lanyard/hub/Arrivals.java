package org.lanyard.hub;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.ledger.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of other stations: a whole page in one statement, and where that is refused, what of it can be made. */
final class Arrivals {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    static final int CONSTRAINT = 19;   // SQLITE_CONSTRAINT
    private static final String STAGE = """
            INSERT INTO hub_arrived (n, place, kind, id, conference, code, product, order_reference, line, at, by_name, station,
                                     note, extra, overridden, mode, verdict, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String KNOWN = """
            SELECT n FROM hub_arrived arrived WHERE EXISTS (SELECT 1 FROM hub_sent WHERE hub_sent.id = noted)
                OR EXISTS (SELECT 1 FROM hub_to_send WHERE hub_to_send.id = noted)
                OR EXISTS (SELECT 1 FROM hub_asked WHERE hub_asked.id = noted)
            """;
    private static final String NOTE = "INSERT INTO hub_sent (id, voided, place) VALUES (?, 0, ?) ON CONFLICT DO NOTHING";
    private static final String LEAVE_OUT = """
            INSERT OR REPLACE INTO hub_state (key, value)
            SELECT 'left:' || ?1, json_object('conference', ?2, 'kind', ?3, 'body', ?4)
            """;

    private final Db db;
    private final Set<String> notMade = new HashSet<>();

    Arrivals(Db db) {
        this.db = db;
    }

    /** @param place in the venue's order; empty where that was noted when the record was left out */
    record Arrival(Entry entry, Optional<Long> place) {

        // The parts of its body are bound: SQLite would read the body again for each.
        private @Nullable Object[] values() {
            JsonNode body = MAPPER.readTree(entry.body());
            return new @Nullable Object[] {0, place, entry.kind(), entry.key(), entry.conference(), text(body, "code"),
                    text(body, "product"), text(body, "order"), text(body, "line"), body.path("at").asLong(),
                    text(body, "by"), text(body, "station"), text(body, "note"), text(body, "extra"),
                    body.path("overridden").asInt(0), text(body, "mode"), text(body, "verdict"), text(body, "payload")};
        }

        private static @Nullable String text(JsonNode body, String name) {
            JsonNode value = body.get(name);
            return value == null || value.isNull() ? null : value.asString();
        }
    }

    private record Readable(Arrival arrival, @Nullable Object[] values) {}

    boolean made(Entry entry) {
        return !notMade.contains(HubLog.noted(entry));
    }

    /** @return those that this file knows, by {@link HubLog#noted}, in some way already: made, left out, to be sent, or asked */
    Set<String> makeNew(List<Arrival> page) throws SQLException {
        List<Readable> fresh = readable(page);
        stage(fresh);
        List<Integer> numbers = numbers(KNOWN);
        List<Readable> known = numbers.stream().map(fresh::get).toList();
        if (!known.isEmpty()) {
            clear();
            fresh = without(fresh, numbers);
            stage(fresh);
        }
        makeStaged(fresh);
        return known.stream().map(each -> HubLog.noted(each.arrival().entry())).collect(Collectors.toSet());
    }

    void make(List<Arrival> page) throws SQLException {
        List<Readable> all = readable(page);
        stage(all);
        makeStaged(all);
    }

    private List<Readable> readable(List<Arrival> page) throws SQLException {
        List<Readable> readable = new ArrayList<>(page.size());
        for (Arrival arrival : page) {
            try {
                readable.add(new Readable(arrival, arrival.values()));
            } catch (JacksonException broken) {
                refused(arrival, broken);
            }
        }
        return readable;
    }

    private void stage(List<Readable> page) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(page.size());
        for (Readable each : page) {
            each.values()[0] = rows.size();
            rows.add(each.values());
        }
        db.runAll(STAGE, rows);
    }

    private void makeStaged(List<Readable> page) throws SQLException {
        if (page.isEmpty()) {
            return;
        }
        try {
            db.run("INSERT INTO hub_made (first) VALUES (?)", db.places(page.size()));
        } catch (SQLException refused) {
            if (refused.getErrorCode() != CONSTRAINT) {
                throw refused;
            }
            makeInParts(page, refused);
        }
    }

    private void makeInParts(List<Readable> page, SQLException refused) throws SQLException {
        List<Integer> notHere = numbers("SELECT n FROM hub_not_here");
        clear();
        for (int number : notHere) {
            leaveOut(page.get(number).arrival());
        }
        if (!notHere.isEmpty()) {
            again(without(page, notHere));
        } else if (page.size() == 1) {
            refused(page.getFirst().arrival(), refused);
        } else {
            again(page.subList(0, page.size() / 2));
            again(page.subList(page.size() / 2, page.size()));
        }
    }

    private void again(List<Readable> part) throws SQLException {
        stage(part);
        makeStaged(part);
    }

    private static List<Readable> without(List<Readable> page, List<Integer> numbers) {
        Set<Integer> gone = new HashSet<>(numbers);
        List<Readable> rest = new ArrayList<>(page.size());
        for (int at = 0; at < page.size(); at++) {
            if (!gone.contains(at)) {
                rest.add(page.get(at));
            }
        }
        return rest;
    }

    private void leaveOut(Arrival arrival) throws SQLException {
        leaveOut(db, arrival.entry());
        note(arrival);
    }

    static void leaveOut(Db db, Entry entry) throws SQLException {
        db.run(LEAVE_OUT, HubLog.noted(entry), entry.conference(), entry.kind(), entry.body());
    }

    private void refused(Arrival arrival, Exception why) throws SQLException {
        LOG.warn("a record of another station stays at the hub: {} {}", arrival.entry().key(), why.getMessage());
        note(arrival);
    }

    private void note(Arrival arrival) throws SQLException {
        notMade.add(HubLog.noted(arrival.entry()));
        if (arrival.place().isPresent()) {
            db.run(NOTE, HubLog.noted(arrival.entry()), arrival.place());
        }
    }

    private List<Integer> numbers(String sql) throws SQLException {
        return db.list(row -> row.getInt(1), sql);
    }

    private void clear() throws SQLException {
        db.run("DELETE FROM hub_arrived");
    }
}
