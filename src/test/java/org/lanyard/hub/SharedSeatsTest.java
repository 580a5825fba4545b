package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

/** Rooms with a capacity (R17, R33), limits a day (R32) and entry before redeeming (R39) over several stations. */
@Execution(ExecutionMode.CONCURRENT)
class SharedSeatsTest {

    private static final int SEATS = 5;
    private static final int PEOPLE = 12;
    private static final List<String> CODES = IntStream.range(0, PEOPLE).mapToObj("P%02d"::formatted).toList();

    @TempDir Path folder;
    private VenueRig venue;

    /** Everybody has the tutorial, and lunch on two orders. */
    private static void prepare(Rig rig) {
        importRoster(rig, "tutorial");
        rig.station().venue().setCapacity(tutorial(rig), SEATS);
        rig.station().venue().setCountExits(tutorial(rig), true);
        rig.station().roster().catalogue().set(rig.conference(), rig.product("lunch"),
                new Catalogue.Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(1)));
    }

    private static void importRoster(Rig rig, String rooms) {
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                CODES.stream().flatMap(code -> Stream.of(
                        code + ",Somebody,Individual,A" + code + ",paid,lunch;" + rooms,
                        code + ",Somebody,Individual,B" + code + ",paid,lunch")))
                .toArray(String[]::new));
    }

    private static Product tutorial(Rig rig) {
        return rig.product("tutorial");
    }

    private static Mode room(Rig rig) {
        return new Mode.Door(tutorial(rig));
    }

    private static Mode lunch(Rig rig) {
        return new Mode.Redeem(rig.product("lunch"));
    }

    @BeforeEach
    void open() {
        venue = new VenueRig(folder);
        Stream.of("Room 1", "Room 2", "Room 3").forEach(name -> venue.station(name, SharedSeatsTest::prepare));
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static long count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return verdicts.stream().filter(kind::isInstance).count();
    }

    private static Set<String> letIn(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::recorded).map(verdict -> verdict.about().orElseThrow().accessCode())
                .collect(Collectors.toSet());
    }

    @Test
    void R17_nobodyIsOneTooManyWhicheverDoorOfTheRoomTheyStandAt() {
        List<Verdict> verdicts = venue.everywhere(SharedSeatsTest::room, CODES);
        assertThat(count(verdicts, Verdict.HubUnreachable.class)).isZero();
        assertThat(letIn(verdicts)).hasSize(SEATS);
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> assertThat(inside(rig)).isEqualTo(SEATS));
        assertThat(venue.all()).allSatisfy(rig -> assertThat(rig.station().hub().known().inDoubt()).isZero());
    }

    private static int inside(Rig rig) {
        return rig.station().inside().of(rig.conference(), Optional.of(tutorial(rig))).size();
    }

    /** An exit at one door frees the seat at the other, for one. */
    @Test
    void R33_whoeverLeavesByAnotherDoorMakesRoom() {
        Rig one = venue.all().getFirst();
        CODES.stream().limit(SEATS).forEach(code -> venue.decide("Room 1", room(one), code));
        Rig two = venue.all().get(1);
        assertThat(venue.decide("Room 2", room(two), CODES.getLast())).isInstanceOf(Verdict.DoorFull.class);
        venue.decide("Room 1", new Mode.Exit(Optional.of(tutorial(one))), CODES.getFirst());
        venue.level();
        List<Verdict> verdicts = venue.everywhere(SharedSeatsTest::room, CODES.subList(SEATS, PEOPLE));
        assertThat(letIn(verdicts)).hasSize(1);
    }

    /** The roster that brings the room comes after what was recorded there. */
    @Test
    void R33_whoLeftARoomThatIsNotKnownHereYetHasNotLeftTheVenue() {
        Rig one = venue.all().getFirst();
        venue.level();
        importRoster(one, "tutorial;workshop");
        venue.decide("Room 1", new Mode.CheckIn(), CODES.getFirst());
        venue.decide("Room 1", new Mode.Door(one.product("workshop")), CODES.getFirst());
        venue.decide("Room 1", new Mode.Exit(Optional.of(one.product("workshop"))), CODES.getFirst());
        venue.level();
        assertThat(venue.all()).allSatisfy(rig -> {
            assertThat(rig.station().inside().of(rig.conference(), Optional.empty())).hasSize(1);
            assertThat(rig.station().inside().of(rig.conference(), Optional.of(rig.product("workshop")))).isEmpty();
        });
    }

    /** Without the hub nobody is let in, and those who are in already are. */
    @Test
    void R17_withoutTheHubNoSeatIsTaken() {
        venue.decide("Room 1", room(venue.all().getFirst()), CODES.getFirst());
        venue.level();
        venue.cutOff("Room 2");
        Rig two = venue.all().get(1);
        assertThat(venue.decide("Room 2", room(two), CODES.get(1))).isInstanceOf(Verdict.HubUnreachable.class);
        assertThat(venue.decide("Room 2", room(two), CODES.getFirst())).isInstanceOf(Verdict.AdmittedAgain.class);
        venue.join("Room 2");
        assertThat(venue.decide("Room 2", room(two), CODES.get(1))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void R32_theDaysLunchIsOneOverAllStationsAndOrders() {
        List<Verdict> verdicts = venue.everywhere(SharedSeatsTest::lunch, CODES);
        assertThat(count(verdicts, Verdict.Redeemed.class)).isEqualTo(PEOPLE);
        assertThat(verdicts)
                .allMatch(verdict -> verdict instanceof Verdict.Redeemed || verdict instanceof Verdict.NotValidNow);
        venue.all().forEach(rig -> rig.pass(Duration.ofDays(1)));
        List<Verdict> nextDay = venue.everywhere(SharedSeatsTest::lunch, CODES.subList(0, 2));
        assertThat(count(nextDay, Verdict.Redeemed.class)).isEqualTo(2);
    }

    @Test
    void R39_anEntryAtAnotherStationCountsAndWithoutTheHubNobodyIsRefused() {
        venue.all().forEach(rig -> rig.station().roster().set(rig.conference(),
                new TermsChange(Optional.of(true), Optional.empty(), Optional.empty())));
        Rig two = venue.all().get(1);
        assertThat(venue.decide("Room 2", lunch(two), CODES.getFirst())).isInstanceOf(Verdict.NotCheckedIn.class);
        venue.decide("Room 1", new Mode.CheckIn(), CODES.getFirst());
        venue.all().getFirst().station().hub().syncNow();
        assertThat(venue.decide("Room 2", lunch(two), CODES.getFirst())).isInstanceOf(Verdict.Redeemed.class);
        venue.cutOff("Room 2");
        assertThat(venue.decide("Room 2", lunch(two), CODES.getLast())).isInstanceOf(Verdict.HubUnreachable.class);
    }
}
