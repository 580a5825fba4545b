package org.lanyard.hub.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/**
 * "This laptop is the hub": runs the server while the window is open, from the choice on and at each later start, until it is
 * given up. The station of this laptop joins it too.
 */
public final class OwnHub implements AutoCloseable {

    private final HubFolder folder;
    private final Path chosen;
    private final Joining joining;
    private Optional<HubServer> server = Optional.empty();
    private Optional<JoinCode> code = Optional.empty();

    public OwnHub(Path dataFolder, Joining joining) {
        this.folder = HubFolder.in(dataFolder);
        this.chosen = folder.path().resolve("chosen");
        this.joining = joining;
    }

    public boolean chosen() {
        return Files.exists(chosen);
    }

    public synchronized void choose(int port) {
        start(everywhere(port));
        PrivateFile.write(chosen, out -> out.write(Integer.toString(port).getBytes(StandardCharsets.US_ASCII)));
    }

    public synchronized void resume() {
        if (chosen() && server.isEmpty() && !folder.running()) {
            try {
                start(everywhere(Integer.parseInt(Files.readString(chosen).strip())));
            } catch (IOException failure) {
                throw new StationFault(failure, "folder.file-unusable", chosen);
            }
        }
    }

    public synchronized HubServer start(InetSocketAddress listen) {
        HubServer started = server.orElseGet(() -> HubServer.start(folder, listen));
        server = Optional.of(started);
        if (!joining.joined()) {
            List<InetAddress> here = listen.getAddress().isAnyLocalAddress() ? List.of(InetAddress.getLoopbackAddress())
                    : folder.addresses();
            joining.join(new JoinCode(here, folder.port(), folder.identity().fingerprint(), folder.invite().secret()));
        }
        return started;
    }

    private static InetSocketAddress everywhere(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public synchronized void giveUp() {
        try {
            Files.deleteIfExists(chosen);
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", chosen);
        }
        close();
    }

    public synchronized boolean running() {
        return server.isPresent();
    }

    public synchronized JoinCode code() {
        if (server.isEmpty()) {
            throw new NotPossible("hub.server.not-here");
        }
        if (code.isEmpty() || folder.used(code.get())) {
            code = Optional.of(folder.invite());
        }
        return code.get();
    }

    public void shutOut(UUID station) {
        folder.shutOut(station);
    }

    @Override
    public synchronized void close() {
        server.ifPresent(HubServer::close);
        server = Optional.empty();
        code = Optional.empty();
    }
}
