package org.lanyard.desk.setup;

import java.util.Locale;
import org.lanyard.desk.help.Page;

/**
 * The pages of Setup, in the list's order. A new page is one entry here, {@code setup/NAME.fxml}, its controller in
 * {@link SetupParts}, and the word {@code setup.NAME} in each language. A page is loaded when it is first shown.
 */
public enum SetupPage {
    STATION("fth-map-pin", Page.ORGANIZERS),
    ROSTER("fth-users", Page.ROSTERS),
    PRODUCTS("fth-tag", Page.ORGANIZERS),
    PEOPLE("fth-user-plus", Page.ORGANIZERS),
    STAFF("fth-key", Page.ORGANIZERS),
    PAPER("fth-file-text", Page.ORGANIZERS),
    BADGES("fth-printer", Page.BADGES),
    VENUE("fth-share-2", Page.VENUE),
    UPSTREAM("fth-cloud", Page.ROSTERS),
    WAND("fth-edit-3", Page.TROUBLE),
    CAMERA("fth-camera", Page.TROUBLE),
    APPEARANCE("fth-eye", Page.ORGANIZERS),
    KIOSK("fth-monitor", Page.ADMINISTRATORS),
    BACKUPS("fth-save", Page.ADMINISTRATORS);

    private final String icon;
    private final Page help;

    SetupPage(String icon, Page help) {
        this.icon = icon;
        this.help = help;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return icon;
    }

    public Page help() {
        return help;
    }

    public String fxml() {
        return "setup/" + id() + ".fxml";
    }
}
