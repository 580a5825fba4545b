/**
 * Badges and labels: an SVG template, filled with a person's details, as PDF, PNG, SVG or for a label printer.
 *
 * <pre>
 * SvgFile ──► BadgeTemplate ──fill(BadgeContent)──► Badge ──► BadgeImage (PNG, label printers)
 *  (bounds,     (slots in                 (inks and  ├──────► BadgePdf   (one page or sheets)
 *   allow-list)  millimetres)              warnings) └──────► BadgeSvg
 * </pre>
 *
 * All text is drawn as outlines, laid out by Java2D, so that any script prints joined and in its own direction and no font has
 * to be embedded.
 */
@NullMarked
package org.lanyard.badge;

import org.jspecify.annotations.NullMarked;
