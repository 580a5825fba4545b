package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.Reading.Attempt;

/** R1 to R5: what a payload may mean, before any roster is asked. */
@Execution(ExecutionMode.CONCURRENT)
class ReadingTest {

    private static final Reading ADA = new Reading("ADA1", List.of(bare("ADA1")));
    private static final String EMOJI = "\uD83D\uDC0D";

    private static Attempt bare(String code) {
        return new Attempt(Optional.empty(), code);
    }

    @Test
    void R1_aBareCodeIsTriedAsItStands() {
        assertThat(Reading.of("ADA1")).isEqualTo(ADA);
        assertThat(Reading.of("ada 1/%41").attempts()).containsExactly(bare("ada 1/%41"));
    }

    @ParameterizedTest
    @CsvSource({"conf:ADA1,conf,ADA1", "PyCon-US_2027:A3K9M2X1,PyCon-US_2027,A3K9M2X1",
            "x:12345678901234567890,x,12345678901234567890", "0: a b ,0,' a b'"})
    void R2_aBadgeNamesItsConferenceAndItsCode(String payload, String slug, String code) {
        String text = payload.strip();
        assertThat(Reading.of(payload))
                .isEqualTo(new Reading(text, List.of(bare(text), new Attempt(Optional.of(slug), code))));
        assertThat(Reading.of(payload).code()).isEqualTo(code);
    }

