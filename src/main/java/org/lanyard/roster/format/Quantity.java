package org.lanyard.roster.format;

import java.util.Optional;
import org.lanyard.roster.StatedOrder;

final class Quantity {

    private static final int MOST_DIGITS = 6;

    private Quantity() {}

    static Optional<Integer> of(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(digits) <= StatedOrder.MOST_UNITS ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }
}
