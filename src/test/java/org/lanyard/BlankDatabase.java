package org.lanyard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lanyard.ledger.Ledger;

/** A data folder as a first start leaves it, copied: to make its hundreds of tables and rules anew takes thirty times as long. */
final class BlankDatabase {

    private static final byte[] BYTES = make();

    private BlankDatabase() {}

    private static byte[] make() {
        try {
            Path folder = Files.createTempDirectory("blank");
            Path file = folder.resolve(StationConfig.DATABASE);
            try {
                Ledger.open(file).close();
                return Files.readAllBytes(file);
            } finally {
                try (var left = Files.list(folder)) {
                    for (Path each : left.toList()) {
                        Files.delete(each);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Does nothing where there is a database. */
    static void into(Path folder) {
        Path file = folder.resolve(StationConfig.DATABASE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.write(file, BYTES);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
