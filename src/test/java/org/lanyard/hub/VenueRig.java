package org.lanyard.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/** Stations on real files that have joined one hub, on a real server; their level is kept by the test. */
final class VenueRig implements AutoCloseable {

    private final Path folder;
    private final HubLogin hub = TestServer.freshHub();
    private final Map<String, Rig> stations = new LinkedHashMap<>();

    VenueRig(Path folder) {
        this.folder = folder;
    }

    /** @param prepare done before it joins */
    Rig station(String name, Consumer<Rig> prepare) {
        Rig rig = Rig.in(folder(name));
        prepare.accept(rig);
        rig.station().hub().setName(name);
        join(name);
        stations.put(name, rig);
        return rig;
    }

    /** After the test has closed it. */
    Rig reopened(String name) {
        Rig rig = Rig.in(folder(name));
        stations.put(name, rig);
        return rig;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    HubLogin hub() {
        return hub;
    }

    List<Rig> all() {
        return List.copyOf(stations.values());
    }

    void join(String name) {
        new KeptLogin(folder(name)).save(hub);
    }

    /** From now on nobody answers this station. */
    void cutOff(String name) {
        HubAddress at = hub.address();
        new KeptLogin(folder(name)).save(new HubLogin(new HubAddress(at.user(), at.host(), 1, at.database()),
                Optional.empty(), hub.password()));
    }

    /** Sends and fetches until every station has what the others have. */
    void level() {
        all().forEach(rig -> rig.station().hub().syncNow());
        all().forEach(rig -> rig.station().hub().syncNow());
    }

    /** Every code at every station at once. */
    List<Verdict> everywhere(Function<Rig, Mode> mode, List<String> codes) {
        List<CompletableFuture<Decision>> decisions = new ArrayList<>();
        for (String code : codes) {
            stations.forEach((name, rig) -> decisions.add(start(rig, mode.apply(rig), name, code)));
        }
        return decisions.stream().map(decision -> decision.join().verdict()).toList();
    }

    Verdict decide(String name, Mode mode, String code) {
        return start(stations.get(name), mode, name, code).join().verdict();
    }

    static Decision decide(Rig rig, Mode mode, String name, String code) {
        return start(rig, mode, name, code).join();
    }

    private static CompletableFuture<Decision> start(Rig rig, Mode mode, String name, String code) {
        return rig.station().gate().decide(rig.post(mode, name, "sam"),
                new Scan(rig.station().ids().get(), code, Source.LINE, rig.station().clock().instant()));
    }

    @Override
    public void close() {
        stations.values().forEach(Rig::close);
    }
}
