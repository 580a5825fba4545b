package org.lanyard.scan;

/** Text on its way into a spreadsheet. */
public final class Cells {

    private Cells() {}

    /** A cell that no spreadsheet takes for a formula: an apostrophe goes before what would begin one (OWASP). */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
