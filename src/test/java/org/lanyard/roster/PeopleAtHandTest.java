package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.gate.Dossier;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.OtherProgram;
import org.lanyard.ledger.Work;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;

/** Decision 9: people kept in memory answer as the file would, whoever changed it, and whenever. */
@Execution(ExecutionMode.CONCURRENT)
class PeopleAtHandTest {

    @TempDir Path folder;
    private Rig rig;
    private Post desk;

    @BeforeEach
    void atHand() {
        rig = Rig.in(folder);
        roster("Ada", "paid");
        desk = rig.post(new Mode.Choose());
        keep();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void keep() {
        rig.station().roster().keepAtHand(rig.conference());
    }

    private void roster(String name, String status) {
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items",
                "AAAA1111," + name + ",Individual,O1," + status + ",lunch:2", "BBBB2222,Bob,Individual,O2,paid,",
                "CCCC3333,Cyd,Speaker,O3,paid,lunch");
    }

    private CompletableFuture<Decision> asked(String code) {
        return rig.station().gate().decide(desk, rig.scan(code));
    }

    /** By a snapshot of the file. */
    private Person found(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private static String told(Decision decision) {
        return decision.verdict().about().orElseThrow().name() + ' '
                + decision.verdict().about().orElseThrow().orderStatus();
    }

    private <T> CompletableFuture<T> write(Work<T> work) {
        return rig.station().ledger().write(work);
    }

    private static Integer renamed(Db db, String name) throws SQLException {
        return db.run("UPDATE attendee SET name = ? WHERE access_code = 'AAAA1111'", name);
    }

    /** Else none of the other tests would say anything. */
    @Test
    void theFileIsNotAskedWhoSomebodyIs() {
        write(db -> renamed(db, "told to nobody")).join();

        assertThat(asked("AAAA1111").join().verdict().about().orElseThrow().name()).isEqualTo("Ada");
    }

    @Test
    void anImportIsSeen() {
        roster("Augusta", "refunded");

        assertThat(told(asked("AAAA1111").join())).startsWith("Augusta refunded");
    }

    @Test
    void somebodyNewIsFound() {
        rig.csv("access_code,name,ticket_type,order_reference", "AAAA1111,Ada,Individual,O1", "BBBB2222,Bob,Individual,O2",
                "CCCC3333,Cyd,Speaker,O3", "DDDD4444,Dee,Individual,O4");

        assertThat(told(asked("DDDD4444").join())).startsWith("Dee paid");
    }

    @Test
    void anotherProgramsChangeIsSeenThoughItTellsNobody() {
        try (OtherProgram other = new OtherProgram(rig.database())) {
            other.run("UPDATE attendee SET name = 'Augusta' WHERE access_code = 'AAAA1111'");
            assertThat(told(asked("AAAA1111").join())).startsWith("Augusta");

            other.run("UPDATE orders SET status = 'cancelled' WHERE reference = 'O1'");
            assertThat(told(asked("AAAA1111").join())).startsWith("Augusta cancelled");
        }
    }

    /** The two go to the disk in one transaction or in two, as it happens. */
    @Test
    void aChangeIsSeenByTheScanRightBehindIt() {
        for (int i = 0; i < 200; i++) {
            String name = "Ada " + i;
            keep();
            write(db -> {
                Conferences.rosterChanged(db, desk.conference().id());
                return renamed(db, name);
            });
            assertThat(told(asked("AAAA1111").join())).startsWith(name);
        }
    }

    @Test
    void aChangeThatWasUndoneIsNot() {
        for (int i = 0; i < 200; i++) {
            keep();
            write(db -> {
                Conferences.rosterChanged(db, desk.conference().id());
                renamed(db, "nobody");
                throw new IllegalStateException("undo this");
            });
            assertThat(told(asked("AAAA1111").join())).startsWith("Ada");
        }
    }

    @Test
    void aSnapshotIsAskedForItself() {
        write(db -> renamed(db, "Augusta")).join();

        assertThat(found("AAAA1111").name()).isEqualTo("Augusta");
    }

    /** By chance: whoever changed whatever, what is at hand says what a snapshot of the file says. */
    @ParameterizedTest
    @ValueSource(longs = {20270514, 1, 2, 3})
    void itIsAsIfNothingWereKept(long seed) {
        Random random = new Random(seed);
        try (OtherProgram other = new OtherProgram(rig.database())) {
            for (int step = 0; step < 200; step++) {
                if (random.nextInt(4) > 0) {
                    keep();
                }
                change(other, random, step);
                for (String code : List.of("AAAA1111", "BBBB2222", "CCCC3333")) {
                    Decision decision = asked(code).join();
                    Dossier file = rig.station().gate().dossier(rig.conference(), found(code));
                    assertThat(decision.verdict().about().orElseThrow()).as("seed %d, step %d", seed, step)
                            .isEqualTo(file.attendee());
                    assertThat(decision.items()).as("seed %d, step %d", seed, step).isEqualTo(file.items());
                }
            }
        }
    }

    private void change(OtherProgram other, Random random, int step) {
        switch (random.nextInt(5)) {
            case 0 -> roster("Ada " + step, List.of("paid", "refunded", "pending").get(random.nextInt(3)));
            case 1 -> other.run("UPDATE attendee SET name = 'Bob %d' WHERE access_code = 'BBBB2222'".formatted(step));
            case 2 -> other.run("UPDATE order_line_item SET quantity = %d WHERE addon_id IS NOT NULL"
                    .formatted(2 + random.nextInt(4)));
            case 3 -> rig.redeem("lunch", "CCCC3333");
            default -> rig.checkIn("BBBB2222");
        }
    }
}
