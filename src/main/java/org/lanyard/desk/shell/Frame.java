package org.lanyard.desk.shell;

enum Frame {
    FIRST("first/first.fxml"),
    SIGN_IN("signin/signin.fxml"),
    DESK("shell/shell.fxml"),
    /** a door or a lunch queue: nothing but the verdict */
    BOUND("boundstation/boundstation.fxml"),
    KIOSK("kiosk/kiosk.fxml");

    private final String fxml;

    Frame(String fxml) {
        this.fxml = fxml;
    }

    String fxml() {
        return fxml;
    }
}
