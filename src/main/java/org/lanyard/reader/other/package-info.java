/**
 * Reads symbologies other than QR: Aztec, Data Matrix, PDF417 and linear codes.
 *
 * <pre>
 *  GreyFrame ── Bullseyes ────── Aztec crops ─┐
 *           ├── DenseRegions ─── crops ───────┼── ZXing's readers ── OtherSymbologies
 *           └── rows, columns ── LinearCodes ─┘
 * </pre>
 *
 * ZXing's detectors for Aztec and Data Matrix start in the middle of a picture, so they are given crops around the places
 * that look like one. Each reader is asked for by name: without a list of formats ZXing finds digits in pictures without a
 * code. Plane codes correct their errors; of a linear code several rows have to agree.
 */
@NullMarked
package org.lanyard.reader.other;

import org.jspecify.annotations.NullMarked;
