package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/** Finds people as somebody types: an index in memory, made anew when a roster has changed. */
final class Search {

    private static final String ROWS = """
            SELECT id, name, company, email, access_code,
                   (SELECT group_concat(reference, char(10)) FROM attendee_order
                      JOIN orders ON orders.id = order_id WHERE attendee_id = attendee.id)
              FROM attendee NOT INDEXED WHERE conference_id = ?
            """;

    private final Ledger ledger;
    private final Map<Long, Versioned> indexes = new ConcurrentHashMap<>();

    Search(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Versioned(long version, SearchIndex index) {}

    List<Person> find(Conference conference, String text, int limit) {
        return ledger.read(db -> {
            List<Person> people = new ArrayList<>();
            for (long id : index(db, conference.id()).find(text, limit)) {
                People.byId(db, id).ifPresent(people::add);
            }
            return people;
        });
    }

    /** Makes the index now, where it is not there already. */
    void read(Conference conference) {
        ledger.read(db -> index(db, conference.id()));
    }

    private SearchIndex index(Db db, long conference) throws SQLException {
        long version = db.number(KnownRoster.VERSION);
        Versioned known = indexes.get(conference);
        if (known == null || known.version() != version) {
            known = new Versioned(version, read(db, conference));
            indexes.put(conference, known);
        }
        return known.index();
    }

    private static SearchIndex read(Db db, long conference) throws SQLException {
        List<SearchIndex.Entry> entries = new ArrayList<>();
        db.each(row -> {
            String[] fields = {row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                    row.getString(6)};
            return entries.add(SearchIndex.entry(row.getLong(1), Arrays.asList(fields)));
        }, ROWS, conference);
        return new SearchIndex(entries);
    }
}
