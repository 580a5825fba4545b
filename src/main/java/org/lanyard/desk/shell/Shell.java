package org.lanyard.desk.shell;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.lanyard.Station;
import org.lanyard.desk.WandFilter;
import org.lanyard.desk.Words;
import org.lanyard.desk.scan.ScanController;
import org.lanyard.desk.scan.ScanModel;
import org.lanyard.desk.search.SearchController;
import org.lanyard.desk.search.SearchModel;
import org.lanyard.scan.Post;
import org.lanyard.scan.Source;

/** Builds the window: every model and controller of it, constructed in order. */
public final class Shell {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;

    private final Words words;
    private final ShellModel model;
    private final ScanModel scan;
    private final SearchModel search;
    private final WandFilter wand;

    public Shell(Station station, Post post, Words words) {
        this.words = words;
        this.scan = new ScanModel(station, post, words);
        this.search = new SearchModel(station, post.conference());
        this.model = new ShellModel(station, post, words);
        this.wand = new WandFilter(System::nanoTime, text -> {
            model.show(ShellModel.Screen.SCAN);
            scan.scanned(text, Source.WAND);
        });
    }

    /** On the FX thread. */
    public void show(Stage stage) {
        Scene scene = new Scene(load(Shell.class.getResource("shell.fxml")), WIDTH, HEIGHT);
        scene.getStylesheets().add(style("desk.css"));
        model.themeProperty().subscribe(theme -> dress(scene, theme));
        wand.setBareKeys(scan.bareKeys(() -> model.screenProperty().get() == ShellModel.Screen.SCAN));
        wand.guardAllWindows();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> wand.leave());
        stage.setTitle("Lanyard");
        stage.getIcons().add(new Image(Objects.requireNonNull(Shell.class.getResourceAsStream(
                "/org/lanyard/desk/icon.png"))));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.base());
        List<String> sheets = scene.getStylesheets();
        sheets.removeIf(sheet -> sheet.endsWith("/light.css") || sheet.endsWith("/dark.css"));
        sheets.add(style(theme.sheet()));
    }

    private static String style(String sheet) {
        return Objects.requireNonNull(Shell.class.getResource("/org/lanyard/desk/" + sheet)).toExternalForm();
    }

    private Parent load(URL fxml) {
        FXMLLoader loader = new FXMLLoader(fxml, words.bundle());
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own screen " + fxml + " is broken", broken);
        }
    }

    private Object controller(Class<?> type) {
        if (type == ShellController.class) {
            return new ShellController(model);
        }
        if (type == ScanController.class) {
            return new ScanController(scan, words);
        }
        if (type == SearchController.class) {
            return new SearchController(search, person -> {
                model.show(ShellModel.Screen.SCAN);
                scan.look(person);
            });
        }
        throw new IllegalStateException("no parts are known for a " + type.getName());
    }
}
