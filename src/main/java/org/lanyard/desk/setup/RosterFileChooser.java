package org.lanyard.desk.setup;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.lanyard.desk.Words;

public final class RosterFileChooser {

    private static final String[] ENDINGS = {"*.csv", "*.tsv", "*.txt", "*.xlsx", "*.ods", "*.json", "*.CSV", "*.TSV",
            "*.TXT", "*.XLSX", "*.ODS", "*.JSON"};

    private final RosterModel model;
    private final Words words;

    public RosterFileChooser(RosterModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    public void choose(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(words.say("roster.files"), ENDINGS),
                new FileChooser.ExtensionFilter(words.say("roster.every-file"), "*.*"));
        File chosen = chooser.showOpenDialog(window);
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    public void acceptDrops(Node area) {
        area.setOnDragOver(drag -> {
            if (!files(drag).isEmpty()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        area.setOnDragDropped(drag -> {
            files(drag).stream().findFirst().ifPresent(file -> model.open(file.toPath()));
            drag.setDropCompleted(true);
            drag.consume();
        });
    }

    private static List<File> files(DragEvent drag) {
        return drag.getDragboard().hasFiles() ? drag.getDragboard().getFiles() : List.of();
    }
}
