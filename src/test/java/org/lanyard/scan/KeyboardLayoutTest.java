package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R6: what a wand's keys become under another keyboard layout, and back (case 16). */
class KeyboardLayoutTest {

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

    private static KeyboardLayout layout(String name) {
        return KeyboardLayout.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** Case 37: what a badge carries comes back from under every layout that has a character on each of its keys. */
    @ParameterizedTest
    @MethodSource("org.lanyard.scan.KeyboardLayout#all")
    void R6_aBadgeComesBackFromUnderEveryLayout(KeyboardLayout layout) {
        for (String sent : new String[] {"pycon-us-2027:A3K9M2X1", "A3K9M2X1"}) {
            String written = layout.garbled(sent);
            assertThat(Stream.concat(Stream.of(written), KeyboardLayout.undone(written).stream()).map(AccessCode::fold))
                    .as(layout + ": " + written).contains(AccessCode.fold(sent));
        }
    }

    @Test
    void R6_theCommonLayoutsAreKnown() {
        assertThat(KeyboardLayout.all()).extracting(KeyboardLayout::name).contains("us", "gb", "de", "fr", "be", "es",
                "latam", "it", "pt", "br", "se", "no", "dk", "fi", "is", "ch", "nl", "pl", "cz", "sk", "hu", "hr", "si",
                "rs",
                "ro", "tr", "gr", "ru", "ua", "bg", "il", "ara", "ir", "th", "jp", "kr", "us(dvorak)", "us(colemak)",
                "fr(bepo)");
    }

    @Test
    void R6_aLayoutGarblesAsItsKeyChartSays() {
        assertThat(layout("fr").garbled("conf:ADA1")).isEqualTo("confMQDQ&");
        assertThat(layout("de").garbled("conf:YZ1")).isEqualTo("confÖZY1");
        assertThat(layout("es").garbled("pycon-us-2027:A3K9M2X1")).isEqualTo("pycon'us'2027ÑA3K9M2X1");
    }

    /** The key for = is dead on a German keyboard. */
    @Test
    void R6_aDeadKeyAndItsLetterComeBackAsTwo() {
        String written = layout("de").garbled("https://badge.example/?c=ADA1");
        assertThat(written).isEqualTo("httpsÖ--badge.example-_cÁDA1");
        assertThat(layout("de").undo(written)).isEqualTo("https://badge.example/?c=ADA1");
    }

    @Test
    void R6_theTextItselfIsNoGuess() {
        assertThat(KeyboardLayout.undone("12")).doesNotContain("12");
        assertThat(KeyboardLayout.undone("")).isEmpty();
    }
}
