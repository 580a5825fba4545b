package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class JoinCodeTest {

    private static final String FINGERPRINT = "00FF10A5".repeat(8);
    private static final JoinCode CODE = new JoinCode(addresses("192.168.7.20", "10.0.0.1", "fe80::1"), 7432, FINGERPRINT,
            "0123456789abcdef");

    private static List<InetAddress> addresses(String... numeric) {
        return List.of(numeric).stream().map(text -> {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException wrong) {
                throw new IllegalArgumentException(wrong);
            }
        }).toList();
    }

    @Test
    void aCodeIsReadAsItWasWritten() {
        assertThat(JoinCode.read(CODE.text())).contains(CODE);
    }

    @Test
    void caseDashesAndLookAlikesDoNotMatterWhereSomebodyTypesIt() {
        String typed = CODE.text().toLowerCase().replace("-", " ").replace('0', 'o').replace('1', 'l');
        assertThat(JoinCode.read(typed)).contains(CODE);
    }

    @Test
    void aWandWithAnotherKeyboardLayoutIsUnderstood() {
        for (KeyboardLayout layout : KeyboardLayout.all()) {
            assertThat(JoinCode.read(layout.garbled(CODE.text()))).as(layout.name()).contains(CODE);
        }
    }

    @Test
    void aMistypedOrCutCodeIsNoCode() {
        String text = CODE.text();
        for (int at = "HUB-".length(); at < text.length(); at++) {
            if (text.charAt(at) != '-') {
                String changed = text.substring(0, at) + (text.charAt(at) == '7' ? '8' : '7') + text.substring(at + 1);
                assertThat(JoinCode.read(changed)).isEmpty();
            }
            assertThat(JoinCode.read(text.substring(0, at))).isEmpty();
        }
    }

    @Test
    void nothingElseIsACode() {
        Random random = new Random(20261127);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("HUB");
            random.ints(random.nextInt(50, 80), ' ', '\u0180').forEach(text::appendCodePoint);
            assertThat(JoinCode.read(text.toString())).isEqualTo(Optional.empty());
        }
    }

    @Test
    void itsSecretIsNotInWhatALogWouldShow() {
        assertThat(CODE.toString()).doesNotContain(CODE.secret());
    }
}
