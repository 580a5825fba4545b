package org.lanyard.desk.setup;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where sheets go. */
final class SheetTargets {

    private SheetTargets() {}

    static Optional<File> file(Window over, String name) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over));
    }

    /** Keeps the printer that was chosen, where it is still there. */
    static void show(ComboBox<String> printers, List<String> names) {
        String before = printers.getValue();
        printers.getItems().setAll(names);
        printers.setValue(names.contains(before) ? before : names.stream().findFirst().orElse(null));
    }
}
