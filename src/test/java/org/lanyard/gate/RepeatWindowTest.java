package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lanyard.gate.RepeatWindow.Sight;

/** R7: a badge that is still in front of the reader, told by a monotonic clock alone. */
class RepeatWindowTest {

    private static final Sight ADA = new Sight("ADA1", 1, "check-in");
    private static final Sight BOB = new Sight("BOB1", 1, "check-in");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);   // it may wrap around
    private final RepeatWindow window = new RepeatWindow(Duration.ofSeconds(3), nanos::get);

    private boolean seenAgainAfter(long millis, Sight sight) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        return window.seenAgain(sight);
    }

    @Test
    void R7_theSamePayloadWithinTheWindowIsTheSameScan() {
        assertThat(seenAgainAfter(0, ADA)).isFalse();
        assertThat(seenAgainAfter(2999, ADA)).isTrue();
        assertThat(seenAgainAfter(3001, ADA)).isFalse();
    }

    @Test
    void R7_theWindowRunsFromTheLastSight() {
        seenAgainAfter(0, ADA);
        for (int i = 0; i < 100; i++) {
            assertThat(seenAgainAfter(2000, ADA)).isTrue();
        }
    }

    @Test
    void R7_otherCodesInBetweenDoNotMatter() {
        seenAgainAfter(0, ADA);
        assertThat(seenAgainAfter(1000, BOB)).isFalse();
        assertThat(seenAgainAfter(1000, ADA)).isTrue();
        assertThat(seenAgainAfter(1500, BOB)).isTrue();
    }

    @Test
    void R7_anotherStationOrModeIsAnotherScan() {
        seenAgainAfter(0, ADA);
        assertThat(seenAgainAfter(0, new Sight("ADA1", 2, "check-in"))).isFalse();
        assertThat(seenAgainAfter(0, new Sight("ADA1", 1, "redeem:lunch"))).isFalse();
        assertThat(seenAgainAfter(0, new Sight("ada1", 1, "check-in"))).isFalse();
    }

    @Test
    void R7_theWindowIsAdjustable() {
        window.set(Duration.ofSeconds(10));
        seenAgainAfter(0, ADA);
        assertThat(seenAgainAfter(9000, ADA)).isTrue();
        window.set(Duration.ZERO);
        assertThat(seenAgainAfter(0, ADA)).isFalse();
    }

    @Test
    void R7_aVoidClearsEverySightAndAFaultItsOwn() {
        seenAgainAfter(0, ADA);
        seenAgainAfter(0, BOB);
        window.forget(ADA);
        assertThat(seenAgainAfter(0, ADA)).isFalse();
        window.clear();
        assertThat(seenAgainAfter(0, ADA)).isFalse();
        assertThat(seenAgainAfter(0, BOB)).isFalse();
    }

    @Test
    void R5_aDayOfScanningTakesNoMemoryAndTheLatestSightsStay() {
        for (int i = 0; i < 100_000; i++) {
            window.seenAgain(new Sight("code " + i, 1, "check-in"));
        }
        assertThat(seenAgainAfter(0, new Sight("code 99999", 1, "check-in"))).isTrue();
        assertThat(seenAgainAfter(0, new Sight("code 0", 1, "check-in"))).isFalse();
    }
}
