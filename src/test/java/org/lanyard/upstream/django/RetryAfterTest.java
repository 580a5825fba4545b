package org.lanyard.upstream.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server says for how long it wants to be left alone. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2027-05-14T07:00:00Z");

    private static Duration asked(int status, Instant here, Map<String, String> headers) {
        HttpHeaders all = HttpHeaders.of(headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))), (_, _) -> true);
        return new CheckInAnswers(() -> here).trouble(status, false, false, all).pause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                                |   0
            120                              | 120
            999999999                        | 900
            soon                             |   0
            -5                               |   0
            Fri, 14 May 2027 07:01:30 GMT    |  90
            Fri, 14 May 2027 06:59:00 GMT    |   0
            Sat, 15 May 2027 07:00:00 GMT    | 900
            """)
    void retryAfterIsReadInSecondsAndAsADateUpToAQuarterOfAnHour(String after, long seconds) {
        for (int status : new int[] {429, 500, 503}) {
            assertThat(asked(status, NOW, Map.of("Retry-After", after))).as(after + " with " + status)
                    .isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -3_600, -61, 0, 1, 59, 3_600, 31_536_000})
    void aDateIsMeasuredFromTheAnswersOwnAndNotFromTheStationsClock(long stationIsAhead) {
        assertThat(asked(503, NOW.plusSeconds(stationIsAhead), Map.of("Date", "Fri, 14 May 2027 07:00:00 GMT",
                "Retry-After", "Fri, 14 May 2027 07:01:30 GMT"))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void anAnswerWithoutADateOfItsOwnIsMeasuredFromTheStationsClock() {
        assertThat(asked(503, NOW, Map.of("Date", "yesterday", "Retry-After", "Fri, 14 May 2027 07:00:30 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }
}
