package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Cases 13, 14 and 16: what is a scan, and what a person typed. Times are made up, so every gap is exact. */
class WandBufferTest {

    private final WandBuffer buffer = new WandBuffer();
    private long now = 1;

    private WandBufferTest keys(String text, long... gapMillis) {
        for (int i = 0; i < text.length(); i++) {
            now += Duration.ofMillis(gapMillis[Math.min(i, gapMillis.length - 1)]).toNanos();
            buffer.add(text.charAt(i), now);
        }
        return this;
    }

    @Test
    void aFastRunIsAScan() {
        keys("AAAA1111", 2);
        assertThat(buffer.scanned()).contains("AAAA1111");
    }

    @Test
    void aSlowWandAtTwentyMillisecondsIsAScan() {
        keys("AAAA1111", 20);
        assertThat(buffer.scanned()).contains("AAAA1111");
    }

    @Test
    void oneLongGapUnderLoadDoesNotTearAScan() {
        keys("AAAA1111", 2, 2, 2, 162, 2);
        assertThat(buffer.scanned()).contains("AAAA1111");
    }

    @Test
    void aNameTypedByHandIsNoScan() {
        keys("Anna Schmidt", 90, 140, 70);
        assertThat(buffer.scanned()).isEmpty();
        assertThat(buffer.candidate()).isEqualTo(1);
    }

    @Test
    void theFastestTypistIsNoScan() {
        keys("Müller", 60);
        assertThat(buffer.scanned()).isEmpty();
    }

    @Test
    void typingBeforeAScanIsNotPartOfIt() {
        keys("Mül", 90, 110, 120).keys("AAAA1111", 150, 2);
        assertThat(buffer.scanned()).contains("AAAA1111");
    }

    @Test
    void twoKeysStruckTogetherAreNoScan() {
        keys("as", 1);
        assertThat(buffer.scanned()).isEmpty();
    }

    @Test
    void silenceEndsARun() {
        keys("AAAA1111", 2);
        assertThat(buffer.over(now + WandBuffer.PAUSE.toNanos())).isFalse();
        assertThat(buffer.over(now + WandBuffer.PAUSE.toNanos() + 1)).isTrue();
    }

    @Test
    void aFlawedWandThatNeverStopsFillsNoMemory() {
        keys("A".repeat(100_000), 1);
        assertThat(buffer.candidate()).isEqualTo(WandBuffer.LONGEST_SCAN);
    }
}
