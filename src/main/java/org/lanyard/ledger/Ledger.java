package org.lanyard.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.LoggerFactory;

/**
 * One SQLite file: one thread writes, anybody reads a snapshot. Several processes may open the same file. All methods
 * may be called from any thread but the ledger's own.
 */
public final class Ledger implements AutoCloseable {

    private final Path file;
    private final Writer writer;
    private final Deque<Db> readers = new ConcurrentLinkedDeque<>();
    private final AtomicLong commits = new AtomicLong();
    private final Db written;
    private volatile boolean closed;

    private Ledger(Path file, Db written) throws IOException {
        this.file = file;
        this.written = written;
        this.writer = new Writer(written, new DatabaseFile(file), commits);
    }

    /**
     * Opens the file, made where it is missing and upgraded where it is older; it and its folder are then readable by
     * the owner only.
     *
     * @throws StationFault when it cannot be used, is not a Lanyard database, or comes from a newer version
     */
    public static Ledger open(Path file) {
        DataFolder.prepareFor(file);
        DataFolder.prepareFile(file);
        try {
            Connection connection = Connections.writer(file);
            try {
                int schema = Connections.pragma(connection, "schema_version");
                Migrations.bring(connection, file);
                return new Ledger(file, Connections.manual(connection).trustSchema(schema));
            } catch (SQLException | IOException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw Faults.of(failure);
        } catch (IOException gone) {
            throw new StationFault(gone, "database.opened-gone", file);
        }
    }

    /**
     * Queues work for the writer. The future completes after the commit that makes it durable, on a thread of
     * the ledger's; it fails with a {@link StationFault}, or with what {@link NotPossible} the work threw, and then nothing of the work
     * happened.
     */
    public <T> CompletableFuture<T> write(Work<T> work) {
        return writer.write(work);
    }

    /**
     * {@link #write} and wait.
     *
     * @throws StationFault when it could not be done
     * @throws NotPossible  when the work itself said so
     */
    public <T> T writeNow(Work<T> work) {
        return await(write(work));
    }

    public static <T> T await(CompletableFuture<T> written) {
        try {
            return written.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof NotPossible refused) {
                throw refused;
            }
            throw StationFault.of(failure);
        }
    }

    /**
     * Runs work on the caller's thread over a snapshot; never waits for the writer.
     *
     * @throws StationFault when the file cannot be read, or is closed
     */
    public <T> T read(Work<T> work) {
        if (closed) {
            throw new StationFault("closing");
        }
        Db reader = null;
        try {
            reader = readers.poll();
            reader = reader == null ? Connections.manual(Connections.reader(file)) : reader;
            reader.run("BEGIN");
            T result = work.run(reader);
            reader.run("COMMIT");
            giveBack(reader);
            return result;
        } catch (SQLException | RuntimeException failure) {
            discard(reader);
            throw failure instanceof RuntimeException unchecked ? unchecked : Faults.of(failure);
        }
    }

    private void giveBack(Db reader) {
        readers.push(reader);
        if (closed) {
            closeReaders();
        }
    }

    /** Raised by each commit of this process; screens poll it. */
    public long commits() {
        return commits.get();
    }

    @Override
    public void close() {
        writer.close();
        closed = true;
        closeReaders();
        discard(written);
    }

    private void closeReaders() {
        for (Db reader = readers.poll(); reader != null; reader = readers.poll()) {
            discard(reader);
        }
    }

    private static void discard(@Nullable Db db) {
        try {
            if (db != null) {
                db.close();
            }
        } catch (SQLException failure) {
            LoggerFactory.getLogger(Ledger.class).debug("a connection did not close cleanly", failure);
        }
    }
}
