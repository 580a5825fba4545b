package org.lanyard.scan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to checking in several people at once (R36), all in one transaction.
 *
 * @param decision {@link Verdict.ChoosePeople} as they stand afterwards; of a person's code, the last of their check-ins
 * @param people   empty where the code was a person's
 */
public record GroupDecision(Decision decision, List<Result> people) {

    /**
     * @param state   afterwards
     * @param verdict of their own check-in; of one that was not made, the one that it would get
     * @param record  the last one made for them; empty where none was
     * @param count   check-ins so far
     */
    public record Result(Attendee attendee, Verdict.Member.State state, Verdict verdict, Optional<UUID> record, int count) {}

    public boolean anyRecorded() {
        return people.stream().anyMatch(person -> person.record().isPresent());
    }
}
