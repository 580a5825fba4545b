package org.lanyard.hub.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.HubTables;

/** A server of one test's own, which may be killed; after each start it has another port. */
public final class OwnServer implements AutoCloseable {

    private final Path folder;
    private Cluster cluster;

    private OwnServer(Path folder) {
        this.folder = folder;
        this.cluster = start();
    }

    public static OwnServer in(Path folder) {
        OwnServer server = new OwnServer(folder);
        HubTables.make(server.login(), UUID.randomUUID());
        return server;
    }

    private Cluster start() {
        return Cluster.start(folder, _ -> TestServer.programs());
    }

    public HubLogin login() {
        return new HubLogin(new HubAddress(Cluster.ADMINISTRATOR, "127.0.0.1", cluster.port(), "postgres"), Optional.empty(),
                new String(cluster.password()));
    }

    /** As a power cut does it: every one of its processes is gone from one instruction to the next. */
    public void kill() {
        try {
            String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
            List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void startAgain() {
        cluster.close();
        cluster = start();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
