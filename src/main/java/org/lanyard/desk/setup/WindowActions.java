package org.lanyard.desk.setup;

/** What Setup may do with the window. */
public interface WindowActions {

    void startKiosk();

    /** Opens or closes the attendees' window on another screen. */
    void showMirror(boolean open);

    void startPractice();
}
