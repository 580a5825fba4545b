package org.lanyard.journal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Folding;

final class Matching {

    private static final String PLACES = """
            SELECT seq, attendee_id FROM journal
             WHERE journal.conference_id = ?1 AND seq > ?2 AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR at >= ?4)
               AND (?5 IS NULL OR station_id = (SELECT id FROM station WHERE name = ?5))
               AND (?6 IS NULL OR staff_id = (SELECT id FROM staff_member WHERE name = ?6))
             ORDER BY seq DESC
            """;

    private Matching() {}

    static long[] places(Db db, Conference conference, Filter filter, long after) throws SQLException {
        Set<Long> people = filter.person().isBlank() ? null : people(db, conference, filter.person());
        LongStream.Builder places = LongStream.builder();
        db.each(row -> {
            if (people == null || people.contains(row.getLong(2))) {
                places.add(row.getLong(1));
            }
            return null;
        }, PLACES, conference.id(), after, filter.kind() == null ? null : filter.kind().word(), filter.since(),
                filter.station(), filter.staff());
        return places.build().toArray();
    }

    private static Set<Long> people(Db db, Conference conference, String text) throws SQLException {
        String wanted = Folding.fold(text.strip());
        Set<Long> people = new HashSet<>();
        db.each(row -> Folding.fold(row.getString(2)).contains(wanted) || Folding.fold(row.getString(3)).contains(wanted)
                ? people.add(row.getLong(1)) : null,
                "SELECT id, name, access_code FROM attendee WHERE conference_id = ?", conference.id());
        return people;
    }
}
