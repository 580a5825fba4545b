package org.lanyard.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.lanyard.scan.StationFault;

final class DatabaseFile {

    private static final String GONE = "database.gone";

    private final Path path;
    private final Object key;

    DatabaseFile(Path path) throws IOException {
        this.path = path;
        this.key = key();
    }

    /** @throws StationFault when the file was deleted, moved away or replaced since it was opened */
    void check() {
        try {
            if (Objects.equals(key, key())) {
                return;
            }
        } catch (IOException gone) {
            throw new StationFault(gone, GONE, path.getFileName());
        }
        throw new StationFault(GONE, path.getFileName());
    }

    // Device and inode where the system has them; null elsewhere, and then only that the file exists is known.
    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
