package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R6: what a wand's keys become under another keyboard layout, and back (case 16). */
class KeyboardLayoutTest {

    private static final String PRINTABLE = printable();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
            "A3K9M2X1, Q\"Kç?éX&",                       // AZERTY
            "A3K9M2X1, |q3k9,2x1|",                      // AZERTY with a Caps Lock that takes the digits along
            "conf:ADA1, confMQDQ&",
            "pycon-us-2027:Z8Y7, pycon)us)éàéèMW_Yè",
            "https://badge.example/ADA1, |httpsM!!bqdge:exq,ple!QDQ&|",
            "conf:YZ12, confÖZY12",                      // QWERTZ
            "conf:YZ12, |CONFözy!\"|",                   // QWERTZ with a Caps Lock that takes the digits along
            "pycon-us_2027:ADA1, pzconßus?2027ÖADA1",
            "https://badge.example/ADA1, httpsÖ--badge.example-ADA1"})
    void R6_aLayoutIsUndone(String sent, String written) {
        assertThat(KeyboardLayout.undone(written))
                .anySatisfy(undone -> assertThat(AccessCode.fold(undone)).isEqualTo(AccessCode.fold(sent)));
    }

    /** As on Linux and macOS. */
    @ParameterizedTest
    @CsvSource({"conf:YZ12, CONFözy12", "conf:ADA1, CONFmqdq&", "conf:ADA1, CONF:ada1"})
    void R6_aCapsLockThatTakesLettersOnlyIsUndone(String sent, String written) {
        assertThat(Stream.concat(Stream.of(written), KeyboardLayout.undone(written).stream()).map(AccessCode::fold))
                .contains(AccessCode.fold(sent));
    }

    @ParameterizedTest
    @EnumSource
    void R6_everyKeyOfAWandComesBack(KeyboardLayout layout) {
        assertThat(KeyboardLayout.undone(layout.garbled(PRINTABLE))).contains(PRINTABLE);
    }

    @Test
    void R6_aLayoutGarblesAsItsKeyChartSays() {
        assertThat(KeyboardLayout.AZERTY.garbled("conf:ADA1")).isEqualTo("confMQDQ&");
        assertThat(KeyboardLayout.QWERTZ.garbled("conf:YZ1")).isEqualTo("confÖZY1");
    }

    @Test
    void R6_theTextItselfIsNoGuess() {
        assertThat(KeyboardLayout.undone("12")).doesNotContain("12");
        assertThat(KeyboardLayout.undone("")).isEmpty();
    }

    private static String printable() {
        StringBuilder all = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            all.append(c);
        }
        return all.toString();
    }

    @ParameterizedTest
    @EnumSource(KeyboardLayout.class)
    void aCalibrationTellsWhichLayoutGarbledIt(KeyboardLayout layout) {
        String sent = "LANYARD:aA-qQ_wW/zZ.yY;mM?1234567890";
        assertThat(KeyboardLayout.garbling(sent, layout.garbled(sent))).contains(layout);
        assertThat(KeyboardLayout.garbling(sent, sent)).isEmpty();
        assertThat(KeyboardLayout.garbling(sent, "something else")).isEmpty();
    }
}
