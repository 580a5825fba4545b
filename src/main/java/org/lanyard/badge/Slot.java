package org.lanyard.badge;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** A place of a template that is filled for each badge. Its geometry is in its own units; {@link #toMm} leads to millimetres. */
sealed interface Slot {

    AffineTransform toMm();

    /** A text that is made as large as its box allows, on at most two lines. */
    record TextBox(String words, Rectangle2D box, SvgStyle.Text style, AffineTransform toMm) implements Slot {}

    record TextLine(String words, Point2D start, SvgStyle.Text style, AffineTransform toMm) implements Slot {}

    /** A QR code, with its quiet zone inside the box. */
    record QrBox(Rectangle2D box, AffineTransform toMm) implements Slot {}
}
