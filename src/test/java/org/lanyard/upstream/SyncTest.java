package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.scan.Verdict;
import org.testfx.util.WaitForAsyncUtils;

/** While the station works, roster and records go to and fro by themselves. */
@Execution(ExecutionMode.CONCURRENT)
class SyncTest {

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.in(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private static void becomes(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private void keepInStep() {
        station.upstream().keepInStep(station.rig.conference());
    }

    @Test
    void theRosterComesAndWhatIsRecordedGoes() throws TimeoutException {
        keepInStep();
        becomes(() -> station.status().standing() == Standing.LIVE);
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
        station.upstream().wake(station.rig.conference());
        becomes(() -> station.sample.conference.checkIns("ADA1").size() == 1);
        becomes(() -> station.status().confirmed() == 1);
    }

    @Test
    void aServerThatWasAwayAtFirstIsAskedAgain() throws TimeoutException {
        station.sample.server.stop();
        keepInStep();
        becomes(() -> station.status().standing() == Standing.OFFLINE);
        assertThat(station.status().since()).hasValue(org.lanyard.Rig.NINE);
        station.sample.server.startAgain(false);
        becomes(() -> station.status().standing() == Standing.LIVE);
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void whatWaitsIsCountedWhileTheServerIsAway() throws TimeoutException {
        station.pull();
        station.sample.server.stop();
        station.checkIn("ADA1");
        keepInStep();
        becomes(() -> station.status().standing() == Standing.OFFLINE);
        UpstreamStatus status = station.status();
        assertThat(status.pending() + status.sent() + status.inDoubt()).isOne();
    }
}
