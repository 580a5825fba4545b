package org.lanyard.badge;

/** Places badges row by row on sheets of A4, upright or on their side, whichever holds more. All lengths in millimetres. */
final class SheetLayout {

    private static final double SHORT = 210;
    private static final double LONG = 297;
    private static final double MARGIN = 8;

    private double pageWidth;
    private double pageHeight;
    private double x;
    private double y;
    private double rowHeight;
    private boolean begun;

    record Place(boolean newPage, double pageWidth, double pageHeight, double x, double y) {}

    Place next(double width, double height) {
        boolean fits = begun && fitsBeside(width, height);
        if (begun && !fits) {
            x = MARGIN;
            y += rowHeight;
            rowHeight = 0;
            fits = fitsBeside(width, height);
        }
        if (!fits) {
            newPage(width, height);
        }
        Place place = new Place(!fits, pageWidth, pageHeight, x, y);
        x += width;
        rowHeight = Math.max(rowHeight, height);
        return place;
    }

    private boolean fitsBeside(double width, double height) {
        return x + width <= pageWidth - MARGIN && y + height <= pageHeight - MARGIN;
    }

    private void newPage(double width, double height) {
        int upright = count(SHORT, LONG, width, height);
        int across = count(LONG, SHORT, width, height);
        if (upright + across == 0) {
            turnTo(width, height, 0);   // no sheet of A4 holds it: a page of its own size
        } else if (upright >= across) {
            turnTo(SHORT, LONG, MARGIN);
        } else {
            turnTo(LONG, SHORT, MARGIN);
        }
        rowHeight = 0;
        begun = true;
    }

    private void turnTo(double width, double height, double margin) {
        pageWidth = width;
        pageHeight = height;
        x = margin;
        y = margin;
    }

    private static int count(double pageWidth, double pageHeight, double width, double height) {
        return (int) ((pageWidth - 2 * MARGIN) / width) * (int) ((pageHeight - 2 * MARGIN) / height);
    }
}
