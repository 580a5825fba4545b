package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.LanyardProcess;
import org.lanyard.Rig;
import org.lanyard.Soon;
import org.lanyard.StationConfig;
import org.lanyard.ledger.OtherProgram;
import org.lanyard.scan.Conference;

/** A station that is gone from one instruction to the next, in the middle of a push, has neither lost nor repeated anything. */
@Execution(ExecutionMode.CONCURRENT)
class KilledWhilePushingTest {

    private static final long SEED = 20_270_516;
    private static final int RECORDS_A_KILL = 40;
    private static final int MOST_REQUESTS = 10;
    private static final String[] PUSH = {"push", "--password-stdin"};
    private static final ServedCall[] CALLS = {ServedCall.LOOKUP, ServedCall.SCAN, ServedCall.REDEEM};

    @TempDir Path folder;

    private final Crowd crowd = new Crowd(100, 20);
    private final Random random = new Random(SEED);

    @Test
    void everythingArrivesOnceThroughFiveKills() throws InterruptedException {
        killAgainAndAgain(5);
    }

    @Test
    @Tag("slow")
    void everythingArrivesOnceThroughFiftyKills() throws InterruptedException {
        killAgainAndAgain(50);
    }

    private void killAgainAndAgain(int kills) throws InterruptedException {
        System.out.println("KilledWhilePushingTest seed " + SEED);
        int records = kills * RECORDS_A_KILL;
        try (ServedSample sample = new ServedSample()) {
            crowd.invitedTo(sample.conference);
            record(sample, records);
            for (int i = 0; i < kills; i++) {
                sample.server.at(Instant.now());
                pushAndKill(sample.server, i);
                sample.server.faults().calm();
            }
            assertThat(pushTheRest()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                    .containsExactly(records, true);
            crowd.assertThereIn(sample.conference);
        }
        assertNothingIsLostHere();
    }

    /** With a patience that does not wait 90 s for a request that this test knows to be gone. */
    private UpstreamStatus pushTheRest() {
        try (Rig rig = Rig.in(folder, UpstreamRig.IMPATIENT)) {
            Conference conference = rig.station().roster().conferenceOrNew("conf");
            Upstream upstream = rig.station().upstream();
            upstream.password(conference, "secret".toCharArray());
            upstream.push(conference);
            return upstream.status(conference);
        }
    }

    private void record(ServedSample sample, int records) {
        try (Rig rig = Rig.in(folder, UpstreamRig.IMPATIENT)) {
            Conference conference = rig.station().roster().conferenceOrNew("conf");
            Upstream upstream = rig.station().upstream();
            upstream.set(conference, Connection.of(sample.server.address().toString(), sample.conference.prefix(), null,
                    "desk"), false);
            upstream.password(conference, "secret".toCharArray());
            upstream.pull(conference, false, _ -> {});
            crowd.record(rig, records, random);
        }
    }

    /** While the server holds an answer whose work is done, or just when so many have asked. */
    private void pushAndKill(LocalServer server, int kill) throws InterruptedException {
        ServedCall call = CALLS[random.nextInt(CALLS.length)];
        int before = random.nextInt(MOST_REQUESTS);
        boolean held = kill % 3 != 2;
        System.out.println("kill " + kill + (held ? ": holding " : ": after ") + call + " " + before);
        ServedHold hold = ServedHold.untilOpened();
        if (held) {
            server.faults().next(before, call, ServedFault.NONE).next(1, call, new ServedFault.Slow(hold));
        }
        int asked = server.requests(call);
        try (LanyardProcess push = LanyardProcess.start(folder, PUSH)) {
            push.send("secret");
            if (held) {
                hold.awaitArrival();
            } else {
                Soon.until("the request", () -> !push.alive() || server.requests(call) > asked + before);
            }
            assertThat(push.alive()).as("still pushing").isTrue();
            push.kill();
        } finally {
            hold.open();
        }
    }

    private void assertNothingIsLostHere() {
        assertThat(LanyardProcess.run(folder, List.of(), "verify").exit()).isZero();
        try (OtherProgram program = new OtherProgram(folder.resolve(StationConfig.DATABASE))) {
            assertThat(program.column("SELECT id FROM check_in")).hasSize(crowd.entries());
            assertThat(program.column("SELECT id FROM product_redemption")).hasSize(crowd.lunches());
        }
    }
}
