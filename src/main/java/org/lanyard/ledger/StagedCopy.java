package org.lanyard.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.LoggerFactory;

/** A private copy of a database that somebody wants restored: checked, brought to this version, checked again, synced. */
record StagedCopy(Path folder, Path file) implements AutoCloseable {

    /**
     * @param beside the database that it is to replace, on the same disk
     * @throws NotPossible  when it is no sound Lanyard database
     * @throws StationFault when it cannot be copied
     */
    static StagedCopy of(Path original, Path beside) {
        StagedCopy staged = copy(original, beside);
        try {
            staged.check(original);
            staged.upgrade();
            staged.check(original);
            Maintenance.sync(staged.file);
            return staged;
        } catch (SQLException failure) {
            staged.close();
            throw Faults.of(failure);
        } catch (IOException failure) {
            staged.close();
            throw new StationFault(failure, "backup.not-copied", beside);
        } catch (RuntimeException refused) {
            staged.close();
            throw refused;
        }
    }

    // With the log that SQLite may keep beside it.
    private static StagedCopy copy(Path original, Path beside) {
        try {
            Path folder = Files.createTempDirectory(beside.toAbsolutePath().getParent(), "lanyard-restore-");
            StagedCopy staged = new StagedCopy(folder, folder.resolve(original.getFileName()));
            List<Path> from = Maintenance.companions(original);
            List<Path> to = Maintenance.companions(staged.file);
            for (int i = 0; i < 2; i++) {
                if (Files.isRegularFile(from.get(i))) {
                    Files.copy(from.get(i), to.get(i), StandardCopyOption.REPLACE_EXISTING);
                    DataFolder.prepareFile(to.get(i));
                }
            }
            return staged;
        } catch (IOException failure) {
            throw new StationFault(failure, "backup.not-copied", beside);
        }
    }

    private void check(Path original) {
        List<String> findings = new Inspection(file).findings();
        if (!findings.isEmpty()) {
            throw new NotPossible("backup.unusable", original, findings.getFirst());
        }
    }

    // Leaves one file, without a log beside it.
    private void upgrade() throws SQLException {
        try (Connection connection = Connections.writer(file)) {
            Migrations.bring(connection, file);
            Connections.execute(connection, "PRAGMA journal_mode = DELETE");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.toList()) {
                Files.delete(path);
            }
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            LoggerFactory.getLogger(StagedCopy.class).warn("{} could not be removed: {}", folder, failure.toString());
        }
    }
}
