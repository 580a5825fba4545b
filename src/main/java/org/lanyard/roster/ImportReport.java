package org.lanyard.roster;

import java.util.ArrayList;
import java.util.List;
import org.lanyard.roster.carry.Moved;
import org.lanyard.scan.Sentence;

/**
 * The outcome of an import, or of a trial run.
 *
 * @param unusable every row that could not be used
 * @param warnings what was lowered below what has been handed out (R23), what is shared (R19)
 * @param applied  false for a trial run, and where unusable rows kept everything as it was
 */
public record ImportReport(String conference, Count attendees, Count orders, Count items, List<UnusableRow> unusable,
        List<Sentence> warnings, boolean applied, List<Moved> moved) {

    ImportReport withMoved(List<Moved> used) {
        List<Sentence> all = new ArrayList<>(warnings);
        used.forEach(it -> all.add(it.sentence()));
        return new ImportReport(conference, attendees, orders, items, unusable, all, applied, used);
    }

    /** @param withdrawn attendees no longer in the file, orders no longer linked, items dropped */
    public record Count(int added, int changed, int unchanged, int withdrawn) {}
}
