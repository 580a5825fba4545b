package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.redemption.Race;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;

/** R17, R32, R36: however many ask at once, never one too many. */
class LastPlaceTest {

    private static final int THREADS = 64;

    @TempDir Path folder;

    private static String everybody() {
        return "access_code,name,ticket_type,order_reference,items\n" + IntStream.range(0, THREADS)
                .mapToObj(i -> "A" + i + ",Somebody,Individual,O" + i + ",room; lunch:64").collect(Collectors.joining("\n"));
    }

    @Test
    void R17_theLastPlaceOfARoomThatCountsExits() throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.csv(everybody().split("\n"));
            rig.station().venue().setCapacity(rig.product("room"), 1);
            rig.station().venue().setCountExits(rig.product("room"), true);
            Post door = rig.post(new Mode.Door(rig.product("room")));
            Queue<String> verdicts = new ConcurrentLinkedQueue<>();
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Race.run(THREADS, 5, (thread, _) -> {
                var answer = rig.station().gate().decide(door, rig.scan("A" + thread)).join();
                verdicts.add(answer.verdict().word());
                if (answer.verdict().recorded()) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    Fair.leave(rig, "room", "A" + thread);
                }
            });
            assertThat(rig.station().statistics().of(rig.conference()).doors().getFirst().inside()).isZero();
            assertThat(most).hasValue(1);
            assertThat(verdicts).hasSize(THREADS * 5).contains("admitted").containsOnly("admitted", "admitted_again",
                    "door_full");
        }
    }

    @Test
    void R32_theDaysLastUnit() throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.json(Fair.ROSTER);
            Post lunch = rig.post(new Mode.Redeem(rig.product("lunch")));
            Queue<String> verdicts = new ConcurrentLinkedQueue<>();
            Race.run(THREADS, 1, (_, _) -> verdicts.add(
                    rig.station().gate().decide(lunch, rig.scan("LUN1")).join().verdict().word()));
            assertThat(verdicts).containsOnlyOnce("redeemed").containsOnly("redeemed", "not_valid_now");
        }
    }

    @Test
    void R36_aGroupCheckedInByManyAtOnceIsInOnce() throws InterruptedException {
        try (Rig rig = Rig.in(folder)) {
            rig.json(Fair.ROSTER);
            Post desk = rig.post(new Mode.CheckIn());
            Queue<Boolean> recorded = new ConcurrentLinkedQueue<>();
            Race.run(THREADS, 1, (_, _) -> recorded.add(
                    rig.station().gate().checkInAll(desk, rig.scan("FAM")).join().anyRecorded()));
            assertThat(recorded).containsOnlyOnce(true);
            assertThat(rig.station().statistics().of(rig.conference()).inside()).isEqualTo(2);
        }
    }
}
