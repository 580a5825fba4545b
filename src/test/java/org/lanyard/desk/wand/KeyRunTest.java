package org.lanyard.desk.wand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Cases 13, 14 and 16: what is a scan, and what a person typed. Times are made up, so every gap is exact. */
class KeyRunTest {

    private final KeyRun run = new KeyRun();
    private long now = 1;

    private KeyRunTest keys(String text, long... gapMillis) {
        for (int i = 0; i < text.length(); i++) {
            now += Duration.ofMillis(gapMillis[Math.min(i, gapMillis.length - 1)]).toNanos();
            run.add(text.charAt(i), now);
        }
        return this;
    }

    private void scanned(String text) {
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.SCAN);
        assertThat(run.candidateText(false)).isEqualTo(text);
    }

    @Test
    void aFastRunIsAScan() {
        keys("AAAA1111", 2);
        scanned("AAAA1111");
    }

    @Test
    void aSlowWandAtTwentyMillisecondsIsAScan() {
        keys("AAAA1111", 20);
        scanned("AAAA1111");
    }

    @Test
    void oneLongGapUnderLoadDoesNotTearAScan() {
        keys("AAAA1111", 2, 2, 2, 162, 2);
        scanned("AAAA1111");
    }

    @Test
    void aNameTypedByHandIsNoScan() {
        keys("Anna Schmidt", 90, 140, 70);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
    }

    @Test
    void theFastestTypistIsNoScan() {
        keys("Müller", 60);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
    }

    @Test
    void typingBeforeAScanIsNotPartOfIt() {
        keys("Mül", 90, 110, 120).keys("AAAA1111", 150, 2);
        scanned("AAAA1111");
    }

    @Test
    void twoKeysStruckTogetherAreNoScan() {
        keys("as", 1);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
    }

    @Test
    void silenceEndsARun() {
        keys("AAAA1111", 2);
        assertThat(run.over(now + KeyRun.PAUSE.toNanos())).isFalse();
        assertThat(run.over(now + KeyRun.PAUSE.toNanos() + 1)).isTrue();
    }

    @Test
    void aFlawedWandThatNeverStopsFillsNoMemory() {
        keys("A".repeat(100_000), 1);
        assertThat(run.candidate()).isEqualTo(KeyRun.LONGEST_SCAN);
    }

    /** Case 34: slower than the limit, but as even as no hand. */
    @Test
    void anEvenRunBeyondTheLimitCameTooSlowly() {
        keys("A3K9M2X1", 60);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TOO_SLOW);
    }

    @Test
    void whereNobodyTypesAnUnevenOneDidToo() {
        keys("A3K9M2X1", 60, 110, 70, 140, 60, 100);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
        assertThat(run.kind(true)).isEqualTo(KeyRun.RunKind.TOO_SLOW);
    }

    @Test
    void aWandThatIsKnownToBeSlowIsTaken() {
        run.setSlowest(KeyRun.SLOWEST);
        keys("A3K9M2X1", 100, 100, 110, 95);
        scanned("A3K9M2X1");
    }

    @Test
    void beneathThatLimitAHandStillTypes() {
        run.setSlowest(KeyRun.SLOWEST);
        keys("A3K9M2X1", 70, 150, 60, 110, 160, 80, 130);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
        assertThat(run.couldBeScan()).isTrue();
    }

    /** At a hand's pace most gaps of some person's are alike by chance, more so without the first. */
    @Test
    void aCodeThatAHandTypesIsNoScanThoughMostGapsAreAlike() {
        run.setSlowest(KeyRun.SLOWEST);
        keys("48UAJLC3", 1500, 90, 142, 100, 67, 131, 182, 162);
        assertThat(run.kind(false)).isEqualTo(KeyRun.RunKind.TYPED);
    }

    @Test
    void aPhoneNumberIsNoSlowScan() {
        keys("04916012345678", 90);
        assertThat(run.kind(true)).isEqualTo(KeyRun.RunKind.TYPED);
    }

    /** The keys that waited come at once, and the next one seems to come early. */
    @Test
    void aWandIsEvenThoughTheWindowWasBusyWithinItsCode() {
        run.setSlowest(KeyRun.SLOWEST);
        int[] gaps = {0, 376, 0, 0, 64, 110, 110, 110};
        for (int i = 0; i < gaps.length; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(gaps[i]);
            run.add("W7N3V5U4".charAt(i), now, gaps[i] == 376);
        }
        scanned("W7N3V5U4");
    }

    /** The median of a few keys is not in the middle: two of seven are far from it. */
    @Test
    void aWandThatStraysByAFifthIsEven() {
        run.setSlowest(KeyRun.SLOWEST);
        keys("T5B8X6W7", 795, 90, 109, 88, 93, 127, 122, 89);
        scanned("T5B8X6W7");
    }

    @Test
    void aShortCodeMayBeALittleSlowerThanTheLimit() {
        run.setSlowest(KeyRun.SLOWEST);
        keys("7G9A4R7U", 700, 132, 118, 130, 121, 128, 119, 126);
        scanned("7G9A4R7U");
    }

    @Test
    void aBusyWindowBeforeTheFirstKeyTearsNoCode() {
        run.setSlowest(Duration.ofMillis(105));
        int[] gaps = {0, 25, 68, 71, 74, 462, 0, 0};
        for (int i = 0; i < gaps.length; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(gaps[i]);
            run.add("6L4K2F2R".charAt(i), now, gaps[i] == 462);
        }
        scanned("6L4K2F2R");
    }
}
