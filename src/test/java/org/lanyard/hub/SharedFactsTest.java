package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict;

/** Corrections, blocks and links that one desk makes hold at the other (R31, R34, R35, R37). */
@Execution(ExecutionMode.CONCURRENT)
class SharedFactsTest {

    @TempDir Path folder;
    private VenueRig venue;
    private Rig one;
    private Rig two;

    @BeforeEach
    void open() {
        venue = new VenueRig(folder);
        one = venue.station("Desk 1", SharedFactsTest::prepare);
        two = venue.station("Desk 2", SharedFactsTest::prepare);
    }

    @AfterEach
    void close() {
        assertThat(venue.all()).allSatisfy(
                rig -> assertThat(new Maintenance(rig.station().config().database()).verify()).isEmpty());
        venue.close();
    }

    private static void prepare(Rig rig) {
        importRoster(rig, "ADA1,Ada Lovelace,Individual,O1,paid,lunch", "BOB1,Bob,Individual,O2,paid,lunch",
                "CYD1,Cyd,Student,O3,pending,");
    }

    private static Person person(Rig rig, String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private static Post desk(Rig rig) {
        return rig.post(new Mode.CheckIn(), "Desk", null);
    }

    private static void correct(Rig rig, String code, Correction correction) {
        rig.station().corrections().correct(desk(rig), person(rig, code).id(), List.of(correction), "as they said");
    }

    private static void rename(Rig rig, String code, String name) {
        correct(rig, code, new Correction.Text(Detail.NAME, name));
    }

    private Verdict atDeskTwo(String code) {
        return venue.decide("Desk 2", new Mode.CheckIn(), code);
    }

    @Test
    void R37_aCorrectedNameIsSeenAtTheOtherDesk() {
        rename(one, "ADA1", "Ada King");
        venue.level();
        assertThat(person(two, "ADA1").name()).isEqualTo("Ada King");
        assertThat(ids(two)).isEqualTo(ids(one)).hasSize(1);
        venue.level();
        assertThat(ids(two)).hasSize(1);
    }

    private static List<String> ids(Rig rig) {
        return rig.station().ledger().read(db -> db.list(row -> row.getString(1), "SELECT id FROM correction ORDER BY id"));
    }

    /** Both desks were cut off; the one whose correction came to the hub last has the last word at both. */
    @Test
    void R37_ofTwoCorrectionsTheLaterInTheVenuesOrderCounts() {
        rename(one, "ADA1", "Ada of Desk 1");
        rename(two, "ADA1", "Ada of Desk 2");
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> assertThat(person(rig, "ADA1").name()).isEqualTo("Ada of Desk 2"));
        assertThat(ids(two)).isEqualTo(ids(one)).hasSize(2);
        rename(one, "ADA1", "Ada again");
        venue.level();
        assertThat(person(two, "ADA1").name()).isEqualTo("Ada again");
    }

