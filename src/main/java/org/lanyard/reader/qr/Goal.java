package org.lanyard.reader.qr;

public enum Goal {
    /** Any code is read. */
    ANY,
    /** A code in the middle part is read, and no unread symbol lies nearer to the middle. */
    CENTRAL,
    /** The budget is over: for all codes of a picture. */
    ALL
}
