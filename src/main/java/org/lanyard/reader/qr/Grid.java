package org.lanyard.reader.qr;

/** Maps a code's modules to a picture's pixels. */
interface Grid {

    double x(double u, double v);

    double y(double u, double v);
}
