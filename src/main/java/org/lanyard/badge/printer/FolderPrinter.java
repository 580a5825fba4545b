package org.lanyard.badge.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanyard.badge.Badge;
import org.lanyard.badge.BadgePdf;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Sentence;

/** Writes each badge as a PDF of its own into a folder, for a print shop or to look at. */
public final class FolderPrinter implements LabelPrinter {

    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();

    public FolderPrinter(Path folder) {
        this.folder = folder;
    }

    @Override
    public Readiness readiness() {
        return Files.isDirectory(folder) && Files.isWritable(folder) ? new Readiness.Ready()
                : new Readiness.NotReady(Sentence.of("printer.folder", folder));
    }

    @Override
    public Drawn draw(Badge badge) {
        byte[] pdf = BadgePdf.of(badge);
        return () -> write(pdf);
    }

    private Outcome write(byte[] pdf) {
        try {
            PrivateFile.write(free(), out -> out.write(pdf));
            return new Outcome.Confirmed();
        } catch (NotPossible broken) {
            return new Outcome.NothingSent(Sentence.of("printer.folder", folder));
        }
    }

    private Path free() {
        Path file;
        do {
            file = folder.resolve("badge-%05d.pdf".formatted(number.incrementAndGet()));
        } while (Files.exists(file));
        return file;
    }
}
