package org.lanyard.roster.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class StatusWords {

    static final StatusWords KNOWN = new StatusWords(Words.read("statuses.txt"));

    // Beginnings of the names of columns in which "yes" is bad news, as keys.
    private static final List<String> NEGATIVE = List.of("void", "isvoid", "cancel", "positioncancel", "storn", "annul",
            "anul", "cancelad", "geannul", "avbok");
    private static final Set<String> DECLINING = Set.of("rsvp", "rsvpstatus", "attending", "zusage", "出欠");

    private final Map<String, State> states = new HashMap<>();
    private final Set<String> yes;
    private final Set<String> no;

    private StatusWords(Map<String, List<String>> sections) {
        for (State state : State.values()) {
            sections.getOrDefault(state.word(), List.of()).forEach(key -> states.put(key, state));
        }
        this.yes = Set.copyOf(sections.getOrDefault("yes", List.of()));
        this.no = Set.copyOf(sections.getOrDefault("no", List.of()));
    }

    /** The word's state in a column of that name; empty where nobody can know. */
    Optional<State> state(String column, String word) {
        String key = Words.key(word);
        if (yes.contains(key) || no.contains(key)) {
            return ofAnswer(column, yes.contains(key));
        }
        return Optional.ofNullable(states.get(key));
    }

    private Optional<State> ofAnswer(String column, boolean yes) {
        String key = Words.key(column);
        if (isNegative(column)) {
            return Optional.of(yes ? State.CANCELLED : State.PAID);
        }
        if (yes) {
            return Optional.of(State.PAID);
        }
        boolean asksForPaymentOrPlace = Synonyms.KNOWN.of(column).stream().anyMatch(match -> match.field().isStatus());
        if (!asksForPaymentOrPlace) {
            return Optional.empty();
        }
        return Optional.of(DECLINING.contains(key) ? State.CANCELLED : State.PENDING);
    }

    /** True where "yes" in a column of that name is bad news. */
    static boolean isNegative(String column) {
        String key = Words.key(column);
        return NEGATIVE.stream().anyMatch(key::startsWith);
    }

    boolean isYesOrNo(String word) {
        String key = Words.key(word);
        return yes.contains(key) || no.contains(key);
    }

    boolean isYes(String word) {
        return yes.contains(Words.key(word));
    }

    boolean isNo(String word) {
        return no.contains(Words.key(word));
    }

    /** True for a word that speaks of an order or a ticket by itself, as "yes" does not. */
    boolean isStatus(String word) {
        return states.containsKey(Words.key(word));
    }
}
