package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict;

/** Going back to the roster of before an import. */
class RevertTest {

    private static final String HEADER = "access_code,name,note,ticket_type,order_reference,order_status,items";
    private static final String[] BEFORE = {HEADER, "A1,Ada,vegan,Individual,O1,paid,lunch:2", "B2,Bob,,Speaker,O2,paid,",
            "C3,Cyd,,Individual,O3,pending,"};

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(BEFORE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Person person(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void revert() {
        rig.station().roster().revert(rig.conference());
    }

    @Test
    void everythingIsAsBefore() {
        Person ada = person("A1");
        Person cyd = person("C3");
        rig.csv(HEADER, "A1,Augusta,,Student,O9,refunded,", "B2,Bob,,Speaker,O2,paid,", "C3,Cyd,,Individual,O3,paid,dinner");
        assertThat(person("A1").active()).isFalse();

        revert();

        assertThat(person("A1")).isEqualTo(ada);
        assertThat(person("C3").orders().getFirst().status()).isEqualTo("pending");
        assertThat(person("C3").active()).isEqualTo(cyd.active()).isFalse();
    }

    @Test
    void whoWasWithdrawnComesBackAndWhoIsNewIsWithdrawn() {
        rig.csv(HEADER, "A1,Ada,,Individual,O1,paid,", "B2,Bob,,Speaker,O2,paid,", "C3,Cyd,,Individual,O3,paid,",
                "D4,Dee,,Individual,O4,paid,", "E5,Eve,,Individual,O5,paid,", "F6,Fay,,Individual,O6,paid,");
        revert();
        assertThat(person("D4").withdrawn()).isTrue();
        assertThat(person("A1").details().note()).isEqualTo("vegan");
    }

    @Test
    void correctionsAndRecordsStay() {
        rig.station().corrections().setAttention(rig.post(new Mode.CheckIn()), person("B2").id(), "blue badge", "asked");
        rig.csv(HEADER, "A1,Ada,,Student,O1,paid,", "B2,Bob,,Speaker,O2,paid,", "C3,Cyd,,Individual,O3,paid,");
        rig.checkIn("A1");

        revert();

        assertThat(person("B2").attention()).isEqualTo("blue badge");
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.ReEntry.class);
    }

    @Test
    void aRevertCanBeRevertedAndFiveAreKept() {
        rig.csv(HEADER, "A1,Ada Two,,Individual,O1,paid,", "B2,Bob,,Speaker,O2,paid,", "C3,Cyd,,Individual,O3,paid,");
        revert();
        revert();
        assertThat(person("A1").name()).isEqualTo("Ada Two");
        for (int i = 0; i < 7; i++) {
            rig.csv(HEADER, "A1,Ada " + i + ",,Individual,O1,paid,", "B2,Bob,,Speaker,O2,paid,",
                    "C3,Cyd,,Individual,O3,paid,");
        }
        assertThat(rig.station().roster().kept(rig.conference())).hasSize(5);
    }

    @Test
    void withoutAnEarlierRosterItSaysSo() {
        assertThatThrownBy(this::revert).isInstanceOf(NotPossible.class).hasMessageContaining("no earlier roster");
    }
}
