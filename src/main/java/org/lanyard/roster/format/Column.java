package org.lanyard.roster.format;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param index from 0
 * @param name  unlike all others: the header, told apart as in "Company (2)", or the number as in "#3"
 */
public record Column(int index, String name) {

    public String number() {
        return "#" + (index + 1);
    }

    String header() {
        return name.replaceFirst(" \\([0-9]+\\)$", "");
    }

    boolean is(String reference) {
        return name.equals(reference) || number().equals(reference.strip());
    }

    boolean isLike(String reference) {
        String key = Words.key(reference);
        return !key.isEmpty() && !reference.startsWith("#") && Words.key(name).equals(key);
    }

    /** The name of what it counts: "Lunch (Saturday)?" is about "Lunch (Saturday)". */
    String itemName() {
        return header().replaceFirst("[\\s?:：？]+$", "").strip();
    }

    /** The use that the name itself states, as in "show:Dietary needs". */
    Optional<Use> stated() {
        return name.startsWith("show:") ? Use.of(RowText.unprotected(name), name) : Optional.empty();
    }
}
