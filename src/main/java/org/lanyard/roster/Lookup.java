package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanyard.ledger.Db;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Conference;
import org.lanyard.scan.KeyboardLayout;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict.LookAlike;
import org.lanyard.scan.WiderReading;

/** The person that a reading names (R1 to R3, R6). */
public sealed interface Lookup {

    record Found(Person person) implements Lookup {}

    /** @param conference the other one's name where this file has it, else the slug the payload gave */
    record Elsewhere(String conference) implements Lookup {}

    record Unknown(LookAlike lookAlike) implements Lookup {}

    /** Asks the roster, within a transaction. */
    static Lookup of(Db db, Snapshots people, Conference conference, Reading reading, boolean keyed)
            throws SQLException {
        for (Reading.Attempt attempt : reading.attempts()) {
            if (!attempt.isFor(conference)) {
                if (attempt.namesAConference()) {
                    return new Elsewhere(nameOf(db, attempt.slug().orElseThrow()));
                }
                continue;
            }
            Optional<Lookup> decided = byCode(db, people, conference, attempt.code());
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        Optional<Person> carried = onlyOne(db, people, conference, WiderReading.codes(reading.text(), keyed));
        if (carried.isPresent()) {
            return new Found(carried.get());
        }
        Optional<Person> undone = keyed ? layoutUndone(db, people, conference, reading.text()) : Optional.empty();
        return undone.isPresent() ? new Found(undone.get())
                : new Unknown(lookAlike(db, conference, reading.code()));
    }

    /** R1: the code as it stands, else the only one that it is in another case; empty where nobody has it. */
    private static Optional<Lookup> byCode(Db db, Snapshots people, Conference conference, String code)
            throws SQLException {
        Optional<Person> exact = people.byCode(db, conference.id(), code);
        if (exact.isEmpty()) {
            exact = FurtherCodes.owner(db, conference.id(), code);
        }
        if (exact.isPresent()) {
            return exact.map(Found::new);
        }
        List<Candidate> same = Candidate.inAnyCase(db, code);
        Optional<Candidate> elsewhere = same.stream().filter(candidate -> candidate.code().equals(code)).findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere.map(candidate -> new Elsewhere(candidate.conferenceName()));
        }
        List<Candidate> here = same.stream().filter(candidate -> candidate.conference() == conference.id()).toList();
        if (here.size() == 1) {
            return People.byId(db, here.getFirst().attendee()).map(Found::new);
        }
        if (!here.isEmpty()) {
            return Optional.of(new Unknown(null));
        }
        return same.stream().findFirst().map(candidate -> new Elsewhere(candidate.conferenceName()));
    }

    /** The one attendee who has one of the codes; empty where two would be. */
    private static Optional<Person> onlyOne(Db db, Snapshots people, Conference conference, Set<String> codes)
            throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        for (String code : codes) {
            byCode(db, people, conference, code).ifPresent(decided -> {
                if (decided instanceof Found(Person person)) {
                    found.add(person.id());
                }
            });
        }
        return found.size() == 1 ? People.byId(db, found.iterator().next()) : Optional.empty();
    }

    /**
     * R6: the one attendee whose code the payload is once a keyboard layout is undone; empty where two would be. A character by
     * itself says nothing of a layout: some layout makes any sign of it.
     */
    private static Optional<Person> layoutUndone(Db db, Snapshots people, Conference conference, String text)
            throws SQLException {
        if (text.length() < 2) {
            return Optional.empty();
        }
        Set<Long> found = new LinkedHashSet<>();
        for (String sent : KeyboardLayout.undone(text)) {
            for (Reading.Attempt attempt : Reading.of(sent).attempts()) {
                if (attempt.isFor(conference)) {
                    byCode(db, people, conference, attempt.code()).ifPresent(decided -> {
                        if (decided instanceof Found(Person person)) {
                            found.add(person.id());
                        }
                    });
                }
            }
        }
        return found.size() == 1 ? People.byId(db, found.iterator().next()) : Optional.empty();
    }

    private static LookAlike lookAlike(Db db, Conference conference, String code) throws SQLException {
        List<Candidate> alike = Candidate.lookingLike(db, conference, code);
        return alike.size() == 1 ? new LookAlike(alike.getFirst().code(), alike.getFirst().name()) : null;
    }

    private static String nameOf(Db db, String slug) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT name FROM conference WHERE slug = ?", slug).orElse(slug);
    }

    /** Somebody of any conference whose code looks like another. */
    record Candidate(long attendee, String code, String name, long conference, String conferenceName) {

        private static final String CANDIDATES = """
                SELECT attendee.id, has.code, attendee.name, conference.id, conference.name
                  FROM (SELECT id AS attendee, access_code AS code FROM attendee WHERE look_alike = ?1
                        UNION ALL SELECT attendee_id, code FROM attendee_code WHERE look_alike = ?1) has
                  JOIN attendee ON attendee.id = has.attendee JOIN conference ON conference.id = attendee.conference_id
                 WHERE\s""";

        static List<Candidate> inAnyCase(Db db, String code) throws SQLException {
            return db.list(Candidate::of, CANDIDATES + "upper(has.code) = ?2 ORDER BY attendee.id",
                    AccessCode.lookAlike(code), AccessCode.fold(code));
        }

        /** Two are enough to know that there is not just one. */
        static List<Candidate> lookingLike(Db db, Conference conference, String code) throws SQLException {
            return db.list(Candidate::of, CANDIDATES + "conference.id = ?2 LIMIT 2", AccessCode.lookAlike(code),
                    conference.id());
        }

        private static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5));
        }
    }
}
