package org.lanyard.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.badge.printer.SystemPrinter;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Sentence;

/** A file or a printer that sheets go to. */
@FunctionalInterface
public interface SheetTarget {

    Duration PATIENCE = Duration.ofSeconds(10);

    /** @return what is wrong */
    Optional<Sentence> put(PrivateFile.Content pdf) throws IOException;

    /** @throws NotPossible where nothing was sent to the printer, or nobody knows */
    default void send(PrivateFile.Content pdf) {
        try {
            Optional<Sentence> wrong = put(pdf);
            if (wrong.isPresent()) {
                throw new NotPossible(wrong.get());
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    static SheetTarget file(Path file) {
        return pdf -> {
            PrivateFile.write(file, pdf);
            return Optional.empty();
        };
    }

    static SheetTarget printer(String name) {
        return pdf -> {
            Path sheets = Files.createTempFile("sheets", ".pdf");
            try {
                PrivateFile.write(sheets, pdf);
                return switch (new SystemPrinter(name, PATIENCE).printSheets(sheets)) {
                    case LabelPrinter.Outcome.NothingSent(Sentence why) -> Optional.of(why);
                    case LabelPrinter.Outcome.Unknown(Sentence why) -> Optional.of(why);
                    case LabelPrinter.Outcome.Sent _,LabelPrinter.Outcome.Confirmed _ -> Optional.empty();
                };
            } finally {
                Files.deleteIfExists(sheets);
            }
        };
    }

    /** Waits for the spooler. */
    static List<String> printers() {
        return SystemPrinter.names(PATIENCE);
    }

    static Optional<Path> chosen(Window over, String name) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over)).map(java.io.File::toPath);
    }
}
