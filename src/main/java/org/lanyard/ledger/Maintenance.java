package org.lanyard.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

public final class Maintenance {

    private static final String NEWER = """
            SELECT (SELECT count(*) FROM (SELECT id, voided_at FROM main.check_in
                                   EXCEPT SELECT id, voided_at FROM copy.check_in))
                 + (SELECT count(*) FROM (SELECT id, voided_at FROM main.door_check
                                   EXCEPT SELECT id, voided_at FROM copy.door_check))
                 + (SELECT count(*) FROM (SELECT id, voided_at FROM main.product_redemption
                                   EXCEPT SELECT id, voided_at FROM copy.product_redemption))
                 + (SELECT count(*) FROM (SELECT id FROM main.refusal EXCEPT SELECT id FROM copy.refusal))
                 + (SELECT count(*) FROM (SELECT id FROM main.correction EXCEPT SELECT id FROM copy.correction))
                 + (SELECT count(*) FROM main.conference here LEFT JOIN copy.conference there USING (slug)
                     WHERE here.roster_version > ifnull(there.roster_version, -1))
            """;

    private final Path database;

    public Maintenance(Path database) {
        this.database = database;
    }

    /**
     * Writes a consistent copy while the station works; it takes the target's place only when it is whole and synced.
     *
     * @throws StationFault when there is nothing to copy, or the copy cannot be written
     */
    public void backup(Path target) {
        requireDatabase();
        Path whole = target.toAbsolutePath().normalize();
        if (companions(database.toAbsolutePath().normalize()).contains(whole) || sameFile(whole)) {
            throw new NotPossible("backup.itself");
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            DataFolder.prepareFile(part);
            try (Connection connection = Connections.open(database)) {
                Migrations.check(connection, database);
                try (var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                    vacuum.setString(1, part.toString());
                    vacuum.execute();
                }
            }
            sync(part);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException failure) {
            discard(part);
            throw Faults.of(failure);
        } catch (IOException failure) {
            discard(part);
            throw new StationFault(failure, "backup.unwritten", target);
        }
    }

    /**
     * Puts a copy in the database's place; the former database is kept beside it and named by the result. Everything is
     * done on a private copy of the file, brought to this version and checked again, so that no other can be installed
     * than the one that was looked at.
     *
     * @param force also over a database that holds what the copy does not
     * @return the file that keeps the former database; empty where there was none
     * @throws NotPossible when the copy is no sound Lanyard database, or would lose something without {@code force}
     */
    public Optional<Path> restore(Path copy, boolean force, Instant now) {
        if (!Files.isRegularFile(copy)) {
            throw new NotPossible("backup.unusable", copy, "there is no file");
        }
        DataFolder.prepareFor(database);
        try (StagedCopy staged = StagedCopy.of(copy, database)) {
            return replace(staged.file(), force, now);
        }
    }

    private Optional<Path> replace(Path staged, boolean force, Instant now) {
        if (!Files.exists(database)) {
            moveInto(staged);
            return Optional.empty();
        }
        Path kept = database.resolveSibling("lanyard-before-restore-" + now.toString().replace(':', '-') + ".db");
        if (new Inspection(database).findings().isEmpty()) {
            refuseToLose(staged, force);
            backup(kept);
            overwrite(staged);
        } else if (force) {
            setAside(kept);
            moveInto(staged);
        } else {
            throw new NotPossible("backup.unknown-rest");
        }
        return Optional.of(kept);
    }

    public List<String> verify() {
        requireDatabase();
        return new Inspection(database).findings();
    }

    private void requireDatabase() {
        if (!Files.exists(database)) {
            throw new NotPossible("database.none", Objects.requireNonNull(database.toAbsolutePath().getParent()));
        }
    }

    private void refuseToLose(Path copy, boolean force) {
        try (Connection connection = Connections.open(database); Statement statement = connection.createStatement()) {
            try (var attach = connection.prepareStatement("ATTACH ? AS copy")) {
                attach.setString(1, copy.toAbsolutePath().toString());
                attach.execute();
            }
            try (var row = statement.executeQuery(NEWER)) {
                if (row.getLong(1) > 0 && !force) {
                    throw new NotPossible("backup.older", row.getLong(1));
                }
            }
        } catch (SQLException failure) {
            throw Faults.of(failure);
        }
    }

    // Through SQLite itself, so that other processes that have the file open see one change.
    private void overwrite(Path copy) {
        try (Connection connection = Connections.open(database)) {
            int before = Connections.pragma(connection, "schema_version");
            ((SQLiteConnection) connection).getDatabase().restore("main", copy.toAbsolutePath().toString(), null);
            // what the driver answers is the state of the copy; SQLite raises this number with what it restored
            if (Connections.pragma(connection, "schema_version") == before) {
                throw new StationFault("backup.not-restored");
            }
        } catch (SQLException failure) {
            throw Faults.of(failure);
        }
    }

    private void moveInto(Path staged) {
        try {
            for (Path left : companions(database)) {
                Files.deleteIfExists(left);   // of a former database: it must not be mixed into this one
            }
            Files.move(staged, database, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new StationFault(failure, "backup.not-copied", database);
        }
    }

    private void setAside(Path kept) {
        try {
            List<Path> from = companions(database);
            List<Path> to = companions(kept);
            for (int i = 0; i < from.size(); i++) {
                if (Files.exists(from.get(i))) {
                    Files.move(from.get(i), to.get(i));
                }
            }
        } catch (IOException failure) {
            throw new StationFault(failure, "backup.not-aside");
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static List<Path> companions(Path database) {
        return List.of(database, database.resolveSibling(database.getFileName() + "-wal"),
                database.resolveSibling(database.getFileName() + "-shm"));
    }

    private boolean sameFile(Path target) {
        try {
            return Files.exists(target) && Files.isSameFile(target, database);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            LoggerFactory.getLogger(Maintenance.class).warn("{} could not be removed", part, left);
        }
    }
}
