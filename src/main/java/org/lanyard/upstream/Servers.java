package org.lanyard.upstream;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lanyard.scan.Conference;

/** Keeps a server connection open for each conference: one for pull and push, one for questions that a person waits for. */
final class Servers implements AutoCloseable {

    private final RegistrationSystem system;
    private final Passwords passwords;
    private final Patience patience;
    private final InstantSource clock;
    private final Map<Long, Open> working = new ConcurrentHashMap<>();
    private final Map<Long, Open> answering = new ConcurrentHashMap<>();

    Servers(RegistrationSystem system, Passwords passwords, Patience patience, InstantSource clock) {
        this.system = system;
        this.passwords = passwords;
        this.patience = patience;
        this.clock = clock;
    }

    private record Open(Connection connection, RegistrationServer server) {}

    RegistrationServer working(Conference conference, Connection connection) {
        return open(working, conference, connection, patience);
    }

    RegistrationServer answering(Conference conference, Connection connection) {
        return open(answering, conference, connection, patience.brief());
    }

    RegistrationServer connect(Connection connection) {
        return connect(connection, patience);
    }

    private RegistrationServer connect(Connection connection, Patience limits) {
        return system.connect(connection, () -> passwords.of(connection), limits, clock);
    }

    private RegistrationServer open(Map<Long, Open> all, Conference conference, Connection connection, Patience limits) {
        return all.compute(conference.id(), (_, open) -> {
            if (open != null && open.connection().equals(connection)) {
                return open;
            }
            if (open != null) {
                open.server().close();
            }
            return new Open(connection, connect(connection, limits));
        }).server();
    }

    void forget(Conference conference) {
        Stream.of(working, answering).map(all -> all.remove(conference.id())).filter(java.util.Objects::nonNull)
                .forEach(open -> open.server().close());
    }

    @Override
    public void close() {
        Stream.of(working, answering).flatMap(all -> all.values().stream()).forEach(open -> open.server().close());
    }
}
