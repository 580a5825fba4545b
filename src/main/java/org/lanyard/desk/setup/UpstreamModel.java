package org.lanyard.desk.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionCheck;
import org.lanyard.upstream.Undelivered;
import org.lanyard.upstream.Upstream;

/** The registration server: where it is, what waits for it, what it refused. On the FX thread. */
final class UpstreamModel {

    private static final int MOST_SHOWN = 100;

    private final Workplace workplace;
    private final Station station;
    private final Background background;

    UpstreamModel(Workplace workplace, Background background) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
    }

    private Conference conference() {
        return workplace.conference();
    }

    Optional<Connection> connection() {
        return station.upstream().connection(conference());
    }

    /** What is to be shown: how things stand, and what somebody should know of. */
    record Queue(Upstream.Status status, List<Undelivered> records) {}

    void queue(Consumer<Queue> shown) {
        Conference asked = conference();
        background.run(() -> new Queue(station.upstream().status(asked), station.upstream().undelivered(asked, MOST_SHOWN)),
                shown, _ -> {});
    }

    /** @param kept told whether the password is in the key store; only remembered until the end otherwise */
    void connect(Connection wanted, String password, Consumer<Boolean> kept, Consumer<String> failed) {
        Conference at = conference();
        run(() -> {
            station.upstream().set(at, wanted, false);
            boolean stored = password.isEmpty() || station.upstream().keepPassword(at, password.toCharArray());
            station.upstream().keepInStep(at);
            station.upstream().wake(at);
            return stored;
        }, kept, failed);
    }

    void test(Consumer<List<ConnectionCheck.Step>> done, Consumer<String> failed) {
        Conference at = conference();
        run(() -> station.upstream().test(at), done, failed);
    }

    void trust(String fingerprint, Runnable done, Consumer<String> failed) {
        Conference at = conference();
        run(() -> {
            station.upstream().trust(at, fingerprint);
            return true;
        }, _ -> done.run(), failed);
    }

    void pull(boolean force, Consumer<ImportReport> done, Consumer<String> failed) {
        Conference at = conference();
        run(() -> station.upstream().pull(at, force, _ -> {}), done, failed);
    }

    void push(Runnable done, Consumer<String> failed) {
        Conference at = conference();
        run(() -> {
            station.upstream().push(at).ifPresent(trouble -> {
                throw new NotPossible(trouble);
            });
            return true;
        }, _ -> done.run(), failed);
    }

    void decide(Undelivered record, boolean arrived, Runnable done, Consumer<String> failed) {
        run(() -> {
            station.upstream().decide(record.seq(), arrived);
            return true;
        }, _ -> done.run(), failed);
    }

    private <T> void run(java.util.function.Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        background.run(() -> {
            workplace.demand(Role.LEAD);
            return work.get();
        }, done, failed);
    }
}
