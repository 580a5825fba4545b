package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.journal.Inside;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Party;
import org.lanyard.scan.Verdict;

/** R33, R10, R17: leaving, and who is inside. */
@Execution(ExecutionMode.CONCURRENT)
class ExitsTest {

    private static final long SEED = 20270514;

    @TempDir Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.json(Fair.ROSTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private int inside() {
        return rig.station().inside().of(rig.conference(), Optional.empty()).stream().mapToInt(Inside.Person::people).sum();
    }

    private int inside(String door) {
        return rig.station().inside().of(rig.conference(), Optional.of(rig.product(door))).stream()
                .mapToInt(Inside.Person::people).sum();
    }

    @Test
    void R33_leavingIsRecordedAndSoIsWhoeverWasNotInside() {
        assertThat(Fair.leave(rig, "LUN1")).isInstanceOf(Verdict.NotInside.class);
        rig.checkIn("LUN1");
        rig.checkIn("ANN1");
        assertThat(Fair.leave(rig, "LUN1")).isInstanceOfSatisfying(Verdict.CheckedOut.class, out -> {
            assertThat(out.inside()).isOne();
            assertThat(out.count()).isOne();
        });
        assertThat(Fair.leave(rig, "LUN1")).isInstanceOf(Verdict.NotInside.class);
        assertThat(rig.checkIn("LUN1").word()).isEqualTo("re_entry");
    }

    @Test
    void R33_whoeverIsKnownMayLeave() {
        assertThat(Fair.leave(rig, "BAD1").word()).isEqualTo("not_inside");
        assertThat(Fair.leave(rig, "NOBODY").word()).isEqualTo("unknown_code");
    }

    @Test
    void R33_leavingTheVenueLeavesEveryRoom() {
        rig.checkIn("LUN1");
        rig.door("tutorial", "LUN1");
        assertThat(inside("tutorial")).isOne();
        Fair.leave(rig, "LUN1");
        assertThat(inside("tutorial")).isZero();
        assertThat(Fair.leave(rig, "tutorial", "LUN1").word()).isEqualTo("not_inside");
    }

    @Test
    void R33_aVoidedExitDidNotHappen() {
        rig.checkIn("LUN1");
        Decision exit = rig.decide(new Mode.Exit(Optional.empty()), "LUN1");
        rig.station().gate().voidRecord(exit.scan().id(), "wrong person", rig.post(new Mode.CheckIn()), Rig.NINE);
        assertThat(inside()).isOne();
    }

    @Test
    void R33_everybodyCountsAsHavingLeftAtTheTimeThatIsSet() {
        rig.station().roster().set(rig.conference(),
                new TermsChange(Optional.empty(), Optional.of(Optional.of(LocalTime.of(3, 0))), Optional.empty()));
        rig.checkIn("LUN1");
        rig.door("tutorial", "LUN1");
        rig.at(Instant.parse("2027-05-15T00:59:59Z"));
        assertThat(inside()).isOne();
        rig.at(Instant.parse("2027-05-15T01:00:00Z"));   // three o'clock in Berlin
        assertThat(inside()).isZero();
        assertThat(inside("tutorial")).isZero();
        assertThat(Fair.leave(rig, "LUN1").word()).isEqualTo("not_inside");
    }

    @Test
    void R10_aPartyComesInOneByOneAndLeavesOneByOne() {
        Decision first = rig.decide(new Mode.CheckIn(), "PAR1");
        assertThat(first.verdict().word()).isEqualTo("checked_in");
        assertThat(first.party()).contains(new Party(3, 1));
        assertThat(rig.checkIn("PAR1").word()).isEqualTo("checked_in");
        Decision third = rig.decide(new Mode.CheckIn(), "PAR1");
        assertThat(third.verdict()).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(third.count()).hasValue(3);
        assertThat(rig.decide(new Mode.CheckIn(), "PAR1")).satisfies(fourth -> {
            assertThat(fourth.verdict().word()).isEqualTo("re_entry");
            assertThat(fourth.party()).contains(new Party(3, 3));
        });
        assertThat(Fair.leave(rig, "PAR1")).isInstanceOfSatisfying(Verdict.CheckedOut.class,
                out -> assertThat(out.inside()).isEqualTo(2));
        assertThat(rig.station().statistics().of(rig.conference())).satisfies(figures -> {
            assertThat(figures.inside()).isEqualTo(2);
            assertThat(figures.peopleIn()).isEqualTo(3);
            assertThat(figures.checkedIn()).isOne();
        });
    }

    @Test
    void R10_aPartyCountsWholeAtADoor() {
        rig.station().venue().setCapacity(rig.product("tutorial"), 3);
        rig.door("tutorial", "LUN1");
        assertThat(rig.door("tutorial", "PAR1").word()).isEqualTo("door_full");
        rig.station().venue().setCapacity(rig.product("tutorial"), 4);
        assertThat(rig.door("tutorial", "PAR1")).isInstanceOfSatisfying(Verdict.Admitted.class,
                go -> assertThat(go.door().admitted()).isEqualTo(4));
    }

    @Test
    void R17_whoeverComesBackTakesAPlaceAgainWhereExitsCount() {
        rig.station().venue().setCapacity(rig.product("tutorial"), 1);
        rig.station().venue().setCountExits(rig.product("tutorial"), true);
        assertThat(rig.door("tutorial", "LUN1").word()).isEqualTo("admitted");
        assertThat(rig.door("tutorial", "LUN1").word()).isEqualTo("admitted_again");
        assertThat(rig.door("tutorial", "ANN1").word()).isEqualTo("door_full");
        Fair.leave(rig, "tutorial", "LUN1");
        assertThat(rig.door("tutorial", "ANN1").word()).isEqualTo("admitted");
        assertThat(rig.door("tutorial", "LUN1").word()).isEqualTo("door_full");
        Fair.leave(rig, "ANN1");
        assertThat(rig.door("tutorial", "LUN1").word()).isEqualTo("admitted_again");
    }

    @Test
    void R17_whoeverNoLongerHoldsTheProductTakesNoPlace() {
        rig.station().venue().setCapacity(rig.product("tutorial"), 1);
        rig.door("tutorial", "LUN1");
        assertThat(rig.door("tutorial", "ANN1").word()).isEqualTo("door_full");
        rig.json(Fair.ROSTER.replace("{\"reference\": \"LUNCH\", \"status\": \"paid\"",
                "{\"reference\": \"LUNCH\", \"status\": \"refunded\""));
        assertThat(rig.door("tutorial", "ANN1").word()).isEqualTo("admitted");
    }

    @Test
    void R33_afterRandomMovementsTheNumberInsideIsThatOfTheJournal() {
        insideIsARecountAfter(2000);
    }

    @Test
    @Tag("slow")
    void R33_afterTenThousandRandomMovementsTheNumberInsideIsThatOfTheJournal() {
        insideIsARecountAfter(10_000);
    }

    /** A recount of plain lists after movements of every sort, a fifth of them voided. */
    private void insideIsARecountAfter(int movements) {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> codes = List.of("LUN1", "PAR1", "ANN1", "CID1");
        record Movement(UUID id, String code, String what) {}
        List<Movement> live = new ArrayList<>();
        for (int i = 0; i < movements; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            String what = List.of("in", "out", "room", "room-out").get(random.nextInt(4));
            Mode mode = switch (what) {
                case "in" -> new Mode.CheckIn();
                case "out" -> new Mode.Exit(Optional.empty());
                case "room" -> new Mode.Door(rig.product("tutorial"));
                default -> new Mode.Exit(Optional.of(rig.product("tutorial")));
            };
            live.add(new Movement(rig.decide(mode, code).scan().id(), code, what));
            if (random.nextInt(5) == 0) {
                Movement gone = live.remove(random.nextInt(live.size()));
                rig.station().gate().voidRecord(gone.id(), "test", rig.post(new Mode.CheckIn()), Rig.NINE);
            }
        }
        Map<String, Integer> venue = new HashMap<>();
        Map<String, Integer> room = new HashMap<>();
        for (Movement movement : live) {
            int size = movement.code().equals("PAR1") ? 3 : 1;
            switch (movement.what()) {
                case "in" -> venue.merge(movement.code(), 1, (one, more) -> Math.min(size, one + more));
                case "room" -> room.put(movement.code(), size);
                case "out" -> {
                    venue.merge(movement.code(), 0, (one, _) -> Math.max(0, one - 1));
                    room.put(movement.code(), 0);
                }
                default -> room.put(movement.code(), 0);
            }
        }
        assertThat(inside()).isEqualTo(venue.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(inside("tutorial")).isEqualTo(room.values().stream().mapToInt(Integer::intValue).sum());
        var figures = rig.station().statistics().of(rig.conference());
        assertThat(figures.inside()).isEqualTo(inside());
        assertThat(figures.doors().getFirst().inside()).isEqualTo(inside("tutorial"));
        assertThat(new Maintenance(rig.database()).verify()).isEmpty();
    }
}
