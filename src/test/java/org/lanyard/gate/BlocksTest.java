package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.roster.PersonAccess;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** R34, R35: blocked people, and several codes. */
class BlocksTest {

    @TempDir Path folder;

    private Rig rig;
    private PersonAccess access;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.json(Fair.ROSTER);
        access = rig.station().access();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private long id(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow().id();
    }

    private Post desk() {
        return rig.post(new Mode.CheckIn());
    }

    @Test
    void R34_everyModeButTheExitStopsABlockedPerson() {
        access.block(desk(), id("LUN1"), "stole a laptop");
        assertThat(List.of(rig.checkIn("LUN1"), rig.door("tutorial", "LUN1"), rig.redeem("lunch", "LUN1")))
                .extracting(Verdict::word).containsOnly("blocked");
        assertThat(Fair.leave(rig, "LUN1").word()).isEqualTo("not_inside");
        assertThat(rig.checkIn("LUN1").toString()).doesNotContain("codeOnly=true");
        access.unblock(desk(), id("LUN1"), "");
        assertThat(rig.checkIn("LUN1").word()).isEqualTo("checked_in");
    }

    @Test
    void R34_aBlockComesBeforeTheOrder() {
        assertThat(rig.checkIn("BAD1").word()).isEqualTo("blocked");
        access.unblock(desk(), id("BAD1"), "came to an agreement");
        assertThat(rig.checkIn("BAD1").word()).isEqualTo("order_not_active");
        rig.json(Fair.ROSTER);
        assertThat(rig.checkIn("BAD1").word()).as("stays until the roster says the same").isEqualTo("order_not_active");
    }

    @Test
    void R34_aLeadLetsThroughOnce() {
        access.block(desk(), id("LUN1"), "stole a laptop");
        assertThat(Fair.override(rig, new Mode.CheckIn(), "LUN1").verdict())
                .isInstanceOfSatisfying(Verdict.CheckedIn.class, go -> assertThat(go.overridden()).isTrue());
        assertThat(rig.checkIn("LUN1").word()).isEqualTo("blocked");
    }

    @Test
    void R34_aVolunteerBlocksNobody() {
        rig.station().venue().setRole("vol", Role.VOLUNTEER);
        Post volunteer = rig.post(new Mode.CheckIn(), "Desk", "vol");
        assertThatThrownBy(() -> access.block(volunteer, id("LUN1"), "why")).isInstanceOf(NotPossible.class);
        access.link(volunteer, id("LUN1"), "BAND7");
        assertThat(rig.checkIn("BAND7").word()).isEqualTo("checked_in");
    }

    @Test
    void R35_eachCodeIsReadByTheSameRules() {
        assertThat(rig.checkIn("WRIST1").word()).isEqualTo("checked_in");
        assertThat(rig.checkIn("conf:wrist1").word()).isEqualTo("re_entry");
    }

    @Test
    void R35_aCodeThatIsAnybodysIsRefused() {
        for (String taken : List.of("ann1", "wrist1", "LUN1", "fam")) {
            assertThatThrownBy(() -> access.link(desk(), id("CID1"), taken)).as(taken).isInstanceOf(NotPossible.class);
        }
    }

    @Test
    void R35_aReplacedBadgeIsBlockedAlsoWhereItIsTheAccessCode() {
        access.replace(desk(), id("LUN1"), "LUN1", "NEW1", "lost");
        assertThat(rig.checkIn("LUN1")).isInstanceOfSatisfying(Verdict.Blocked.class,
                stop -> assertThat(stop.codeOnly()).isTrue());
        assertThat(rig.checkIn("lun1").word()).isEqualTo("blocked");
        assertThat(rig.checkIn("NEW1").word()).isEqualTo("checked_in");
        assertThat(rig.checkIn("WRIST1").word()).isEqualTo("re_entry");
        assertThat(Fair.leave(rig, "LUN1").word()).isEqualTo("checked_out");
        rig.json(Fair.ROSTER);
        assertThat(rig.checkIn("LUN1").word()).isEqualTo("blocked");
        access.replace(desk(), id("LUN1"), "WRIST1", "NEW2", "");
        assertThat(rig.checkIn("WRIST1").word()).isEqualTo("blocked");
    }

    @Test
    void R35_aRowWhoseCodeIsLinkedHereIsUnusable() {
        access.link(desk(), id("LUN1"), "EVE1");
        assertThat(rig.json(Fair.ROSTER.replace("\"access_code\": \"DAN1\"", "\"access_code\": \"EVE1\"")).unusable())
                .hasSize(1);
    }

    @Test
    void R33_thePersonsCodeAndTheirBlockInTheDossier() {
        access.replace(desk(), id("LUN1"), "WRIST1", "NEW1", "");
        var person = rig.station().roster().find(rig.conference(), Reading.of("LUN1")).orElseThrow();
        assertThat(rig.station().gate().dossier(rig.conference(), person).codes()).containsExactly(
                new PersonAccess.Code("LUN1", false), new PersonAccess.Code("NEW1", false),
                new PersonAccess.Code("WRIST1", true));
        assertThat(Optional.of(person.blocked())).contains(false);
    }
}
