package org.lanyard.desk.shell;

import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;
import org.lanyard.desk.TypingTarget;
import org.lanyard.desk.Words;

final class ScreenLoader {

    private final Words words;
    private final Callback<Class<?>, Object> controllers;

    ScreenLoader(Words words, Callback<Class<?>, Object> controllers) {
        this.words = words;
        this.controllers = controllers;
    }

    record Loaded(Parent root, Object controller) {

        Optional<TypingTarget> typing() {
            return controller instanceof TypingTarget target ? Optional.of(target) : Optional.empty();
        }
    }

    Loaded load(String fxml) {
        return load(fxml, controllers);
    }

    Loaded load(Screen screen, Parts parts) {
        Object controller = screen.controller(parts);
        return load(screen.fxml(), type -> type == controller.getClass() ? controller : controllers.call(type));
    }

    private Loaded load(String fxml, Callback<Class<?>, Object> factory) {
        FXMLLoader loader = new FXMLLoader(resource(fxml), words.bundle());
        loader.setControllerFactory(factory);
        try {
            return new Loaded(loader.load(), loader.getController());
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own screen " + fxml + " is broken", broken);
        }
    }

    static URL resource(String name) {
        return Objects.requireNonNull(ScreenLoader.class.getResource("/org/lanyard/desk/" + name), name);
    }
}
