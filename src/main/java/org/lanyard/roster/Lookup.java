package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Conference;
import org.lanyard.scan.KeyboardLayout;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict.LookAlike;
import org.lanyard.scan.WiderReading;
import tools.jackson.databind.json.JsonMapper;

/** The person that a reading names (R1 to R3, R6). */
public sealed interface Lookup {

    /** @param blocked the code that was read opens nothing any more (R35) */
    record Found(Person person, boolean blocked) implements Lookup {

        public static Found of(Person person) {
            return new Found(person, false);
        }
    }

    record Group(String order, List<Person> people) implements Lookup {}

    /** @param conference the other one's name where this file has it, else the slug the payload gave */
    record Elsewhere(String conference) implements Lookup {}

    record Unknown(@Nullable LookAlike lookAlike) implements Lookup {}

    static Lookup of(Db db, Snapshots people, Conference conference, Reading reading, boolean keyed)
            throws SQLException {
        Set<String> tried = new HashSet<>();
        for (Reading.Attempt attempt : reading.attempts()) {
            if (!attempt.isFor(conference)) {
                if (attempt.namesAConference()) {
                    return new Elsewhere(nameOf(db, attempt.slug().orElseThrow()));
                }
                continue;
            }
            tried.add(attempt.code());
            Optional<Lookup> decided = byCode(db, people, conference, attempt.code(), true);
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        Set<String> wider = WiderReading.codes(reading.text(), keyed);
        wider.removeAll(tried);
        Optional<Found> carried = onlyOne(db, people, conference, wider);
        if (carried.isPresent()) {
            return carried.get();
        }
        Optional<Found> undone = keyed ? layoutUndone(db, people, conference, reading.text()) : Optional.empty();
        return undone.isPresent() ? undone.get()
                : new Unknown(lookAlike(db, conference, reading.code()));
    }

    // R1: the code as it stands, else an order reference (R36), else the only code that it is in another case; empty
    // where nobody has it.
    private static Optional<Lookup> byCode(Db db, Snapshots people, Conference conference, String code, boolean orders)
            throws SQLException {
        Optional<Person> exact = people.byCode(db, conference.id(), code);
        if (exact.isPresent() && !exact.get().withdrawn()) {
            return exact.map(person -> new Found(person, person.codeBlocked()));
        }
        Optional<Lookup> further = FurtherCodes.owner(db, conference.id(), code);
        if (further.isPresent() || exact.isPresent()) {   // of somebody withdrawn: perhaps merged into another (R37)
            return further.or(() -> exact.map(person -> new Found(person, person.codeBlocked())));
        }
        Optional<Lookup> group = orders ? Groups.of(db, conference.id(), code) : Optional.empty();
        if (group.isPresent()) {
            return group;
        }
        List<Candidate> same = Candidate.inAnyCase(db, code);
        Optional<Candidate> elsewhere = same.stream().filter(candidate -> candidate.code().equals(code)).findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere.map(candidate -> new Elsewhere(candidate.conferenceName()));
        }
        List<Candidate> here = same.stream().filter(candidate -> candidate.conference() == conference.id()).toList();
        if (here.size() == 1) {
            Candidate only = here.getFirst();
            return People.byId(db, only.attendee()).map(person -> new Found(person, only.blocked()));
        }
        if (!here.isEmpty()) {
            return Optional.of(new Unknown(null));
        }
        return same.stream().findFirst().map(candidate -> new Elsewhere(candidate.conferenceName()));
    }

    // The one attendee who has one of the codes; empty where two would be.
    private static Optional<Found> onlyOne(Db db, Snapshots people, Conference conference, Set<String> codes)
            throws SQLException {
        Set<Found> found = new LinkedHashSet<>();
        for (String code : Candidate.known(db, codes)) {
            byCode(db, people, conference, code, false).ifPresent(decided -> {
                if (decided instanceof Found its) {
                    found.add(its);
                }
            });
        }
        return only(found);
    }

    // Empty where two people would be found.
    private static Optional<Found> only(Set<Found> found) {
        return found.stream().map(its -> its.person().id()).distinct().count() == 1
                ? found.stream().filter(its -> !its.blocked()).findFirst().or(() -> found.stream().findFirst())
                : Optional.empty();
    }

    // R6: the one attendee whose code the payload is once a keyboard layout is undone; empty where two would be. A
    // character by itself says nothing of a layout: some layout makes any sign of it.
    private static Optional<Found> layoutUndone(Db db, Snapshots people, Conference conference, String text)
            throws SQLException {
        if (text.length() < 2) {
            return Optional.empty();
        }
        Set<String> codes = KeyboardLayout.undone(text).stream()
                .flatMap(sent -> Reading.of(sent).attempts().stream()).filter(attempt -> attempt.isFor(conference))
                .map(Reading.Attempt::code).collect(Collectors.toCollection(LinkedHashSet::new));
        return onlyOne(db, people, conference, codes);
    }

    private static @Nullable LookAlike lookAlike(Db db, Conference conference, String code) throws SQLException {
        List<Candidate> alike = Candidate.lookingLike(db, conference, code);
        return alike.size() == 1 ? new LookAlike(alike.getFirst().code(), alike.getFirst().name()) : null;
    }

    private static String nameOf(Db db, String slug) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT name FROM conference WHERE slug = ?", slug).orElse(slug);
    }

    record Candidate(long attendee, String code, String name, long conference, String conferenceName, boolean blocked) {

        private static final String CANDIDATES = """
                SELECT attendee.id, has.code, attendee.name, conference.id, conference.name, has.blocked <> ''
                  FROM (SELECT id AS attendee, access_code AS code, code_blocked AS blocked FROM attendee
                         WHERE look_alike = ?1 AND merged_into IS NULL
                        UNION ALL SELECT attendee_id, code, blocked FROM attendee_code WHERE look_alike = ?1) has
                  JOIN attendee ON attendee.id = has.attendee JOIN conference ON conference.id = attendee.conference_id
                 WHERE\s""";

        private static final String KNOWN = """
                SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM attendee WHERE look_alike = value)
                    OR EXISTS (SELECT 1 FROM attendee_code WHERE look_alike = value)
                """;

        /** Those of the codes that somebody has, or nearly has: one statement instead of several for each code. */
        static List<String> known(Db db, Collection<String> codes) throws SQLException {
            if (codes.isEmpty()) {
                return List.of();
            }
            String keys = JsonMapper.shared().writeValueAsString(codes.stream().map(AccessCode::lookAlike).toList());
            Set<String> known = Set.copyOf(db.list(row -> row.getString(1), KNOWN, keys));
            return codes.stream().filter(code -> known.contains(AccessCode.lookAlike(code))).toList();
        }

        static List<Candidate> inAnyCase(Db db, String code) throws SQLException {
            return db.list(Candidate::of, CANDIDATES + "upper(has.code) = ?2 ORDER BY attendee.id",
                    AccessCode.lookAlike(code), AccessCode.fold(code));
        }

        // Two are enough to know that there is not just one.
        static List<Candidate> lookingLike(Db db, Conference conference, String code) throws SQLException {
            return db.list(Candidate::of, CANDIDATES + "conference.id = ?2 LIMIT 2", AccessCode.lookAlike(code),
                    conference.id());
        }

        private static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                    row.getInt(6) != 0);
        }
    }
}
