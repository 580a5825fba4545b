package org.lanyard.desk.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.commonmark.node.Node;
import org.lanyard.desk.Words;

/**
 * The manual in a window of its own beside the desk, which goes on working: a scan is taken wherever the focus is. On the FX
 * thread.
 */
public final class HelpWindow {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 620;
    private static final double MARGIN = 60;

    private final Words words;
    private final Page first;
    private final Stage stage = new Stage();
    private final ScrollPane scroll = new ScrollPane();
    private final BorderPane root = new BorderPane(scroll);
    private final Button back = new Button();
    private final Button print = new Button();
    private final Label said = new Label();
    private final Deque<Node> former = new ArrayDeque<>();
    private Node shown;

    private HelpWindow(Window owner, Words words, Page first) {
        this.words = words;
        this.first = first;
        this.shown = first.in(words.locale());
        stage.initOwner(owner);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.getStyleClass().setAll(owner.getScene().getRoot().getStyleClass());
        root.getStyleClass().add("shell");
        scroll.setFitToWidth(true);
        back.setOnAction(_ -> show(former.pop()));
        print.setOnAction(_ -> print());
        HBox bar = new HBox(back, print, said);
        bar.getStyleClass().add("manual-bar");
        root.setTop(bar);
        stage.setScene(scene);
        print.requestFocus();   // else the page is scrolled to its first link
    }

    public static HelpWindow open(Window owner, Words words, Page page, Optional<Topic> topic) {
        HelpWindow help = new HelpWindow(owner, words, page);
        help.show(help.shown);
        help.stage.setX(owner.getX() + Math.max(0, owner.getWidth() - WIDTH - MARGIN));
        help.stage.setY(owner.getY() + MARGIN);
        help.stage.show();
        help.stage.requestFocus();
        topic.ifPresent(wanted -> help.scrollTo(wanted.heading()));
        return help;
    }

    public Page first() {
        return first;
    }

    public boolean isFocused() {
        return stage.isFocused();
    }

    public boolean isShowing() {
        return stage.isShowing();
    }

    public void close() {
        stage.close();
    }

    private void show(Node page) {
        shown = page;
        Pane content = PageView.of(page, this::follow);
        scroll.setContent(content);
        scroll.setVvalue(0);
        stage.setTitle(words.say("help.title"));
        back.setText(words.say("help.back"));
        print.setText(words.say("help.print"));
        back.setDisable(former.isEmpty());
        said.setText("");
    }

    private void scrollTo(String heading) {
        root.applyCss();
        root.layout();
        Pane content = (Pane) scroll.getContent();
        double above = content.getHeight() - scroll.getViewportBounds().getHeight();
        PageView.heading(content, heading).filter(_ -> above > 0)
                .ifPresent(found -> scroll.setVvalue(Math.min(1, found.getBoundsInParent().getMinY() / above)));
    }

    private void follow(String target) {
        Page.linked(target).ifPresent(page -> {
            former.push(shown);
            show(page);
        });
    }

    private void key(KeyEvent key) {
        if (List.of(KeyCode.ESCAPE, KeyCode.F1).contains(key.getCode())) {
            key.consume();
            close();
        }
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            said.setText(words.say("help.no-printer"));
        } else if (job.showPrintDialog(stage)) {
            boolean printed = new Sheets(PageView.of(shown, _ -> {}), onPaper()).print(job);
            said.setText(words.say(printed && job.endJob() ? "help.printed" : "help.not-printed"));
        }
    }

    private List<String> onPaper() {
        return stage.getScene().getStylesheets().stream().map(sheet -> sheet.replace("/dark.css", "/light.css")).toList();
    }
}
