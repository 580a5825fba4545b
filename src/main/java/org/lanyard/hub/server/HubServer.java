package org.lanyard.hub.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.scan.NotPossible;

public final class HubServer implements AutoCloseable {

    public static final int PORT = 7432;
    public static final String DATABASE = "postgres";

    private static final int MOST_ADDRESSES = 3;

    private final HubFolder folder;
    private final Cluster cluster;
    private final TlsFront front;
    private final Thread atExit = new Thread(this::stop, "hub-stop");

    private HubServer(HubFolder folder, Cluster cluster, TlsFront front) {
        this.folder = folder;
        this.cluster = cluster;
        this.front = front;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the server of a folder with the programs that come with Lanyard, else the system's own.
     *
     * @param listen      an address of this machine, or any of them; a port of 0 is any free one
     * @throws NotPossible where it runs already, or the address cannot be used
     */
    public static HubServer start(HubFolder folder, InetSocketAddress listen) {
        return start(folder, listen, major -> choose(folder.path(), major));
    }

    static HubServer start(HubFolder folder, InetSocketAddress listen, Function<Optional<Integer>, ServerPrograms> choose) {
        Cluster cluster = Cluster.start(folder.path(), choose);
        try {
            HubTables.make(folder.administrator(), UUID.randomUUID());
            TlsFront front = TlsFront.open(folder.identity().context(), listen, cluster.port());
            folder.opened(addresses(listen.getAddress()), front.port());
            return new HubServer(folder, cluster, front);
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static ServerPrograms choose(Path folder, Optional<Integer> major) {
        return Stream.of(ServerPrograms.bundled(folder.resolve("programs")), ServerPrograms.system())
                .flatMap(Optional::stream)
                .filter(found -> major.isEmpty() || major.get() == found.major()).findFirst()
                .orElseThrow(() -> major.isEmpty() ? new NotPossible("hub.server.none")
                        : new NotPossible("hub.server.version", major.get()));
    }

    // Those that another machine may reach, at most three; the loopback where there are none.
    private static List<InetAddress> addresses(InetAddress listening) {
        if (!listening.isAnyLocalAddress()) {
            return List.of(listening);
        }
        try {
            List<InetAddress> found = NetworkInterface.networkInterfaces().filter(HubServer::up)
                    .flatMap(NetworkInterface::inetAddresses).filter(Inet4Address.class::isInstance).limit(MOST_ADDRESSES)
                    .toList();
            return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : found;
        } catch (SocketException none) {
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    private static boolean up(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }

    public void runUntilTheProcessEnds() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        folder.closed();
        front.close();
        cluster.close();
    }
}
