package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Folding;
import org.lanyard.scan.PersonDetails;

/** Collects the details of each person from the rows with their code; the first row that states a detail counts. */
final class PersonRows {

    private static final Map<Field, Detail> DETAILS = Stream.of(Detail.values())
            .filter(detail -> detail != Detail.NAME && detail != Detail.PARTY)
            .flatMap(detail -> Field.of(detail.word()).map(field -> Map.entry(field, detail)).stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Mapping mapping;
    private final RowText text;
    private final StatedRoster.Builder roster;
    private final CheckInTimes times;
    private final boolean unreadableTimes;

    PersonRows(Mapping mapping, RowText text, StatedRoster.Builder roster, CheckInTimes times,
            boolean unreadableTimes) {
        this.mapping = mapping;
        this.text = text;
        this.roster = roster;
        this.times = times;
        this.unreadableTimes = unreadableTimes;
    }

    /** @throws Unusable when the code is another person's, or a value cannot be used */
    void check(String code, Row row) throws Unusable {
        Optional<StatedPerson> known = roster.person(code);
        String name = text.name(row);
        String email = text.text(Field.EMAIL, row).strip();
        if (known.isPresent() && differ(known.get().details().name(), name)) {
            throw new Unusable(nameColumn(), name, "row.other-name", code, known.get().details().name());
        }
        if (known.isPresent() && differ(known.get().details().email(), email)) {
            throw new Unusable(mapping.name(Field.EMAIL), email, "row.other-email", code,
                    known.get().details().email());
        }
        party(row);
        checkedInAt(row);
    }

    private String nameColumn() {
        return mapping.has(Field.NAME) ? mapping.name(Field.NAME) : mapping.name(Field.FIRST_NAME);
    }

    private static boolean differ(String one, String other) {
        return !one.isBlank() && !other.isBlank() && !one.equals(other)
                && !Folding.fold(one.strip()).equals(Folding.fold(other.strip()));
    }

    /** Adds what the row says; call {@link #check} before. */
    StatedPerson add(String code, Row row) throws Unusable {
        StatedPerson known = roster.person(code).orElseGet(() -> new StatedPerson(code, PersonDetails.NONE));
        PersonDetails details = known.details();
        if (mapping.hasName()) {
            details = merged(details, Detail.NAME, text.name(row));
        }
        for (var each : DETAILS.entrySet()) {
            if (mapping.has(each.getKey())) {
                details = merged(details, each.getValue(), said(each.getKey(), row));
            }
        }
        if (mapping.has(Field.PARTY)) {
            details = merged(details, Detail.PARTY, party(row));
        }
        StatedPerson person = checkedIn(known.with(shown(details, row)), row);
        return withdrawn(withCodes(person, row), row);
    }

    // Another system says yes or no where we give the reason.
    private String said(Field field, Row row) {
        String said = text.text(field, row);
        if (field == Field.BLOCKED && StatusWords.KNOWN.isYesOrNo(said.strip())) {
            return StatusWords.KNOWN.isNo(said.strip()) ? "" : mapping.name(field);
        }
        return said;
    }

    private StatedPerson withdrawn(StatedPerson person, Row row) {
        String said = text.text(Field.WITHDRAWN, row).strip();
        return said.isEmpty() || StatusWords.KNOWN.isNo(said) ? person : person.withdrawn(true);
    }

    private static PersonDetails merged(PersonDetails details, Detail detail, String said) {
        return details.text(detail).isBlank() ? details.with(detail, said) : details;
    }

    private PersonDetails shown(PersonDetails details, Row row) {
        PersonDetails shown = details;
        for (Column column : mapping.shown()) {
            String name = mapping.shownName(column);
            if (shown.shown().getOrDefault(name, "").isBlank()) {
                shown = shown.withShown(name, RowText.unprotected(row.cell(column.index())));
            }
        }
        return shown;
    }

    private String party(Row row) throws Unusable {
        String said = mapping.text(Field.PARTY, row).strip();
        if (said.isEmpty()) {
            return "";
        }
        int people = Quantity.of(said).filter(number -> number > 0)
                .orElseThrow(() -> new Unusable(mapping.name(Field.PARTY), said, "row.quantity", said));
        return people == 1 ? "" : String.valueOf(people);
    }

    private StatedPerson checkedIn(StatedPerson person, Row row) throws Unusable {
        if (!mapping.has(Field.CHECKED_IN_AT) || unreadableTimes) {
            return person;
        }
        StatedPerson.CheckIn stated = checkedInAt(row);
        return person.checkIn() instanceof StatedPerson.CheckIn.At ? person : person.with(stated);
    }

    private StatedPerson.CheckIn checkedInAt(Row row) throws Unusable {
        String said = mapping.text(Field.CHECKED_IN_AT, row).strip();
        if (said.isEmpty() || unreadableTimes) {
            return new StatedPerson.CheckIn.None();
        }
        return times.read(said).map(StatedPerson.CheckIn.At::new)
                .orElseThrow(() -> new Unusable(mapping.name(Field.CHECKED_IN_AT), said, "row.time", said));
    }

    private StatedPerson withCodes(StatedPerson person, Row row) {
        if (!mapping.has(Field.CODES)) {
            return person;
        }
        Set<String> codes = new LinkedHashSet<>(person.furtherCodes());
        for (String code : mapping.text(Field.CODES, row).split(";")) {
            String plain = CodeColumn.unwrap(code);
            if (!plain.isEmpty() && !plain.equals(person.accessCode())) {
                codes.add(plain);
            }
        }
        return person.withFurtherCodes(new ArrayList<>(codes));
    }
}