    @Test
    void R34_aBlockedPersonAndABlockedCodeAreStoppedAtTheOtherDesk() {
        one.station().access().block(desk(one), person(one, "ADA1").id(), "threw a chair");
        one.station().access().blockCode(desk(one), "BOB1", "lost");
        venue.level();
        assertThat(Stream.of("ADA1", "BOB1").map(this::atDeskTwo)).allMatch(Verdict.Blocked.class::isInstance);
        two.station().access().unblock(desk(two), person(two, "ADA1").id(), "apologized");
        venue.level();
        assertThat(venue.decide("Desk 1", new Mode.CheckIn(), "ADA1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R35_aReplacedBadgeOpensAtTheOtherDeskAndTheLostOneDoesNot() {
        one.station().access().link(desk(one), person(one, "ADA1").id(), "BAND7");
        one.station().access().replace(desk(one), person(one, "BOB1").id(), "BOB1", "NEWBADGE", "lost");
        venue.level();
        assertThat(Stream.of("BAND7", "NEWBADGE").map(this::atDeskTwo)).allMatch(Verdict.CheckedIn.class::isInstance);
        assertThat(atDeskTwo("BOB1")).isInstanceOf(Verdict.Blocked.class);
    }

    @Test
    void R35_ofTwoLinksOfOneCodeTheFirstHoldsAndTheOtherIsAConflict() {
        one.station().access().link(desk(one), person(one, "ADA1").id(), "BAND7");
        two.station().access().link(desk(two), person(two, "BOB1").id(), "band7");
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> assertThat(person(rig, "BAND7").accessCode()).isEqualTo("ADA1"));
        assertThat(one.station().hub().status().conflicts()).isOne();
    }

    /** With what was read and where, so that every desk sees what goes wrong at one. */
    @Test
    void whoWasRefusedAtOneDeskIsKnownAtTheOther() {
        venue.level();
        venue.decide("Desk 1", new Mode.CheckIn(), "CYD1");
        venue.decide("Desk 1", new Mode.CheckIn(), "NOBODY9");
        venue.level();
        assertThat(refusals(two)).isEqualTo(refusals(one)).hasSize(2).anySatisfy(
                refusal -> assertThat(refusal).contains("NOBODY9", "Desk"));
        assertThat(venue.all()).allSatisfy(rig -> assertThat(rig.station().hub().known().nothingLeft()).isTrue());
    }

    /** Its question was in doubt, and settled, and meanwhile the rule here knew better. */
    @Test
    void aRefusalOfAScanWhoseUnitWasUndoneIsKnownAtTheOtherToo() throws HubGone {
        Decision refused = VenueRig.decide(one, new Mode.CheckIn(), "Desk 1", "CYD1");
        try (PostgresHub hub = new PostgresHub(venue.hub())) {
            hub.settle(one.station().hub().instance(), new Entry("conf", "redemption", refused.scan().id().toString(),
                    Entry.State.LIVE, "", List.of(new Claim(Bucket.of("conf", "lunch", "O3"), "O3", 1, 1)), 0));
        }
        venue.level();
        assertThat(refusals(two)).isEqualTo(refusals(one)).hasSize(1);
    }

    private static List<String> refusals(Rig rig) {
        return rig.station().ledger().read(db -> db.list(row -> row.getString(1),
                "SELECT id || ' ' || payload || ' ' || verdict || ' ' || station FROM hub_record WHERE kind = 'refusal'"
                        + " ORDER BY id"));
    }

    private static void importRoster(Rig rig, String... people) {
        rig.csv(Stream.of(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                IntStream.range(0, 6).mapToObj("MORE%1$d,Somebody,Student,M%1$d,paid,"::formatted), Stream.of(people))
                .flatMap(lines -> lines)
                .toArray(String[]::new));
    }

    @Test
    void aRosterImportedAtOneStationReachesTheOther() {
        venue.level();
        rename(two, "ADA1", "Ada King");
        importRoster(one, "ADA1,Ada Lovelace,Individual,O1,paid,lunch:2", "CYD1,Cyd,Student,O3,paid,",
                "DAN1,Dan,Student,O4,paid,");
        venue.level();
        assertThat(Stream.of("CYD1", "DAN1").map(this::atDeskTwo)).allMatch(Verdict.CheckedIn.class::isInstance);
        assertThat(atDeskTwo("BOB1")).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                stop -> assertThat(stop.status()).isEqualTo("withdrawn"));
        assertThat(venue.all()).allSatisfy(rig -> assertThat(person(rig, "ADA1").name()).isEqualTo("Ada King"));
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> assertThat(rig.station().hub().known().nothingLeft()).isTrue());
    }

    /** Cut off from each other, two stations imported: the version that came to the hub last counts at both. */
    @Test
    void ofTwoRostersTheLaterInTheVenuesOrderCounts() {
        venue.level();
        importRoster(one, "ADA1,Ada of Desk 1,Individual,O1,paid,lunch", "BOB1,Bob,Individual,O2,paid,lunch");
        importRoster(two, "ADA1,Ada of Desk 2,Individual,O1,paid,lunch", "CYD1,Cyd,Student,O3,paid,");
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> {
            assertThat(person(rig, "ADA1").name()).isEqualTo("Ada of Desk 2");
            assertThat(person(rig, "BOB1").withdrawn()).isTrue();
        });
    }

    @Test
    void R31_somebodyAddedAtOneDeskAndPaidThereEntersAtTheOther() {
        one.station().corrections().add(desk(one), new Corrections.Newcomer("NEW1", "Newcomer", "new@example.org", "ACME",
                one.product("individual")), "walked in");
        correct(one, "CYD1", new Correction.OrderStatus("paid"));
        correct(one, "BOB1", new Correction.Attention("hand over the green lanyard"));
        correct(one, "CYD1", new Correction.More(one.product("lunch"), 2));
        venue.level();
        assertThat(Stream.of("NEW1", "CYD1").map(this::atDeskTwo)).allMatch(Verdict.CheckedIn.class::isInstance);
        assertThat(atDeskTwo("BOB1")).isInstanceOf(Verdict.NeedsAttention.class);
        assertThat(person(two, "NEW1").email()).isEqualTo("new@example.org");
        assertThat(venue.decide("Desk 2", new Mode.Redeem(two.product("lunch")), "CYD1"))
                .isInstanceOf(Verdict.Redeemed.class);
    }

    @Test
    void R37_aMovedTicketAndAMergedEntryGoTheSameWayAtTheOtherDesk() {
        venue.decide("Desk 1", new Mode.Redeem(one.product("lunch")), "ADA1");
        one.station().corrections().move(desk(one), person(one, "ADA1").id(), "EVE1", Optional.empty(), true,
                Optional.of("Eve"), "cannot come");
        one.station().corrections().merge(desk(one), person(one, "CYD1").id(), person(one, "BOB1").id(), "twice");
        venue.level();
        assertThat(atDeskTwo("EVE1")).isInstanceOfAny(Verdict.CheckedIn.class, Verdict.NeedsAttention.class);
        assertThat(venue.decide("Desk 2", new Mode.Redeem(two.product("lunch")), "EVE1"))
                .isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(person(two, "CYD1").accessCode()).isEqualTo("BOB1");
    }
}
