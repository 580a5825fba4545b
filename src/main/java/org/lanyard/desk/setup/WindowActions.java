package org.lanyard.desk.setup;

/** The window's actions that Setup offers. */
public interface WindowActions {

    void startKiosk();

    /** Opens or closes the attendees' window on another screen. */
    void showMirror(boolean open);

    void startPractice();
}
