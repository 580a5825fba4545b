package org.lanyard.desk.scan;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.reader.Pictures;

final class PictureDrop {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final ScanModel model;
    private static final int MOST_CHOICES = 20;
    private static final int MOST_SHOWN = 60;

    private final Background background;
    private final Words words;
    private final Node screen;

    PictureDrop(ScanModel model, Background background, Words words, Node screen) {
        this.model = model;
        this.background = background;
        this.words = words;
        this.screen = screen;
    }

    void listen() {
        screen.setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles() || drag.getDragboard().hasImage()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        screen.setOnDragDropped(this::dropped);
        screen.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (PASTE.match(key) && !(key.getTarget() instanceof TextInputControl)) {
                take(Clipboard.getSystemClipboard());
                key.consume();
            }
        });
    }

    private void dropped(DragEvent drag) {
        take(drag.getDragboard());
        drag.setDropCompleted(true);
        drag.consume();
    }

    private void take(Clipboard content) {
        if (content.hasFiles()) {
            for (File file : List.copyOf(content.getFiles())) {
                read(() -> Pictures.read(file.toPath()));
            }
        } else if (content.hasImage()) {
            BufferedImage picture = SwingFXUtils.fromFXImage(content.getImage(), null);
            read(() -> Pictures.read(picture));
        }
    }

    private void read(Supplier<Pictures.Found> reading) {
        Function<Pictures.Found, PictureChoice> choice = model.choice();
        background.run(() -> choice.apply(reading.get()), this::take, model::unread);
    }

    // One code is a scan; of several one is chosen.
    private void take(PictureChoice choice) {
        switch (choice.choices().size()) {
            case 0 -> model.unread(noCode(choice.found()));
            case 1 -> model.pictured(choice.choices().getFirst().text());
            default -> choose(choice);
        }
    }

    private void choose(PictureChoice choice) {
        ContextMenu menu = new ContextMenu();
        menu.getStyleClass().add("picture-choice");
        menu.getItems().add(title(words.say("picture.several")));
        if (!choice.found().pages().all()) {
            menu.getItems().add(title(words.say(choice.found().pages().sentence())));
        }
        choice.choices().stream().limit(MOST_CHOICES).forEach(each -> menu.getItems().add(item(each)));
        Bounds bounds = screen.localToScreen(screen.getLayoutBounds());
        menu.show(screen, bounds.getMinX() + bounds.getWidth() / 4, bounds.getMinY() + bounds.getHeight() / 4);
    }

    private static MenuItem title(String text) {
        MenuItem title = new MenuItem(text);
        title.setDisable(true);
        return title;
    }

    private MenuItem item(PictureChoice.Choice choice) {
        String code = choice.text().lines().findFirst().orElse("");
        String cut = code.length() > MOST_SHOWN ? code.substring(0, MOST_SHOWN) + "…" : code;
        String whose = choice.person().map(person -> person.name() + " · ").orElse("");
        String page = choice.page().map(number -> " · " + words.say("picture.page", number)).orElse("");
        MenuItem item = new MenuItem(whose + cut + page);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.pictured(choice.text()));
        return item;
    }

    private String noCode(Pictures.Found found) {
        String pages = found.pages().all() ? "" : words.say(found.pages().sentence()) + " ";
        return pages + found.fault().map(words::say).orElseGet(() -> words.say("picture.none.hint"));
    }
}
