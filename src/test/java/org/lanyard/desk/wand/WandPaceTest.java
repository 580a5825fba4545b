package org.lanyard.desk.wand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 200 codes at each pace: every one is a scan, whole and by itself. Times are made up, the seed is fixed. */
class WandPaceTest {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODES = 200;

    private final Random random = new Random(20261127);
    private long now = 1;

    private String code() {
        StringBuilder code = new StringBuilder(random.nextBoolean() ? "conf-27:" : "2K");
        random.ints(8, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }

    @ParameterizedTest
    @CsvSource({"0,0,35", "2,0,35", "2,2,35", "5,5,35", "10,0,35", "10,10,35", "20,0,35", "20,15,35", "30,0,35", "33,2,35",
            "40,4,60", "50,0,60", "55,5,75", "70,5,90", "80,8,120", "100,0,120", "110,9,120", "110,22,120"})
    void everyCodeIsAScan(int perKey, int jitter, int slowest) {
        for (int i = 0; i < CODES; i++) {
            KeyRun run = new KeyRun();
            run.setSlowest(Duration.ofMillis(slowest));
            String code = code();
            for (char key : code.toCharArray()) {
                now += Duration.ofMillis(perKey + (jitter == 0 ? 0 : random.nextInt(-jitter, jitter + 1))).toNanos();
                run.add(key, now);
            }
            assertThat(run.kind(false)).as(code).isEqualTo(KeyRun.RunKind.SCAN);
            assertThat(run.candidateText(false)).isEqualTo(code);
            now += Duration.ofSeconds(1).toNanos();
        }
    }
}
