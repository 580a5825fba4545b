package org.lanyard.desk.setup;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionStep;
import org.lanyard.upstream.Undelivered;
import org.lanyard.upstream.Upstream;
import org.lanyard.upstream.UpstreamStatus;

/** The connection to the registration server, and the records that wait for it. On the FX thread. */
final class UpstreamModel {

    private static final int MOST_SHOWN = 100;

    private final Workplace workplace;
    private final Upstream upstream;
    private final RoleTasks tasks;

    UpstreamModel(Workplace workplace, Upstream upstream, RoleTasks tasks) {
        this.workplace = workplace;
        this.upstream = upstream;
        this.tasks = tasks;
    }

    private Conference conference() {
        return workplace.conference();
    }

    void loadConnection(Consumer<Optional<Connection>> loaded, Consumer<String> failed) {
        Conference at = conference();
        tasks.read(() -> upstream.connection(at), loaded, failed);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern("MM-dd HH:mm").format(at.atZone(conference().zone()));
    }

    record Queue(UpstreamStatus status, List<Undelivered> records) {}

    void queue(Consumer<Queue> shown) {
        Conference asked = conference();
        tasks.read(() -> new Queue(upstream.status(asked), upstream.undelivered(asked, MOST_SHOWN)),
                shown, _ -> {});
    }

    /** @param kept false where there is no key store: then the password is held in memory only */
    void connect(Connection wanted, String password, Consumer<Boolean> kept, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> {
            upstream.set(at, wanted, false);
            boolean stored = password.isEmpty() || upstream.keepPassword(at, password.toCharArray());
            upstream.keepInStep(at);
            upstream.wake(at);
            return stored;
        }, kept, failed);
    }

    void test(Consumer<List<ConnectionStep>> done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> upstream.test(at), done, failed);
    }

    void trust(String fingerprint, Runnable done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> upstream.trust(at, fingerprint), done, failed);
    }

    void pull(boolean force, Consumer<ImportReport> done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> upstream.pull(at, force, _ -> {}), done, failed);
    }

    void push(Runnable done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> {
            upstream.push(at).ifPresent(trouble -> {
                throw new NotPossible(trouble);
            });
        }, done, failed);
    }

    /** @param record to be sent again; empty for all that were refused */
    void retry(Optional<Undelivered> record, Consumer<Integer> done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> {
            record.ifPresent(one -> upstream.retry(at, one.id()));
            return record.isPresent() ? 1 : upstream.retryAll(at, "");
        }, done, failed);
    }

    void noteSeen(Runnable done, Consumer<String> failed) {
        Conference at = conference();
        tasks.run(Role.LEAD, () -> upstream.noteSeen(at), _ -> done.run(), failed);
    }

    void decide(Undelivered record, boolean arrived, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> upstream.decide(record.seq(), arrived), done, failed);
    }
}
