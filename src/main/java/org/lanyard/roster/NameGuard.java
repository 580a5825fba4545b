package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Folding;
import org.lanyard.scan.NotPossible;

/**
 * Refuses a roster whose rows seem to have slipped: if more than a fifth of the known people, or somebody who is checked in,
 * would get an unlike name.
 */
final class NameGuard {

    private static final String CHECKED_IN =
            "SELECT 1 FROM first_check_in WHERE attendee_id = ? AND checked_in_at IS NOT NULL";
    private static final int LISTED = 10;
    private static final int SHARE = 5;
    private static final int SHORTEST_WITH_TYPO = 4;

    private final Db db;
    private final List<String> unlike = new ArrayList<>();
    private final List<String> checkedIn = new ArrayList<>();
    private int known;

    NameGuard(Db db) {
        this.db = db;
    }

    void see(long attendee, String accessCode, String before, String now) throws SQLException {
        known++;
        if (!before.equals(now) && unlike(before, now)) {
            String change = accessCode + ": " + before + " → " + now;
            unlike.add(change);
            if (db.number(CHECKED_IN, attendee) != 0) {
                checkedIn.add(change);
            }
        }
    }

    /** @throws NotPossible for a roster that seems to have slipped */
    void check() {
        if (unlike.size() > 1 && unlike.size() * SHARE > known) {
            throw new NotPossible("roster.shifted", unlike.size(), known, listed(unlike));
        }
        if (!checkedIn.isEmpty()) {
            throw new NotPossible("roster.other-person", checkedIn.size(), listed(checkedIn));
        }
    }

    private static String listed(List<String> changes) {
        return String.join("; ", changes.subList(0, Math.min(LISTED, changes.size())));
    }

    /** True if the names have no word in common, folded, one typo allowed. */
    static boolean unlike(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
        return !words.isEmpty() && !others.isEmpty()
                && words.stream().noneMatch(word -> others.stream().anyMatch(its -> alike(word, its)));
    }

    private static List<String> words(String name) {
        return Arrays.stream(Folding.fold(name).split("[^\\p{L}\\p{N}\\p{M}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_WITH_TYPO || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = one.substring(same);
        String otherRest = other.substring(same);
        return without(rest, 1).equals(without(otherRest, 1)) || without(rest, 1).equals(otherRest)
                || rest.equals(without(otherRest, 1)) || swapped(rest, otherRest);
    }

    private static String without(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }

    private static boolean swapped(String one, String other) {
        return one.length() > 1 && other.length() > 1 && one.charAt(0) == other.charAt(1) && one.charAt(1) == other.charAt(0)
                && without(one, 2).equals(without(other, 2));
    }
}
