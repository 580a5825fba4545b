package org.lanyard.reader;

/** From a code's modules to a picture's pixels: module (0, 0) begins at u = 0, v = 0 and has its middle at a half. */
interface Grid {

    double x(double u, double v);

    double y(double u, double v);
}
