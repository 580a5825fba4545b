package org.lanyard.desk.setup;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;

/** Offers the printers that sheets go to. */
final class SheetTargets {

    private SheetTargets() {}

    /** Keeps the printer that was chosen, else the usual one, where it is still there. */
    static void show(ComboBox<String> printers, List<String> names, String usual) {
        String before = printers.getValue();
        printers.getItems().setAll(names);
        printers.setValue(Stream.of(before == null ? usual : before, usual).filter(names::contains).findFirst()
                .orElse(names.isEmpty() ? null : names.getFirst()));
    }
}
