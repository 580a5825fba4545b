package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.journal.Inside;
import org.lanyard.ledger.Maintenance;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** R33, R37: two entries that a lead merges are one person inside, whichever of them came in, left or was voided. */
class MergedPresenceTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,tutorial",
                "ADA2,Ada L.,Individual,O2,tutorial", "ADA3,A. Lovelace,Individual,O3,tutorial",
                "BOB1,Bob,Individual,O4,tutorial", "CYD1,Cyd,Individual,O5,tutorial");
        rig.station().venue().setRole("lea", Role.LEAD);
    }

    @AfterEach
    void close() {
        assertThat(new Maintenance(rig.database()).verify()).isEmpty();
        rig.close();
    }

    private void merge(String code, String into) {
        rig.station().corrections().merge(rig.post(new Mode.CheckIn(), "Help desk", "lea"), person(code), person(into),
                "the same");
    }

    private long person(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow().id();
    }

    private int inside(Optional<Product> door) {
        return rig.station().inside().of(rig.conference(), door).stream().mapToInt(Inside.Person::people).sum();
    }

    @Test
    void bothWereInAndAreOneWhoLeavesOnce() {
        rig.checkIn("ADA1");
        rig.checkIn("ADA2");
        rig.checkIn("ADA3");
        merge("ADA3", "ADA2");
        assertThat(inside(Optional.empty())).isEqualTo(2);
        merge("ADA2", "ADA1");
        assertThat(inside(Optional.empty())).isOne();
        assertThat(Fair.leave(rig, "ADA3")).isInstanceOf(Verdict.CheckedOut.class);
        assertThat(inside(Optional.empty())).isZero();
        assertThat(rig.station().statistics().of(rig.conference()).inside()).isZero();
    }

    @Test
    void theLaterMovementOfEitherCounts() {
        rig.checkIn("ADA1");
        rig.checkIn("ADA2");
        Fair.leave(rig, "ADA2");
        merge("ADA2", "ADA1");
        assertThat(inside(Optional.empty())).isZero();
        assertThat(rig.checkIn("ADA2").word()).isEqualTo("re_entry");
        assertThat(inside(Optional.empty())).isOne();
    }

    @Test
    void anEntryThatIsVoidedAfterwardsDidNotHappen() {
        rig.checkIn("ADA1");
        Fair.leave(rig, "ADA1");
        Decision second = rig.decide(new Mode.CheckIn(), "ADA2");
        merge("ADA2", "ADA1");
        assertThat(inside(Optional.empty())).isOne();
        rig.station().gate().voidRecord(second.scan().id(), "wrong badge", rig.post(new Mode.CheckIn()), Rig.NINE);
        assertThat(inside(Optional.empty())).isZero();
    }

    @Test
    void theirSeatInARoomStaysTaken() {
        rig.station().venue().setCapacity(rig.product("tutorial"), 2);
        assertThat(rig.door("tutorial", "ADA2").word()).isEqualTo("admitted");
        merge("ADA2", "ADA1");
        assertThat(rig.door("tutorial", "BOB1").word()).isEqualTo("admitted");
        assertThat(rig.door("tutorial", "CYD1").word()).isEqualTo("door_full");
        assertThat(rig.door("tutorial", "ADA1").word()).as("has the seat").isEqualTo("admitted_again");
        assertThat(inside(Optional.of(rig.product("tutorial")))).isEqualTo(2);
    }
}
