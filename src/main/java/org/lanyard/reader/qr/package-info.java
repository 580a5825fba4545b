/**
 * Finds and reads QR codes in a grey frame.
 *
 * <pre>
 *  GreyFrame ── BitFrame ── FinderPatterns ── FinderTriple ── SymbolCandidate ── Grid ── ModuleGrid ── ZXing's decoder
 *   grey         black       1:1:3:1:1         three of        outlines of the    module   dark or        error correction,
 *                and white   in rows and       them that       three, size by     to       light          encodings
 *                            columns           fit together    timing patterns    pixel
 *
 *  finder      FinderPatterns; MissingFinder infers a third one that is covered
 *  candidate   FinderTriple, SymbolCandidate, NestedSquares (rejects squares that are no finder pattern)
 *  outline     FinderOutlines: FinderOutline (edges), ModulePitch (module size along each axis)
 *  projection  Projection (flat), with AlignmentPattern or FourthCorner for the fourth corner;
 *              Curvature with GridLine (bent around a cylinder), DisplacementMesh (crumpled)
 *  grid        ModuleGrid: brightness of each module; Deblurring; KnownModules
 *  decode      QrDecoder: cheap stages first, then the others while the frame's budget lasts
 * </pre>
 *
 * A constant whose comment names no other source was tuned on the synthetic frames of seed 1 of {@code ReadingRates} and
 * checked with its held-out seed. Lengths are in modules where nothing else is said; brightness is 0 to 255. Coordinates of
 * modules are {@code u, v} (module (0, 0) begins at 0 and has its centre at 0.5), those of pixels {@code x, y} (pixel (0, 0)
 * has its centre at 0).
 */
@NullMarked
package org.lanyard.reader.qr;

import org.jspecify.annotations.NullMarked;
