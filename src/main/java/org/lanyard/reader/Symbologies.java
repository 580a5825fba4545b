package org.lanyard.reader;

public enum Symbologies {
    /** QR codes only: a book or a bottle in view is not meant. */
    QR,
    /** Other symbologies too, where no QR code is read. */
    EVERY
}
