package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every code of a size has printed alike, held against what ZXing's encoder prints. */
@Execution(ExecutionMode.CONCURRENT)
class KnownModulesTest {

    @Test
    void theyArePrintedSoInCodesOfEverySize() {
        Set<Integer> sizes = new TreeSet<>();
        for (int length = 10; length < 1660; length += 20) {
            PrintedCode code = PrintedCode.of("Aa3.".repeat(length).substring(0, length), ErrorCorrectionLevel.M);
            sizes.add(code.size());
            KnownModules known = new KnownModules(code.size());
            for (int i = 0; i < code.size() * code.size(); i++) {
                int u = i % code.size();
                int v = i / code.size();
                float printed = code.dark(u, v) ? -1 : 1;
                assertThat(known.at(u, v)).as(u + ", " + v + " of " + code.size()).isIn(0f, printed);
            }
        }
        assertThat(sizes).hasSizeGreaterThan(30);
    }

    @Test
    void nothingElseIsTakenForKnown() {
        // of version 1: three patterns with their margins, the timing between them, one module always dark
        assertThat(known(21)).isEqualTo(3 * 64 + 2 * 5 + 1);
        // of version 2 four more in each timing pattern, and one alignment pattern
        assertThat(known(25)).isEqualTo(3 * 64 + 2 * 9 + 1 + 25);
    }

    private static int known(int size) {
        KnownModules known = new KnownModules(size);
        int count = 0;
        for (int i = 0; i < size * size; i++) {
            count += known.at(i % size, i / size) == 0 ? 0 : 1;
        }
        return count;
    }

    @Test
    void theQuietZoneIsLight() {
        KnownModules known = new KnownModules(21);
        assertThat(new float[] {known.at(-1, 3), known.at(3, -1), known.at(21, 9), known.at(9, 21)})
                .containsOnly(1);
        assertThat(known.surrounded(0, 0)).isTrue();
        assertThat(known.surrounded(10, 10)).isFalse();
    }
}
