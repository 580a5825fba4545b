package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts from outside, before they are laid out. */
class ShownTextTest {

    private static final long SEED = 20261127;

    @Test
    void ordinaryNamesStayAsTheyAre() {
        for (String name : new String[] {"Zoë Ångström", "花子 山田", "أحمد السيد", "Nguyễn Thị Hương", "O'Brien – Müller",
                "👩‍💻 Ada", ""}) {
            assertThat(ShownText.line(name)).isEqualTo(name);
        }
    }

    @Test
    void marksOnOneLetterAreLimited() {
        String name = "e" + "\u0301".repeat(100_000) + "x";
        assertThat(ShownText.line(name)).isEqualTo("e" + "\u0301".repeat(4) + "x");
    }

    @Test
    void aNameWithoutEndIsCutAndALineHasNoBreaks() {
        assertThat(ShownText.line("a".repeat(10_000))).hasSize(ShownText.LONGEST_LINE + 1).endsWith("…");
        assertThat(ShownText.line("Ada\nLovelace\u202Egnp.exe\u0000")).isEqualTo("Ada Lovelacegnp.exe");
    }

    @Test
    void picturesAndStackedMarksAreFewerInALineThanInANote() {
        String pictures = "\uD83D\uDC69\u200D\uD83D\uDCBB".repeat(300);
        assertThat(ShownText.line(pictures).codePoints().filter(Character::isEmoji).count()).isEqualTo(40);
        assertThat(ShownText.text(pictures).codePoints().filter(Character::isEmoji).count()).isEqualTo(200);
        assertThat(ShownText.line("a\u0302\u0301".repeat(60))).isEqualTo("a\u0302\u0301".repeat(40) + "a\u0302…");
        assertThat(ShownText.line("Ng\u0075\u031B\u0303 ".repeat(8))).doesNotEndWith("…");
    }

    @Test
    void aNoteKeepsItsLineBreaks() {
        assertThat(ShownText.text("one\ntwo")).isEqualTo("one\ntwo");
        assertThat(ShownText.text("line\n".repeat(500)).lines()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void twoHundredHostileTextsAreBounded() {
        Random random = new Random(SEED);
        String alphabet = "aZ9 \u0301\u0489\u202E\u2066\u200B\u0000\n\t\u0627\u05D0\u0E33\uD83D\uDE00\uFFFD\uE000<>&%{}";
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(20_000);
            while (text.length() < length) {
                text.append(String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())))
                        .repeat(1 + random.nextInt(i + 1)));
            }
            String line = ShownText.line(text.toString());
            assertThat(line.codePointCount(0, line.length())).as("text " + i + " of seed " + SEED)
                    .isLessThanOrEqualTo(ShownText.LONGEST_LINE + 1);
            assertThat(line).as("text " + i + " of seed " + SEED).doesNotContain("\n", "\u0000", "\u202E", "\u2066")
                    .doesNotContainPattern("[\\u0301\\u0489]{5}");
        }
    }
}
