package org.lanyard.desk.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCode;
import org.lanyard.desk.dashboard.DashboardController;
import org.lanyard.desk.dashboard.DashboardModel;
import org.lanyard.desk.help.Page;
import org.lanyard.desk.journal.JournalController;
import org.lanyard.desk.scan.ScanController;
import org.lanyard.desk.search.SearchController;

/**
 * The screens of the rail, in its order: rail, function keys, focus and tests follow this list. A new screen is one entry
 * here, {@code NAME/NAME.fxml}, its controller and model, and the word {@code rail.NAME} in each language.
 */
public enum Screen {
    SCAN("fth-maximize", KeyCode.F2, Page.VOLUNTEERS,
            parts -> new ScanController(parts.scan(), parts.camera(), parts.badgeQuestions(),
                    parts.voids(), parts.background(), parts.words(), parts.keyboardHere(), parts::showWandSetting,
                    parts.person()::open, parts.scanButtons())),
    SEARCH("fth-search", KeyCode.F3, Page.HELPDESK, parts -> new SearchController(parts.searchModel(), parts.words(),
            parts::showPerson, Optional.of(parts.person()::open), Optional.of(parts.paperMarks()))),
    DASHBOARD("fth-bar-chart-2", KeyCode.F4, Page.ORGANIZERS, parts -> new DashboardController(
            parts.model(DashboardModel.class,
                    () -> new DashboardModel(parts.workplace(), parts.words(), parts.station().statistics(),
                            parts.station().journal(), parts.station().roster(), parts.station().clock(),
                            parts.background()),
                    DashboardModel::close),
            parts.inside(), parts.words())),
    JOURNAL("fth-book-open", KeyCode.F6, Page.HELPDESK,
            parts -> new JournalController(parts.journal(), parts.record(), parts.words())),
    SETUP("fth-settings", KeyCode.F7, Page.ADMINISTRATORS, parts -> parts.setup().controller(
            page -> parts.loader().load(page.fxml()).root()));

    private final String icon;
    private final KeyCode key;
    private final Page help;
    private final Function<Parts, Object> controller;

    Screen(String icon, KeyCode key, Page help, Function<Parts, Object> controller) {
        this.icon = icon;
        this.key = key;
        this.help = help;
        this.controller = controller;
    }

    /** The screen's name in file names, in its button's id and in bundles. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String fxml() {
        return id() + "/" + id() + ".fxml";
    }

    String icon() {
        return icon;
    }

    public KeyCode key() {
        return key;
    }

    Page help() {
        return help;
    }

    Object controller(Parts parts) {
        return controller.apply(parts);
    }
}
