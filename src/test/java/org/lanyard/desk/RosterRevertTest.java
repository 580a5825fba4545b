package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.testfx.framework.junit5.ApplicationExtension;

/** Setup → Roster goes back to the list of before the last import. */
@ExtendWith(ApplicationExtension.class)
class RosterRevertTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference";

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aWrongFileIsTakenBackWithOneButton() throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv(HEADER, "ADA1,Ada,Individual,O1", "BOB1,Bob,Individual,O2", "CYD1,Cyd,Individual,O3");
        rig.checkIn("ADA1");
        rig.csv(HEADER, "ADA1,Ada,Individual,O1", "BOB1,Bob,Individual,O2", "CYD1,Cyd,Individual,O3",
                "EVE1,Eve,Individual,O5");
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
        desk.click("Setup").click("Roster").click("Go back to the list before")
                .says("The list is as it was: 0 people came back, 0 changed, 1 are gone.");
        assertThat(rig.station().roster().find(rig.conference(), Reading.of("EVE1")).orElseThrow().withdrawn()).isTrue();
        assertThat(rig.station().statistics().of(rig.conference()).checkedIn()).isEqualTo(1);
    }
}
