package org.lanyard.badge.job;

import java.util.OptionalInt;

/**
 * A printer that this station prints with.
 *
 * @param address    as {@link org.lanyard.badge.printer.PrinterAddress} reads it
 * @param labelsLeft on its roll; empty where nobody counts
 */
public record Printer(String name, String address, OptionalInt labelsLeft) {

    public static final int FEW_LABELS = 20;

    public boolean fewLabels() {
        return labelsLeft.isPresent() && labelsLeft.getAsInt() <= FEW_LABELS;
    }
}
