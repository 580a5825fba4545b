package org.lanyard.hub.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, made when it is first needed and again after it was lost. Each call is one statement, committed at once. */
final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    // Serialization failure, deadlock: the same statement may be tried again.
    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private final HubLogin login;
    private final Duration patience;
    private final boolean checksFormat;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Optional<Connection> open = Optional.empty();

    Session(HubLogin login, Duration patience) {
        this(login, patience, false);
    }

    Session(HubLogin login, Duration patience, boolean checksFormat) {
        this.login = login;
        this.patience = patience;
        this.checksFormat = checksFormat;
    }

    @FunctionalInterface
    interface Rows<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** @throws HubGone after the session's patience, or where the server cannot do it; the connection is closed then */
    <T> List<T> list(Rows<T> rows, String sql, Object... arguments) throws HubGone {
        long deadline = System.nanoTime() + patience.toNanos();
        if (!turn(deadline)) {
            throw new HubGone(Sentence.of("hub.unreachable").line(), true);
        }
        try {
            Connection connection = connected(patience);
            return run(connection, deadline, rows, sql, arguments);
        } finally {
            turn.unlock();
        }
    }

    <T> T one(Rows<T> rows, String sql, Object... arguments) throws HubGone {
        return list(rows, sql, arguments).getFirst();
    }

    /**
     * Connects ahead, with more patience than a question has: a cold start takes longer than an answer.
     *
     * @param warmUp a statement that changes nothing, run once on a new connection
     * @param looks  whether the connection that is there still works
     */
    void connect(Duration longest, String warmUp, boolean looks) throws HubGone {
        long deadline = System.nanoTime() + longest.toNanos();
        if (!turn(deadline)) {
            throw new HubGone(Sentence.of("hub.unreachable").line(), true);
        }
        try {
            if (looks && !works()) {
                disconnect();
            }
            if (open.isEmpty()) {
                run(connected(longest), deadline, _ -> true, warmUp);
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean works() {
        try {
            return open.isEmpty() || open.get().isValid(1);
        } catch (SQLException broken) {
            return false;
        }
    }

    private boolean turn(long deadline) {
        try {
            return turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Connection connected(Duration longest) throws HubGone {
        if (open.isEmpty()) {
            try {
                open = Optional.of(login.connect((int) Math.max(1, longest.toSeconds())));
                if (checksFormat) {
                    HubTables.check(open.get());
                }
            } catch (NotPossible otherVersion) {
                disconnect();
                throw new HubGone(otherVersion.sentence().line(), true);
            } catch (SQLException failure) {
                disconnect();
                LOG.info("no connection to the hub: {}", failure.getMessage());
                throw new HubGone(Trouble.of(failure).line(), true);
            }
        }
        return open.get();
    }

    private <T> List<T> run(Connection connection, long deadline, Rows<T> rows, String sql, Object... arguments)
            throws HubGone {
        while (true) {
            try {
                long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
                connection.setNetworkTimeout(Runnable::run, (int) left);
                return execute(connection, rows, sql, arguments);
            } catch (SQLException failure) {
                if (AGAIN.contains(String.valueOf(failure.getSQLState())) && System.nanoTime() < deadline) {
                    continue;
                }
                LOG.info("the hub did not do it: {} {}", failure.getSQLState(), failure.getMessage());
                disconnect();
                throw new HubGone(Trouble.of(failure).line(), false);
            }
        }
    }

    private static <T> List<T> execute(Connection connection, Rows<T> rows, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < arguments.length; at++) {
                statement.setObject(at + 1, arguments[at]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(rows.read(result));
                }
            }
            return found;
        }
    }

    private void disconnect() {
        open.ifPresent(connection -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException lost) {
                LOG.debug("closing a lost connection: {}", lost.getMessage());
            }
        });
        open = Optional.empty();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            disconnect();
        } finally {
            turn.unlock();
        }
    }
}
