package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand records over a network that fails one request in three: nothing lost, nothing handed over twice. */
@Execution(ExecutionMode.CONCURRENT)
class FaultyNetworkTest {

    private static final int RECORDS = 1_000;
    private static final int ROUNDS = 40;

    @ParameterizedTest
    @ValueSource(longs = {20_270_514, 7})
    void everyRedemptionOnceAndEveryCheckInAtLeastOnce(long seed, @TempDir Path folder) {
        System.out.println("FaultyNetworkTest seed " + seed);
        Crowd crowd = new Crowd(150, 5);
        try (UpstreamRig station = UpstreamRig.in(folder)) {
            crowd.invitedTo(station.sample.conference);
            station.pull();
            crowd.record(station.rig, RECORDS, new Random(seed));
            station.sample.server.faults().randomly(1 / 3.0, seed, ServedFault.ANSWER_LOST, ServedFault.CUT_BEFORE,
                    ServedFault.LOCKED, ServedFault.SESSION_ENDED, ServedFault.CSRF_FAILED, ServedFault.NOT_JSON,
                    new ServedFault.CutAtByte(0), new ServedFault.CutAtByte(40));
            UpstreamStatus status = station.push();
            for (int i = 0; i < ROUNDS && !status.nothingLeft(); i++) {
                status = station.push();
            }
            assertThat(status).extracting(UpstreamStatus::nothingLeft, UpstreamStatus::refused,
                    UpstreamStatus::confirmed).containsExactly(true, 0, RECORDS);
            crowd.assertThereIn(station.sample.conference);
        }
    }
}
