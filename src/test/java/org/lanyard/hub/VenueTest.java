package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;

/** Two stations and one hub, each on a real file, the hub on a real server. */
@Execution(ExecutionMode.CONCURRENT)
class VenueTest {

    @TempDir Path folder;
    private VenueRig venue;
    private Rig one;
    private Rig two;

    @BeforeEach
    void open() {
        venue = new VenueRig(folder);
        one = venue.station("Lunch 1", VenueTest::prepare);
        two = venue.station("Lunch 2", VenueTest::prepare);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static void prepare(Rig rig) {
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items",
                "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2", "BOB1,Bob,Individual,O2,paid,lunch");
    }

    private static Verdict lunch(Rig rig, String station, String code) {
        return VenueRig.decide(rig, new Mode.Redeem(rig.product("lunch")), station, code).verdict();
    }

    @Test
    void I1_aLunchIsHandedOutOnceWhicheverQueueThePersonStandsIn() {
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        two.pass(Duration.ofMinutes(1));
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOfSatisfying(Verdict.FullyRedeemed.class,
                full -> assertThat(full.units()).containsExactly(new Seen(Rig.NINE, "Lunch 1", "sam")));
    }

    @Test
    void theSecondUnitSaysThatOneIsGoneAlready() {
        lunch(one, "Lunch 1", "ADA1");
        assertThat(lunch(two, "Lunch 2", "ADA1")).isInstanceOfSatisfying(Verdict.Redeemed.class,
                redeemed -> assertThat(redeemed.item().remaining()).isZero());
    }

    /** Its own unit comes with those of the other, which it follows before it decides. */
    @Test
    void R28_aUnitHasItsPlaceInTheVenuesOrderAlsoWhereItWasAsked() {
        venue.level();
        lunch(two, "Lunch 2", "ADA1");
        lunch(one, "Lunch 1", "BOB1");
        venue.level();
        assertThat(places(one)).isEqualTo(places(two)).hasSize(2).noneMatch(place -> place.endsWith("?"));
    }

    private static List<String> places(Rig rig) {
        return rig.station().ledger().read(db -> db.list(row -> row.getString(1),
                "SELECT id || ' ' || ifnull(place, '?') FROM hub_sent ORDER BY id"));
    }

    @Test
    void noAnswerIsNeverANoAndIsSettledFirst() {
        venue.cutOff("Lunch 1");
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.HubUnreachable.class);
        assertThat(one.station().hub().known().state()).isEqualTo(VenueStatus.State.ALONE);
        venue.join("Lunch 1");
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(one.station().hub().syncNow().nothingLeft()).isTrue();
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @Test
    void checkInsNeverWaitAndAreMergedLater() {
        venue.cutOff("Lunch 1");
        assertThat(VenueRig.decide(one, new Mode.CheckIn(), "Lunch 1", "ADA1").verdict())
                .isInstanceOf(Verdict.CheckedIn.class);
        venue.join("Lunch 1");
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        assertThat(VenueRig.decide(two, new Mode.CheckIn(), "Lunch 2", "ADA1").verdict()).isInstanceOfSatisfying(
                Verdict.ReEntry.class, again -> assertThat(again.last()).isEqualTo(new Seen(Rig.NINE, "Lunch 1", "sam")));
    }

