package org.lanyard.roster;

import java.util.List;
import java.util.Optional;
import org.lanyard.scan.ValidTime;

/**
 * Times and limit of a product as a source states them (R32); empty where it does not.
 *
 * @param valid  an empty list is always
 * @param perDay 0 for no limit
 */
public record StatedTimes(Optional<List<ValidTime>> valid, Optional<Integer> perDay) {

    public boolean isEmpty() {
        return valid.isEmpty() && perDay.isEmpty();
    }
}
