package org.lanyard.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One column of what a roster says about a person. This list is the only one: tables, files, search and the screens go
 * through it. A new column is a constant here, a column in the table {@code attendee}, and its words.
 */
public enum Detail {
    NAME(Use.SEARCHED),
    EMAIL(Use.SEARCHED),
    COMPANY(Use.SEARCHED),
    NOTE(Use.SHOWN),
    ATTENTION(Use.SHOWN),
    /** The number of people that one code admits; empty is one. */
    PARTY(Use.SHOWN),
    /** The roster's reason why this person may not enter; empty if they may. */
    BLOCKED(Use.SHOWN);

    public static final List<Detail> SEARCHED =
            Arrays.stream(values()).filter(detail -> detail.use != Use.SHOWN).toList();

    public static final List<Detail> CHIPS =
            Arrays.stream(values()).filter(detail -> detail.use == Use.SEARCHED_CHIP).toList();

    private enum Use { SHOWN, SEARCHED, SEARCHED_CHIP }

    private final Use use;
    private final String word;

    Detail(Use use) {
        this.use = use;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return word;
    }

    /** True if hardly two people have the same. */
    public boolean distinct() {
        return this == NAME || this == EMAIL;
    }

    public static Optional<Detail> of(String word) {
        return Arrays.stream(values()).filter(detail -> detail.word.equals(word)).findFirst();
    }
}
