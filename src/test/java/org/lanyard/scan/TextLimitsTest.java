package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë Ångström", "Nguyễn Thị Ánh", "بِسْمِ ٱللَّهِ", "שָׁלוֹם", "ปู่ย่าตายาย", "བསྒྲུབས",
            "किन्तु", "O'Brien\u200D",
            "👩\u200D👩\u200D👧\u200D👦", "a\tb"})
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(TextLimits.NAME.cut(text)).isSameAs(text);
    }

    @Test
    void theMarksOnOneLetterAreFew() {
        assertThat(TextLimits.NAME.cut("e" + "\u0301".repeat(100_000) + "x")).isEqualTo("e" + "\u0301".repeat(8) + "x");
        assertThat(TextLimits.NAME.cut("e" + "\uD834\uDD67".repeat(9))).as("also marks beyond the first plane")
                .isEqualTo("e" + "\uD834\uDD67".repeat(8));
    }

    @Test
    void aNameHasOneLineAndANoteSixty() {
        assertThat(TextLimits.NAME.cut("Ada\nLovelace\u2028x")).isEqualTo("Ada Lovelace x");
        assertThat(TextLimits.NOTE.cut("a\n".repeat(100)).lines()).hasSizeLessThanOrEqualTo(60);
        assertThat(TextLimits.NOTE.cut("first\nsecond")).isEqualTo("first\nsecond");
    }

    @Test
    void controlCharactersAreGone() {
        assertThat(TextLimits.NOTE.cut("a\u0000b\u001Bc\rd\u0085e\u007Ff")).isEqualTo("abcdef");
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(TextLimits.NAME.cut("x" + "😀".repeat(400))).hasSize(299).endsWith("😀");
    }

    static Stream<TextLimits> limits() {
        return Stream.of(TextLimits.NAME, TextLimits.LINE, TextLimits.NOTE);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whatIsCutKeepsTheLimits(TextLimits limits) {
        long seed = 56;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = Hostile.payload(random).repeat(1 + random.nextInt(30));
            assertThat(limits.keeps(limits.cut(text))).as("seed %d, text %d", seed, i).isTrue();
        }
    }
}
