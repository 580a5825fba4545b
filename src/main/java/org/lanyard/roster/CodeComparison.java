package org.lanyard.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lanyard.scan.Sentence;

/** Compares the further codes of the people in a source (R35); a code that is anybody else's is left out with a warning. */
final class CodeComparison {

    private final StatedRoster stated;
    private final KnownRoster known;
    private final Changes changes;
    private final List<Sentence> warnings;
    private final boolean partial;
    private final Map<Long, Set<String>> knownOf = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    CodeComparison(StatedRoster stated, KnownRoster known, Changes changes, List<Sentence> warnings, boolean partial) {
        this.stated = stated;
        this.known = known;
        this.changes = changes;
        this.warnings = warnings;
        this.partial = partial;
        known.codes.forEach((code, its) -> knownOf.computeIfAbsent(its.attendee(), _ -> new HashSet<>()).add(code));
    }

    /** True if a code comes or goes. */
    boolean compare(long id, StatedPerson person) {
        if (person.furtherCodes().isEmpty()) {
            return false;
        }
        Set<String> before = knownOf.getOrDefault(id, Set.of());
        boolean differs = false;
        for (String code : person.furtherCodes()) {
            if (!before.contains(code) && mayHave(id, code, person)) {
                changes.add(Changes.ADD_CODE, known.conference.id(), code, id, RosterSource.ROSTER.word());
                differs = true;
            }
        }
        for (String code : before) {
            boolean local = Objects.requireNonNull(known.codes.get(code)).source().equals(RosterSource.LOCAL.word());
            if (!partial && !local && !person.furtherCodes().contains(code)) {
                changes.add(Changes.END_CODE, known.conference.id(), code);
                differs = true;
            }
        }
        return differs;
    }

    private boolean mayHave(long id, String code, StatedPerson person) {
        boolean others = stated.hasPerson(code) || known.attendees.containsKey(code) || stated.order(code).isPresent()
                || known.orders.containsKey(code)
                || known.codes.containsKey(code) && known.codes.get(code).attendee() != id || !taken.add(code);
        if (others) {
            warnings.add(Sentence.of("import.code-taken", person.accessCode(), code));
        }
        return !others;
    }
}
