package org.lanyard.desk;

/** The first screen of a window. */
public enum Opening {
    /** with the first-run steps, where nobody has done them yet */
    USUAL,
    /** right at the work it was told of */
    STRAIGHT,
    /** as a kiosk, which only its PIN leaves */
    KIOSK,
    /** with made-up people, and marked so */
    PRACTICE
}
