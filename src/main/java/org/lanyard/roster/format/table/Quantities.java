package org.lanyard.roster.format.table;

final class Quantities {

    private static final int MOST_DIGITS = 8;

    private Quantities() {}

    /** At least 1; what is no number is 1. */
    static int of(String digits) {
        boolean number = digits.length() <= MOST_DIGITS && !digits.isEmpty()
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Integer.parseInt(digits)) : 1;
    }
}
