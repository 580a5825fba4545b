package org.lanyard.desk.setup;

import java.util.function.Consumer;

/** The window's actions that Setup offers. */
public interface WindowActions {

    void startKiosk();

    /** Opens or closes the attendees' window on another screen. */
    void showMirror(boolean open);

    void startPractice(Consumer<String> failed);

    /** Opens the page of the person with this access code. */
    void showPerson(String code);

    /** Checks the person with this access code in, on the scan screen. */
    void checkIn(String code);
}
