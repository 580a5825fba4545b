package org.lanyard.badge;

import java.util.List;
import org.lanyard.scan.Sentence;

/**
 * A template filled for one person.
 *
 * @param warnings what does not fit, or no font here can show
 */
public record Badge(BadgeTemplate template, Look look, List<Ink> inks, List<Sentence> warnings) {

    public Badge {
        inks = List.copyOf(inks);
        warnings = List.copyOf(warnings);
    }
}
