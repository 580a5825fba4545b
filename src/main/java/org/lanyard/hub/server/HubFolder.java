package org.lanyard.hub.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.Invitations;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/**
 * The folder of this machine's hub: of its running server, whichever process has started that, the codes that let others in.
 *
 * <pre>
 * FOLDER/data, password, lock   of the {@link Cluster}
 * FOLDER/programs               the server's, unpacked
 * FOLDER/certificate.p12        key and certificate
 * FOLDER/listening              addresses and port, while it runs
 * </pre>
 */
public final class HubFolder {

    private static final String NAME = "lanyard-hub";
    // Line of postmaster.pid with the port.
    private static final int PORT_LINE = 3;

    private final Path folder;

    HubFolder(Path folder) {
        this.folder = folder;
    }

    public static HubFolder in(Path dataFolder) {
        return new HubFolder(dataFolder.resolve(NAME));
    }

    Path path() {
        return folder;
    }

    public boolean made() {
        return Files.exists(folder.resolve("data"));
    }

    public boolean running() {
        return Cluster.running(folder);
    }

    private Path listening() {
        return folder.resolve("listening");
    }

    void opened(List<InetAddress> addresses, int port) {
        StringBuilder text = new StringBuilder();
        addresses.forEach(address -> text.append(address.getHostAddress()).append('\n'));
        PrivateFile.write(listening(), out -> out.write(text.append(port).toString().getBytes(StandardCharsets.US_ASCII)));
    }

    void closed() {
        try {
            Files.deleteIfExists(listening());
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        }
    }

    public List<InetAddress> addresses() {
        List<String> lines = lines(listening());
        return lines.subList(0, lines.size() - 1).stream().map(HubFolder::address).toList();
    }

    public int port() {
        return Integer.parseInt(lines(listening()).getLast());
    }

    public JoinCode invite() {
        return invitations().invite(addresses(), port(), identity().fingerprint());
    }

    public boolean used(JoinCode code) {
        return invitations().used(code);
    }

    public void shutOut(UUID station) {
        invitations().shutOut(station);
    }

    ServerIdentity identity() {
        return ServerIdentity.of(folder.resolve("certificate.p12"));
    }

    private Invitations invitations() {
        return new Invitations(administrator());
    }

    HubLogin administrator() {
        if (!Files.exists(folder.resolve("data/postmaster.pid"))) {
            throw new NotPossible("hub.server.not-here");
        }
        int port = Integer.parseInt(lines(folder.resolve("data/postmaster.pid")).get(PORT_LINE).strip());
        return new HubLogin(new HubAddress(Cluster.ADMINISTRATOR, "127.0.0.1", port, HubServer.DATABASE), Optional.empty(),
                lines(folder.resolve("password")).getFirst());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            throw new NotPossible(gone, "hub.server.not-here");
        }
    }

    private static InetAddress address(String numeric) {
        try {
            return InetAddress.getByName(numeric);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
