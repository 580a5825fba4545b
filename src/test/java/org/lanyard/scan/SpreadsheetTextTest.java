package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class SpreadsheetTextTest {

    /** Whatever character may part cells, none begins with a sign that starts a formula. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Z}\\p{C}\\p{M}\"]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    static Stream<String> payloads() {
        return SpreadsheetPayloads.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noCellOfAnySeparatorBeginsAFormula(String payload) {
        String cell = SpreadsheetText.neutralize(payload);
        assertThat(cell.split("[,;\t\r\n]")).noneMatch(part -> FORMULA.matcher(part).matches());
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void theRoundTripHarmsNothing(String payload) {
        assertThat(SpreadsheetText.restore(SpreadsheetText.neutralize(payload))).isEqualTo(payload);
    }

    @Test
    void theRoundTripHarmsNoTextAtAll() {
        long seed = 59;
        Random random = new Random(seed);
        String alphabet = "=+-@,;\t\r\n'\" a\u200B\u0301\uFF1D";
        for (int i = 0; i < 200_000; i++) {
            String text = random.ints(random.nextInt(9), 0, alphabet.length()).mapToObj(at -> alphabet.substring(at, at + 1))
                    .reduce("", String::concat);
            assertThat(SpreadsheetText.restore(SpreadsheetText.neutralize(text))).as("seed %d, text %d", seed, i)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "O'Brien", "Jean-Paul", "Smith, Anna", "lunch:3; tshirt-m", "ada@example.org",
            "1+1=2", "'quoted'",
            "two\nlines", "2027-05-14T07:00:00.000Z"})
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(SpreadsheetText.neutralize(text)).isEqualTo(text);
        assertThat(SpreadsheetText.restore(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            =1+1       | '=1+1
            a;=1+1;b   | a;'=1+1;b
            '=1        | ''=1
            ＝1        | '＝1
            """)
    void anApostropheStandsWhereAFormulaCouldBegin(String text, String neutral) {
        assertThat(SpreadsheetText.neutralize(text)).isEqualTo(neutral);
    }
}
