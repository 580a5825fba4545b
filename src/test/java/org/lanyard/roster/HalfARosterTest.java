package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Verdict;

/** Case 33: half a list is not the whole, and nobody is deleted because of it. */
@Execution(ExecutionMode.CONCURRENT)
class HalfARosterTest {

    private static final int PEOPLE = 20;

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(roster(PEOPLE));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static String[] roster(int people) {
        return Stream.concat(Stream.of("access_code,name,ticket_type,order_reference"), IntStream.range(0, people)
                .mapToObj(i -> "P" + i + ",Person " + i + ",Individual,O" + i)).toArray(String[]::new);
    }

    private void everybodyIsStillThere() {
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(rig.checkIn("P" + i)).isInstanceOf(Verdict.CheckedIn.class);
        }
    }

    @Test
    void moreThanAFifthVanishingIsRefused() {
        assertThatThrownBy(() -> rig.csv(roster(PEOPLE - 5))).isInstanceOf(NotPossible.class)
                .hasMessageContaining("5 of 20 attendees are not in this file");
        everybodyIsStillThere();
    }

    @Test
    void aFifthVanishingIsWithdrawnAndComesBackWithTheRoster() {
        assertThat(rig.csv(roster(PEOPLE - 4)).attendees().withdrawn()).isEqualTo(4);
        assertThat(rig.checkIn("P19")).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                verdict -> assertThat(verdict.status()).isEqualTo("withdrawn"));
        rig.csv(roster(PEOPLE));
        everybodyIsStillThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"conference\": \"conf\", \"attendees\": [{\"access_code\": \"P0\"}",
            "{\"conference\": \"conf\", \"attendees\": [{\"access_code\": \"P0\", \"na",
            "{\"conference\": \"conf\", \"count\": 20, \"attendees\": [{\"access_code\": \"P0\"}]}",
            "{\"conference\": \"conf\"}", "<html><body>404 Not Found</body></html>"})
    void aFileThatEndsTooEarlyIsRefused(String file) {
        assertThatThrownBy(() -> rig.json(file)).isInstanceOf(NotPossible.class);
        everybodyIsStillThere();
    }
}
