package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Sentence;

/** Two desks do not print two first badges of one code. */
@Execution(ExecutionMode.CONCURRENT)
class FirstBadgesTest {

    @TempDir Path folder;
    private VenueRig venue;
    private Rig one;
    private Rig two;

    @BeforeEach
    void open() {
        venue = new VenueRig(folder);
        one = venue.station("Desk 1", FirstBadgesTest::prepare);
        two = venue.station("Desk 2", FirstBadgesTest::prepare);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static void prepare(Rig rig) {
        rig.csv("access_code,name,ticket_type", "ADA1,Ada,Individual", "BOB1,Bob,Individual");
    }

    private static Optional<Sentence> claim(Rig rig, String code, UUID job) {
        long person = rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow().id();
        return rig.station().hub().claimFirstBadge(job, person, code, "", Rig.NINE);
    }

    private static Optional<Sentence> claim(Rig rig, String code) {
        return claim(rig, code, rig.station().ids().get());
    }

    @Test
    void theSecondDeskIsToldWhenAndWhereItWasPrinted() {
        UUID job = one.station().ids().get();
        assertThat(claim(one, "ADA1", job)).isEmpty();
        assertThat(claim(two, "ADA1")).hasValueSatisfying(
                printed -> assertThat(printed).hasToString("Printed 09:00 at Desk 1. Print it again only when asked to."));
        assertThat(claim(one, "ADA1", job)).as("the same job after a restart").isEmpty();
        assertThat(claim(two, "BOB1")).isEmpty();
    }

    @Test
    void ofManyAtOncePrintsOneOrWhoeverTheHubDidNotAnswerInTime() {
        List<CompletableFuture<Optional<Sentence>>> claims = IntStream.range(0, 6).mapToObj(
                n -> CompletableFuture.supplyAsync(() -> claim(n % 2 == 0 ? one : two, "ADA1"))).toList();
        long printed = claims.stream().map(CompletableFuture::join).filter(Optional::isEmpty).count();
        assertThat(printed).isBetween(1L, 1 + late(one) + late(two));
    }

    // Printed without an answer, and told to the hub later.
    private static long late(Rig rig) {
        return rig.station().ledger().read(db -> db.number("SELECT count(*) FROM hub_state WHERE key LIKE 'badge-late:%'"));
    }

    /** Without an answer it is printed; a second badge is listed afterwards. */
    @Test
    void withoutTheHubBothPrintAndTheSecondIsListed() {
        venue.level();
        venue.cutOff("Desk 1");
        venue.cutOff("Desk 2");
        assertThat(claim(one, "ADA1")).isEmpty();
        assertThat(claim(two, "ADA1")).isEmpty();
        venue.join("Desk 1");
        venue.join("Desk 2");
        venue.level();
        assertThat(two.station().hub().status().conflicts()).isOne();
        assertThat(claim(two, "ADA1")).isPresent();
    }

    /** Its file has lost what it mirrored: it does not know of the first badge, and prints none all the same. */
    @Test
    void whatTheHubKnowsAndThisFileDoesNotIsNotPrintedAgain() {
        claim(one, "ADA1");
        venue.level();
        two.station().ledger().writeNow(db -> db.run("DELETE FROM hub_state WHERE key LIKE 'badge:%'"));
        assertThat(claim(two, "ADA1")).contains(Sentence.of("hub.badge-printed-elsewhere"));
    }
}
