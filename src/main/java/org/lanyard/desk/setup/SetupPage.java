package org.lanyard.desk.setup;

import java.util.Locale;

/**
 * The pages of Setup, in the list's order. A new page is one entry here, {@code setup/NAME.fxml}, its controller in
 * {@link SetupParts}, and the word {@code setup.NAME} in each language. A page is loaded when it is first shown.
 */
public enum SetupPage {
    STATION("fth-map-pin"),
    ROSTER("fth-users"),
    PRODUCTS("fth-tag"),
    PEOPLE("fth-user-plus"),
    STAFF("fth-key"),
    PAPER("fth-file-text"),
    BADGES("fth-printer"),
    VENUE("fth-share-2"),
    UPSTREAM("fth-cloud"),
    WAND("fth-edit-3"),
    CAMERA("fth-camera"),
    APPEARANCE("fth-eye"),
    KIOSK("fth-monitor"),
    BACKUPS("fth-save");

    private final String icon;

    SetupPage(String icon) {
        this.icon = icon;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return icon;
    }

    public String fxml() {
        return "setup/" + id() + ".fxml";
    }
}
