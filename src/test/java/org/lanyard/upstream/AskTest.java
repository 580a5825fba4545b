package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.Verdict;

/** A code that nobody here has may be somebody whom the server knows. */
class AskTest {

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.pulled(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private boolean ask(String code) {
        return station.upstream().ask(station.rig.conference(), code);
    }

    @Test
    void whoHasNotPaidIsNotUnknownButHasNotPaid() {
        assertThat(station.checkIn("EVE1").verdict()).isInstanceOf(Verdict.UnknownCode.class);
        assertThat(ask("EVE1")).isTrue();
        assertThat(station.checkIn("EVE1").verdict()).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                why -> assertThat(why.status()).isEqualTo("pending"));
    }

    @Test
    void whoPaidSinceTheLastPullMayComeInWithWhatIsLeft() {
        station.sample.conference.attendee("DAN1", "Dan", station.sample.conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(41, "Individual", "individual"), ServedLine.addOn(42, "Lunch", "lunch", 2)));
        station.sample.conference.redeemElsewhere("DAN1", 42);
        assertThat(ask("DAN1")).isTrue();
        assertThat(station.checkIn("DAN1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(station.lunchesLeft("DAN1")).isOne();
    }

    @Test
    void whoJoinedSoIsTheSamePersonInTheNextPull() {
        ask("EVE1");
        station.sample.conference.setStatus("EVE1", ServedOrder.Status.PAID);
        station.pull();
        assertThat(station.lunchesLeft("EVE1")).isOne();
    }

    @Test
    void whomTheServerDoesNotKnowStaysUnknown() {
        assertThat(ask("NOBODY")).isFalse();
        assertThat(ask("../preload")).isFalse();
        assertThat(station.checkIn("NOBODY").verdict()).isInstanceOf(Verdict.UnknownCode.class);
    }

    @Test
    void aServerThatIsAwayIsNoAnswer() {
        station.sample.server.stop();
        assertThat(ask("EVE1")).isFalse();
    }
}
