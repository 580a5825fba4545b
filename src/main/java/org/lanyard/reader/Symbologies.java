package org.lanyard.reader;

/** What kinds of codes are looked for. */
public enum Symbologies {
    /** QR codes alone: whatever else is in view, a book or a bottle, is not meant. */
    QR,
    /** Aztec, Data Matrix, PDF417, Code 128, Code 39 and EAN as well, where no QR code is there. */
    EVERY
}
