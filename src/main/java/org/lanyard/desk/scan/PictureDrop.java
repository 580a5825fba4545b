package org.lanyard.desk.scan;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.lanyard.desk.Background;
import org.lanyard.reader.Pictures;

/** Pictures and PDFs of tickets, dropped on the scan screen or pasted from the clipboard. */
final class PictureDrop {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final ScanModel model;
    private final Background background;

    PictureDrop(ScanModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    void on(Node screen) {
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
        background.run(reading, model::pictured, model::unread);
    }
}
