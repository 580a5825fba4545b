package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;

/** R33: the list of who is inside, its first page and the whole. */
@Execution(ExecutionMode.CONCURRENT)
class InsideListTest {

    private static final long SEED = 33;

    @TempDir Path folder;

    @Test
    void R33_theFirstPageIsTheBeginningOfTheListAndCountsEverybody() {
        try (Rig rig = Rig.in(folder)) {
            Random random = new Random(SEED);
            List<String> rows = new ArrayList<>(List.of("access_code,name,ticket_type,order_reference,party"));
            IntStream.range(0, 260).forEach(i -> rows.add("P" + i + "," + (char) ('A' + random.nextInt(26)) + "name " + i
                    + ",Individual,O" + i + "," + (i % 40 == 0 ? 3 : "")));
            rig.csv(rows.toArray(String[]::new));
            for (int i = 0; i < 250; i++) {
                rig.checkIn("P" + i);
            }
            rig.checkIn("P0");
            Optional<org.lanyard.scan.Product> venue = Optional.empty();
            List<Inside.Person> whole = rig.station().inside().of(rig.conference(), venue);
            Inside.Listing first = rig.station().inside().first(rig.conference(), venue);
            assertThat(whole).hasSize(250);
            assertThat(first.people()).hasSize(200).isEqualTo(whole.subList(0, 200));
            assertThat(whole.stream().mapToInt(Inside.Person::people).sum()).isEqualTo(251);
            assertThat(first.whole()).isFalse();
            for (int i = 0; i < 100; i++) {
                rig.decide(new Mode.Exit(venue), "P" + i);
            }
            Inside.Listing all = rig.station().inside().first(rig.conference(), venue);
            assertThat(all.whole()).isTrue();
            assertThat(all.people()).isEqualTo(rig.station().inside().of(rig.conference(), venue));
        }
    }
}
