package org.lanyard.desk.shell;

enum Frame {
    /** the steps of a station that nobody has set up */
    FIRST("first/first.fxml"),
    /** somebody has to say who they are */
    SIGN_IN("signin/signin.fxml"),
    /** top bar, rail, and a screen beside it */
    DESK("shell/shell.fxml"),
    /** a door or a lunch queue: nothing but the verdict */
    BOUND("boundstation/boundstation.fxml"),
    /** an attendee alone */
    KIOSK("kiosk/kiosk.fxml");

    private final String fxml;

    Frame(String fxml) {
        this.fxml = fxml;
    }

    String fxml() {
        return fxml;
    }
}