    /** Both were cut off, and the clock of one was late: the first is whose entry the hub saw first, at both. */
    @Test
    void R28_theVenuesOrderSaysWhichEntryWasTheFirst() {
        one.at(Rig.NINE.minusSeconds(3600));
        VenueRig.decide(one, new Mode.CheckIn(), "Lunch 1", "ADA1");
        VenueRig.decide(two, new Mode.CheckIn(), "Lunch 2", "ADA1");
        two.station().hub().syncNow();
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> assertThat(first(rig)).isEqualTo(Rig.NINE));
    }

    private static Instant first(Rig rig) {
        Person ada = rig.station().roster().find(rig.conference(), Reading.of("ADA1")).orElseThrow();
        return rig.station().gate().firstCheckIns(List.of(ada)).get(ada.id());
    }

    @Test
    void R24_aVoidAtOneStationFreesTheUnitAtTheOther() {
        Decision handedOut = VenueRig.decide(one, new Mode.Redeem(one.product("lunch")), "Lunch 1", "BOB1");
        one.station().gate().voidRecord(handedOut.scan().id(), "wrong person",
                one.post(new Mode.CheckIn(), "Lunch 1", "sam"),
                Rig.NINE);
        one.station().hub().syncNow();
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
    }

    @Test
    void R29_aStationThatKeepsAnItemGoesOnAloneAndTheOthersAreSentThere() {
        one.station().hub().syncNow();
        try (HubAdministration administration = new HubAdministration(new KeptLogin(folder.resolve("Lunch 1")))) {
            administration.share(one.conference().slug(), "lunch", List.of("Lunch 1"));
        }
        one.station().hub().syncNow();
        venue.cutOff("Lunch 1");
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOfSatisfying(Verdict.HubUnreachable.class,
                kept -> assertThat(kept.keepers()).containsExactly("Lunch 1"));
        venue.join("Lunch 1");
        assertThat(one.station().hub().returnAll().nothingLeft()).isTrue();
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(lunch(two, "Lunch 2", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
    }

    @Test
    void whatWasHandedOutBeforeJoiningCounts() {
        try (Rig late = Rig.in(folder.resolve("Lunch 3"))) {
            late.csv("access_code,name,ticket_type,order_reference,order_status,items",
                    "BOB1,Bob,Individual,O2,paid,lunch");
            lunch(late, "Lunch 3", "BOB1");
            venue.join("Lunch 3");
            assertThat(late.station().hub().syncNow().nothingLeft()).isTrue();
        }
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @Test
    void anotherStationsInstanceIsAnother() {
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        assertThat(two.station().hub().status().stations()).extracting(station -> station.name())
                .containsExactly("Lunch 1", "Lunch 2");
        assertThat(two.station().hub().status().stations()).extracting(station -> station.station())
                .doesNotContain(new UUID(0, 0)).doesNotHaveDuplicates();
    }

    private void share(String with) {
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        try (HubAdministration administration = new HubAdministration(new KeptLogin(folder.resolve("Lunch 1")))) {
            administration.share(one.conference().slug(), "lunch", List.of(with));
        }
    }

    /** A copied data folder is another station: it owns nothing, also before it has reached the hub. */
    @Test
    void aCopyOfAStationDecidesNothingInItsBuckets() throws IOException {
        share("Lunch 1");
        one.station().hub().syncNow();
        UUID instance = one.station().hub().instance();
        one.close();
        Path copy = folder.resolve("copy");
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(folder.resolve("Lunch 1"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        venue.cutOff("copy");
        try (Rig clone = Rig.in(copy)) {
            assertThat(lunch(clone, "Lunch 1", "BOB1")).isInstanceOf(Verdict.HubUnreachable.class);
            assertThat(clone.station().hub().instance()).isNotEqualTo(instance);
        }
        one = venue.reopened("Lunch 1");
        venue.cutOff("Lunch 1");
        assertThat(one.station().hub().instance()).isEqualTo(instance);
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
    }

    /** A unit that came before its person did counts as soon as the roster has come; the journal has no gap. */
    @Test
    void I1_aUnitOfAPersonWhoIsNotHereYetCountsLater() {
        lunch(one, "Lunch 1", "BOB1");
        VenueRig.decide(one, new Mode.CheckIn(), "Lunch 1", "ADA1");
        one.station().hub().syncNow();
        try (Rig late = Rig.in(folder.resolve("Lunch 3"))) {
            String header = "access_code,name,ticket_type,order_reference,order_status,items";
            late.csv(header, "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2");
            late.station().hub().setName("Lunch 3");
            venue.join("Lunch 3");
            late.station().hub().syncNow();
            assertThat(new Maintenance(late.station().config().database()).verify()).isEmpty();
            late.csv(header, "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2", "BOB1,Bob,Individual,O2,paid,lunch");
            share("Lunch 3");
            late.station().hub().syncNow();
            venue.cutOff("Lunch 3");
            assertThat(lunch(late, "Lunch 3", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
            assertThat(lunch(late, "Lunch 3", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        }
    }

    /** I3: a returned bucket comes back only with a new grant. */
    @Test
    void aBucketGoesBackAndForth() {
        share("Lunch 1");
        one.station().hub().syncNow();
        assertThat(one.station().hub().returnAll().nothingLeft()).isTrue();
        assertThat(lunch(two, "Lunch 2", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        share("Lunch 1");
        one.station().hub().syncNow();
        venue.cutOff("Lunch 1");
        assertThat(lunch(one, "Lunch 1", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(lunch(one, "Lunch 1", "ADA1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    /** Settling one doubt takes so long that another thread records the answer to the next question. */
    @Test
    void I5_aQuestionWhoseAnswerIsRecordedWhileAnotherIsSettledStays() throws HubGone {
        Entry lost = unit("BOB1", new Claim(Bucket.of("conf", "lunch", "O2"), "O2/lunch:1", 1, 1));
        Entry answered = unit("ADA1", new Claim(Bucket.of("conf", "lunch", "O1"), "O1/lunch:1", 2, 1));
        one.station().hub().syncNow();
        for (Entry asked : List.of(lost, answered)) {
            one.station().ledger().writeNow(db -> {
                Questions.begin(db, asked, one.station().clock().instant());
                return true;
            });
        }
        try (PostgresHub hub = new PostgresHub(venue.hub())) {
            hub.ask(one.station().hub().instance(), answered);
            Doubts doubts = new Doubts(one.station().ledger(), new HubLink(venue.folder("Lunch 1"), one.station().ids()));
            doubts.settle((station, doubt) -> {
                one.station().ledger().writeNow(db -> Questions.end(db, answered.key()));
                hub.settle(station, doubt);
            });
            assertThat(hub.follow(0, 100)).filteredOn(placed -> placed.entry().key().equals(answered.key()))
                    .allSatisfy(placed -> assertThat(placed.entry().state()).isEqualTo(Entry.State.LIVE)).isNotEmpty();
        }
    }

    private Entry unit(String code, Claim claim) {
        Person person = one.station().roster().find(one.conference(), Reading.of(code)).orElseThrow();
        return Claims.entry(one.post(new Mode.Redeem(one.product("lunch")), "Lunch 1", null), one.scan(code), person,
                List.of(claim));
    }

    /** A station died between the hub's yes and its own record; the others had mirrored the unit meanwhile. */
    @Test
    void I5_aUnitThatIsUndoneAfterItWasMirroredIsFreeEverywhere() throws HubGone {
        Claim claim = new Claim(Bucket.of("conf", "lunch", "O2"), "O2/lunch:1", 1, 1);
        Entry unit = unit("BOB1", claim);
        one.station().hub().syncNow();
        try (PostgresHub asked = new PostgresHub(venue.hub())) {
            assertThat(asked.ask(one.station().hub().instance(), unit)).isInstanceOf(Answer.Accepted.class);
            assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
            asked.settle(one.station().hub().instance(), unit);
        }
        two.station().hub().syncNow();
        assertThat(lunch(two, "Lunch 2", "BOB1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(two.station().hub().syncNow().nothingLeft()).isTrue();
        assertThat(lunch(one, "Lunch 1", "BOB1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }
}
