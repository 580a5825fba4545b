package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** A station that nobody has set up, to its first scan. */
@ExtendWith(ApplicationExtension.class)
class FirstRunTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private void open() {
        desk = DeskRig.open(folder, Opening.USUAL, rig -> rig.post(new Mode.CheckIn()));
    }

    @Test
    void theThreeStepsLeadToTheFirstScanAndAreNotAskedAgain() throws TimeoutException {
        open();
        desk.says("Set up this station");
        assertThat(desk.at("station", TextField.class).getText()).isEqualTo("Desk");
        desk.type("station", "Front Door").click("Start").says("Scan a badge");
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(desk.journal()).extracting(Entry::station).containsExactly("Front Door");
        desk = desk.restarted(Opening.USUAL, rig -> rig.post(new Mode.CheckIn()));
        assertThat(desk.texts()).contains("Scan a badge").doesNotContain("Set up this station");
    }

    @Test
    void aStationWithoutANameSaysSoAndStays() throws TimeoutException {
        open();
        desk.type("station", "  ").click("Start").says("The name of a station has 1 to 100 characters.");
        assertThat(desk.texts()).contains("Set up this station");
    }

    /** A wand that somebody tries out checks nobody in before the station is set up. */
    @Test
    void aScanBeforeTheStationIsSetUpRecordsNothing() throws TimeoutException {
        open();
        desk.wand("AAAA1111").click("Start").says("Scan a badge");
        desk.wand("1CCC3333").sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.journal()).extracting(Entry::accessCode).containsExactly("1CCC3333");
        assertThat(desk.recorded(RecordKind.REFUSAL)).isZero();
    }

    @Test
    void aStationMayHandOutItemsInstead() throws TimeoutException {
        open();
        desk.click("Hand out items").click("Start").says("Scan a badge");
        desk.wand("AAAA1111").sees("What is it for?", "Ada Lovelace");
        desk.click("Hand out one lunch").sees("Handed out", "Ada Lovelace");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isEqualTo(1);
    }
}
