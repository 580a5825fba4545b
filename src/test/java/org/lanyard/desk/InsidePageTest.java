package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** R33: the list of who is inside, from the dashboard. */
@ExtendWith(ApplicationExtension.class)
class InsidePageTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void R33_whoeverCameAndDidNotLeaveIsOnTheList() throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada Lovelace,Individual,O1",
                "BOB1,Bob Müller,Individual,O2",
                "CYD1,Cyd Ångström,Individual,O3");
        rig.checkIn("ADA1");
        rig.checkIn("BOB1");
        rig.checkIn("CYD1");
        rig.decide(new Mode.Exit(Optional.empty()), "BOB1");
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
        desk.click("Dashboard").click("Who is inside…").says("2 inside").says("Cyd Ångström");
        assertThat(desk.texts()).doesNotContain("Bob Müller");
        desk.type("wanted", "angstrom").until("one row", () -> desk.at("table", TableView.class).getItems().size() == 1);
        rig.checkIn("BOB1");
        desk.type("wanted", "").says("3 inside").press(KeyCode.ESCAPE, "");
        assertThat(desk.texts()).doesNotContain("3 inside");
    }

    /** With a printer on this machine, or without one. */
    private static boolean answers(String text) {
        return text.startsWith("Sent to ") || text.startsWith("There is no printer");
    }

    @Test
    void R33_oneKeyPrintsTheListAndNoScanDoes() throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference", "PAM1,Pam Poe,Individual,O1",
                "BOB1,Bob Müller,Individual,O2");
        rig.checkIn("BOB1");
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
        desk.click("Dashboard").click("Who is inside…").says("1 inside").wand("PAM1").until("Pam is in",
                () -> desk.recorded(RecordKind.CHECK_IN) == 2);
        desk.click("Dashboard").says("2 inside");
        assertThat(desk.texts()).noneMatch(InsidePageTest::answers);
        desk.press(KeyCode.P, "p").until("an answer", () -> desk.texts().stream().anyMatch(InsidePageTest::answers));
    }
}