    @Test
    void R2_whatIsTooLongForACodeIsOnlyTriedAsItStands() {
        String payload = "conf:" + "1".repeat(AccessCode.MAX_LENGTH + 1);
        assertThat(Reading.of(payload).attempts()).containsExactly(bare(payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf:A:B", ":ADA1", "conf:", "con f:ADA1", "kön:ADA1",
            "conf.2027:ADA1", "conf::ADA1"})
    void R2_whatIsNoSlugAndNoCodeIsOnlyTriedAsItStands(String payload) {
        assertThat(Reading.of(payload).attempts()).containsExactly(bare(payload));
    }

    @Test
    void R2_aCodesTwentyCharactersAreCountedAsPeopleCountThem() {
        String code = EMOJI.repeat(20);
        assertThat(Reading.of("conf:" + code).attempts()).endsWith(new Attempt(Optional.of("conf"), code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://badge.example/?code=ADA1", "https://badge.example?c=ADA1",
            "http://badge.example/t/9?x=1&access_code=ADA1&y=2#top", "HTTPS://BADGE.EXAMPLE/ADA1",
            "https://badge.example/people/ADA1/", "https://badge.example:8443//a//ADA1//?x=y#z",
            "https://badge.example/%41DA%31", "https://badge.example/?code=%41%44A1", "https://badge.example/ADA1?code=",
            "https://[2001:db8::1]/ADA1", "https://ada:secret@badge.example/ADA1"})
    void R3_aUrlCarriesTheCode(String url) {
        assertThat(Reading.of(url)).isEqualTo(new Reading(url, List.of(bare(url), bare("ADA1"))));
    }

    @Test
    void R3_whatAUrlCarriesMayNameTheConference() {
        for (String url : List.of("https://badge.example/other:ADA1", "https://badge.example/?c=other%3AADA1")) {
            assertThat(Reading.of(url).attempts())
                    .containsExactly(bare(url), bare("other:ADA1"), new Attempt(Optional.of("other"), "ADA1"));
        }
    }

    @Test
    void R3_aParameterGoesBeforeThePath() {
        assertThat(Reading.of("https://badge.example/BOB1?code=ADA1").code()).isEqualTo("ADA1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://badge.example", "https://badge.example/", "https://badge.example/?q=ADA1",
            "http:///", "https://badge.example/#ADA1"})
    void R3_aUrlWithoutACodeIsOnlyTriedAsItStands(String url) {
        assertThat(Reading.of(url).attempts()).containsExactly(bare(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%2", "%%41", "%C3%28", "%00", "100%"})
    void R3_anEscapeThatIsNoneDoesNotThrow(String code) {
        assertThat(Reading.of("https://badge.example/" + code).attempts()).hasSizeBetween(1, 3);
    }

    /** Case 12. */
    @ParameterizedTest
    @ValueSource(strings = {"ADA1\r\n", "ADA1\t", " ADA1 ", "\uFEFFADA1", "\u0002ADA1\u0003", "]Q1ADA1", "]C0ADA1",
            "]d2\u001DADA1\r", "\uFEFF]Q3\uFEFF ADA1\u00A0\r\n", "\u2028ADA1\u2029", "\u0000ADA1\u0000", "\u0085ADA1\u009F"})
    void R4_whatStandsAroundAPayloadDoesNotMatter(String payload) {
        assertThat(Reading.of(payload)).isEqualTo(ADA);
    }

    @Test
    void R4_whatStandsWithinAPayloadDoesMatter() {
        assertThat(Reading.of("ADA 1")).isEqualTo(new Reading("ADA 1", List.of(bare("ADA 1"))));
        assertThat(Reading.of("AD]Q1A1").text()).isEqualTo("AD]Q1A1");
        assertThat(Reading.of("]1Q").text()).isEqualTo("]1Q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "\uFEFF", "\u0000\u0001\u007F", "]Q1", "\uFEFF ]C0 \r\n"})
    void R5_nothingLeftIsUnreadable(String payload) {
        assertThat(Reading.of(payload).unreadable()).isTrue();
    }

    @Test
    void R5_moreThan512CharactersAreUnreadable() {
        assertThat(Reading.of("A".repeat(512)).unreadable()).isFalse();
        assertThat(Reading.of("A".repeat(513)).unreadable()).isTrue();
    }

    @Test
    void R5_charactersAreCountedAfterR4AndAsPeopleCountThem() {
        assertThat(Reading.of(" ".repeat(600) + "]Q1" + EMOJI.repeat(512) + "\r\n").unreadable()).isFalse();
        assertThat(Reading.of(EMOJI.repeat(513)).unreadable()).isTrue();
    }

    @Test
    @Timeout(60)
    void R5_sixteenMillionCharactersDoNotBlock() {
        for (String noise : List.of("A", " ", "]Q1", "https://", "a:", "%", EMOJI)) {
            assertThat(Reading.of(noise.repeat(16_000_000 / noise.length())).unreadable()).isTrue();
        }
    }

    @Test
    void aPayloadIsCutTo512CharactersAndNeverWithinOne() {
        assertThat(Reading.cut("A".repeat(512))).isEqualTo("A".repeat(512));
        assertThat(Reading.cut(EMOJI.repeat(600))).isEqualTo(EMOJI.repeat(512));
    }

    /** Case 12: the same seed gives the same payloads. */
    @Test
    @Timeout(120)
    void R5_aHundredThousandHostilePayloadsNeverThrow() {
        readHostilePayloads(4);
    }

    @Test
    @Tag("slow")
    void R5_norDoesAnyOfThemUnderAnyKeyboardLayout() {
        readHostilePayloads(1);
    }

    /** @param undoneEvery how many payloads there are for one that is read as it may have been sent under each layout */
    private static void readHostilePayloads(int undoneEvery) {
        Random random = new Random(2027);
        for (int i = 0; i < 100_000; i++) {
            String payload = Hostile.payload(random);
            Reading reading = Reading.of(payload);
            assertThat(reading.attempts().size()).as(payload).isBetween(0, 3);
            assertThat(reading.text().length()).isLessThanOrEqualTo(payload.length());
            if (!reading.unreadable()) {
                if (i % undoneEvery == 0) {
                    KeyboardLayout.undone(reading.text()).forEach(Reading::of);
                }
                AccessCode.lookAlike(reading.code());
            }
            Reading.cut(payload);
        }
    }
}
