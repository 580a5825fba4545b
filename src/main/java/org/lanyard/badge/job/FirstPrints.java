package org.lanyard.badge.job;

import java.util.Optional;
import org.lanyard.scan.Sentence;

/** Asked before the first badge of a code is sent, where other stations may have printed it. */
@FunctionalInterface
public interface FirstPrints {

    FirstPrints NONE = _ -> Optional.empty();

    /**
     * Claims it; waits at most a second.
     *
     * @return where and when another station printed it; empty where it is printed here, also where nobody answers
     */
    Optional<Sentence> claim(PrintJob job);
}
