package org.lanyard.desk.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.lanyard.desk.Words;
import org.lanyard.desk.help.HelpWindow;
import org.lanyard.desk.help.Page;
import org.lanyard.desk.help.Topic;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.desk.verdict.Look;
import org.lanyard.scan.Verdict;

/** F1: the manual's page for what is on the screen. On the FX thread. */
final class Help {

    private final ShellModel shell;
    private final ScanModel scan;
    private final Supplier<SetupPage> setup;
    private final Words words;
    private final Supplier<? extends Window> window;
    private Optional<HelpWindow> open = Optional.empty();

    Help(ShellModel shell, ScanModel scan, Supplier<SetupPage> setup, Words words, Supplier<? extends Window> window) {
        this.shell = shell;
        this.scan = scan;
        this.setup = setup;
        this.words = words;
        this.window = window;
    }

    void show() {
        Page page = page();
        boolean same = open.filter(HelpWindow::isShowing).filter(help -> help.first() == page).isPresent();
        close();
        if (!same) {
            open(page, Optional.empty());
        }
    }

    void show(Optional<Topic> topic) {
        topic.ifPresentOrElse(wanted -> {
            close();
            open(wanted.page(), topic);
        }, this::show);
    }

    private void open(Page page, Optional<Topic> topic) {
        open = Optional.of(HelpWindow.open(window.get(), words, page, topic));
    }

    void close() {
        open.ifPresent(HelpWindow::close);
        open = Optional.empty();
    }

    boolean hasKeyboard() {
        return open.filter(HelpWindow::isFocused).isPresent();
    }

    Page page() {
        return switch (shell.frame()) {
            case FIRST -> Page.ORGANIZERS;
            case SIGN_IN, KIOSK -> Page.VOLUNTEERS;
            case BOUND -> verdict();
            case DESK -> shell.personProperty().get() ? Page.HELPDESK : page(shell.screenProperty().get());
        };
    }

    private Page page(Screen screen) {
        if (screen == Screen.SCAN) {
            return verdict();
        }
        return screen == Screen.SETUP ? setup.get().help() : screen.help();
    }

    // A stop is the help desk's matter, a fault of the station somebody else's.
    private Page verdict() {
        if (scan.card().look() == Look.FAULT) {
            return Page.TROUBLE;
        }
        boolean stop = scan.card().decision().filter(shown -> shown.verdict().kind() == Verdict.Kind.STOP).isPresent();
        return stop ? Page.HELPDESK : Page.VOLUNTEERS;
    }
}
