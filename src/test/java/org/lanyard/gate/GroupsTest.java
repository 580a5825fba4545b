package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Party;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.Member;

/** R36, R10: groups. */
class GroupsTest {

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

    private static List<String> states(List<Member> people) {
        return people.stream()
                .map(one -> one.attendee().accessCode() + " " + one.state().word() + " " + one.verdict().word())
                .toList();
    }

    private GroupDecision all(String payload) {
        return rig.station().gate().checkInAll(rig.post(new Mode.CheckIn()), rig.scan(payload)).join();
    }

    private static List<String> results(GroupDecision group) {
        return group.people().stream().map(one -> one.attendee().accessCode() + " " + one.verdict().word() + " "
                + one.record().isPresent() + " " + one.count()).toList();
    }

    @Test
    void R36_anOrderReferenceShowsEverybodyOnIt() {
        rig.checkIn("ANN1");
        for (Mode mode : List.of(new Mode.CheckIn(), new Mode.Redeem(rig.product("lunch")),
                new Mode.Exit(Optional.empty()))) {
            assertThat(rig.decide(mode, "FAM").verdict()).isInstanceOfSatisfying(Verdict.ChoosePeople.class,
                    group -> assertThat(states(group.people())).containsExactly("ANN1 in re_entry",
                            "BEA1 out needs_attention", "CID1 out checked_in", "DAN1 not_admitted no_ticket"));
        }
        assertThat(rig.checkIn("fam").word()).isEqualTo("unknown_code");
    }

    @Test
    void R36_anOrderOfOnePersonIsThatPerson() {
        assertThat(rig.checkIn("LUNCH").word()).isEqualTo("checked_in");
        assertThat(rig.checkIn("BAD").word()).isEqualTo("blocked");
    }

    @Test
    void R36_allWhoMayComeInAtOnceEachWithARecordOfTheirOwn() {
        rig.checkIn("ANN1");
        GroupDecision group = all("FAM");
        assertThat(results(group)).containsExactly("ANN1 re_entry false 1", "BEA1 needs_attention false 0",
                "CID1 checked_in true 1", "DAN1 no_ticket false 0");
        assertThat(group.anyRecorded()).isTrue();
        assertThat(all("FAM").anyRecorded()).isFalse();
    }

    @Test
    void R36_aPersonsCodeIsDecidedAsWithout() {
        assertThat(all("ANN1")).satisfies(one -> {
            assertThat(one.people()).isEmpty();
            assertThat(one.decision().verdict().word()).isEqualTo("checked_in");
        });
    }

    @Test
    void R36_theOthersOfAnOrderFromAPersonsCard() {
        var ann = rig.decide(new Mode.CheckIn(), "ANN1").verdict().about().orElseThrow();
        assertThat(rig.station().gate().group(rig.post(new Mode.CheckIn()), rig.scan(""), ann).orElseThrow().people())
                .hasSize(4);
        var lun = rig.decide(new Mode.CheckIn(), "LUN1").verdict().about().orElseThrow();
        assertThat(rig.station().gate().group(rig.post(new Mode.CheckIn()), rig.scan(""), lun)).isEmpty();
    }

    @Test
    void R10_theOthersOfAPartyAtOnce() {
        rig.checkIn("PAR1");
        GroupDecision party = all("PAR1");
        assertThat(party.decision().party()).contains(new Party(3, 3));
        assertThat(party.decision().count()).hasValue(3);
    }
}
