package org.lanyard.gate;

import java.util.Optional;
import org.lanyard.scan.Verdict;

/**
 * The venue's part in one decision.
 *
 * @param against stands where the rules here allow a record
 * @param heard   false where the hub did not answer: then it also stands instead of a refusal that others may know better
 */
record FromHub(Optional<Verdict> against, boolean heard) {

    static final FromHub NOTHING = new FromHub(Optional.empty(), true);

    Verdict insteadOf(Verdict refusal) {
        return heard || !Question.isDoubtful(refusal) ? refusal : against.orElse(refusal);
    }
}
