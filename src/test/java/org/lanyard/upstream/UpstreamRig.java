package org.lanyard.upstream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lanyard.Rig;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Verdict;

/** A station beside the server of {@link ServedSample}, signed in to it, and impatient. */
final class UpstreamRig implements AutoCloseable {

    static final Patience IMPATIENT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO,
            Duration.ZERO,
            Duration.ofMillis(1), Duration.ofMillis(20));

    final ServedSample sample = new ServedSample();
    final Rig rig;

    private UpstreamRig(Path folder, Patience patience) {
        rig = Rig.in(folder, patience);
        connect();
    }

    /** Knows the server, and not yet its roster. */
    static UpstreamRig in(Path folder) {
        return new UpstreamRig(folder, IMPATIENT);
    }

    /** Has the server's roster. */
    static UpstreamRig pulled(Path folder, Patience patience) {
        UpstreamRig upstream = new UpstreamRig(folder, patience);
        upstream.pull();
        return upstream;
    }

    /** Has the server's roster. */
    static UpstreamRig pulled(Path folder) {
        return pulled(folder, IMPATIENT);
    }

    private void connect() {
        Conference conference = rig.station().roster().conferenceOrNew("conf");
        upstream().set(conference, Connection.of(sample.server.address().toString(), sample.conference.prefix(), null,
                "desk"), false);
        upstream().password(conference, "secret".toCharArray());
    }

    /** As after a pulled plug: another process, which has to be told the password again. */
    UpstreamRig reopened() {
        rig.reopened();
        upstream().password(rig.conference(), "secret".toCharArray());
        return this;
    }

    Upstream upstream() {
        return rig.station().upstream();
    }

    UpstreamStatus status() {
        return upstream().status(rig.conference());
    }

    ImportReport pull() {
        return upstream().pull(rig.conference(), false, _ -> {});
    }

    UpstreamStatus push() {
        upstream().push(rig.conference());
        return status();
    }

    /** Records that a person should know of, the most urgent first. */
    List<Undelivered> undelivered() {
        return upstream().undelivered(rig.conference(), 1000);
    }

    void voidRecord(Decision decision) {
        rig.station().gate().voidRecord(decision.scan().id(), "by mistake", rig.post(new Mode.CheckIn()),
                rig.station().clock().instant());
    }

    Decision checkIn(String code) {
        return rig.decide(new Mode.CheckIn(), code);
    }

    Decision redeem(String code) {
        return rig.decide(new Mode.Redeem(rig.product("lunch")), code);
    }

    int lunchesLeft(String code) {
        return ((Verdict.ChooseItem) rig.decide(new Mode.Choose(), code).verdict()).items().stream()
                .filter(item -> item.item().equals("lunch")).mapToInt(item -> item.remaining()).sum();
    }

    @Override
    public void close() {
        rig.close();
        sample.close();
    }
}
