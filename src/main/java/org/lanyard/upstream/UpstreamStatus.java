package org.lanyard.upstream;

import java.time.Instant;
import java.util.Optional;
import org.lanyard.scan.Sentence;

/**
 * Counts of a conference's records by what became of them, and the state of the connection.
 *
 * @param since        when an offline time began
 * @param sentence     why the last contact failed; {@link Sentence#NONE} where it did not
 * @param inDoubt      undecided ones included
 * @param undeliverable records the server has no call for: door checks, voids of what it was told, unknown items
 * @param twice        handed out here and by another desk, or counted twice by the server; not noted yet
 * @param lastPull     the last attempt to bring the roster here; empty before the first
 */
public record UpstreamStatus(Standing standing, Optional<Instant> since, Sentence sentence, int pending, int sent,
        int confirmed, int refused, int inDoubt, int undecided, int undeliverable, int twice,
        Optional<LastPull> lastPull) {

    /**
     * @param applied  whether the roster here is what the server said then
     * @param sentence why it was not applied, or who was left out; {@link Sentence#NONE} where all is well
     */
    public record LastPull(Instant at, boolean applied, Sentence sentence) {}

    public boolean nothingLeft() {
        return pending == 0 && sent == 0 && inDoubt == 0;
    }

    public boolean needsAttention() {
        return twice > 0 || undecided > 0 || lastPull.filter(pull -> !pull.applied()).isPresent();
    }
}
