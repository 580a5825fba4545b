package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.testfx.framework.junit5.ApplicationExtension;

/** The page of one person: all that is known, and what can be done, each with a key. */
@ExtendWith(ApplicationExtension.class)
class PersonPageTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private Rig rig() {
        Rig rig = Rig.in(folder);
        rig.json("""
                {"conference":{"slug":"conf","name":"Fair","timezone":"UTC"},
                 "ticket_types":[{"slug":"day","name":"Day","valid":[{"from":"2027-05-14","to":"2027-05-14"}]}],
                 "addons":[{"slug":"lunch","name":"Lunch"},{"slug":"tutorial","name":"Tutorial"}],
                 "orders":[{"reference":"FAM","status":"paid","items":[
                   {"id":1,"ticket_type":"day","description":"Day","quantity":1},
                   {"id":2,"addon":"lunch","description":"Lunch","quantity":2}]}],
                 "attendees":[{"access_code":"ANN1","name":"Ann Reed","email":"ann@example.org","company":"Reed Ltd",
                     "orders":["FAM"],"attention":""},
                   {"access_code":"BEA1","name":"Bea Reed","orders":["FAM"]}]}
                """);
        return rig;
    }

    private void open(String staff, Role role) {
        Rig rig = rig();
        rig.station().venue().setRole(staff, role);
        desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(new Mode.CheckIn(), "Desk", staff));
    }

    /** By F8 from the scan screen. */
    private void card() throws TimeoutException {
        desk.wand("ANN1").sees("Checked in", "Ann Reed").press(KeyCode.F8, "").until("the page", this::pageOpen);
    }

    private boolean pageOpen() {
        boolean[] open = new boolean[1];
        desk.robot().interact(() -> open[0] = desk.scene().lookup("#name") instanceof Label name
                && DeskRig.visible(desk.scene().getRoot()).anyMatch(name::equals) && name.getText().equals("Ann Reed"));
        return open[0];
    }

    @Test
    void allThatIsKnownStandsOnOnePageUntilEscapeLeadsBack() throws TimeoutException {
        open("Lea", Role.LEAD);
        card();
        desk.says("ann@example.org").says("Reed Ltd").says("FAM: paid").says("Day: Friday, May 14, 2027").says("0 of 2")
                .says("Check-in · Desk · Lea");
        desk.pass(Duration.ofMinutes(5));
        assertThat(pageOpen()).isTrue();
        desk.press(KeyCode.ESCAPE, "").until("the scan screen", () -> !pageOpen());
        desk.says("Ann Reed");
    }

    @Test
    void keysActOnThePersonAndThePageSaysWhatBecameOfIt() throws TimeoutException {
        open("Lea", Role.LEAD);
        card();
        desk.press(KeyCode.DIGIT1, "1").says("1 of 2");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isOne();
        desk.press(KeyCode.O, "o").says("Check-out · Desk · Lea").press(KeyCode.I, "i").says("Back again");
        desk.press(KeyCode.D, "d").click("Admit").says("Admitted");
        assertThat(pageOpen()).isTrue();
        assertThat(desk.recorded(RecordKind.DOOR_CHECK)).isOne();
    }

    @Test
    void aScanWhileItIsOpenIsDecidedAndShown() throws TimeoutException {
        open("Lea", Role.LEAD);
        card();
        desk.wand("BEA1").sees("Checked in", "Bea Reed");
        assertThat(pageOpen()).isFalse();
    }

    @Test
    void R34_aVolunteerIsNotOfferedWhatALeadMayDo() throws TimeoutException {
        open("Vic", Role.VOLUNTEER);
        card();
        assertThat(desk.texts()).contains("Check in", "Link a code").doesNotContain("Block", "Correct");
        desk.press(KeyCode.X, "x");
        assertThat(desk.texts()).doesNotContain("Person or code");
    }

    @Test
    void R35_theNextScanIsLinkedAndNotCheckedIn() throws TimeoutException {
        open("Vic", Role.VOLUNTEER);
        card();
        desk.press(KeyCode.L, "l").says("Scan the new code now, or type it.").wand("BEA1")
                .until("said",
                        () -> desk.texts().stream().anyMatch(text -> text.startsWith("Not linked, and not checked in")));
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isOne();
        desk.click("Cancel").press(KeyCode.L, "l").says("Scan the new code now, or type it.").wand("WRIST77")
                .says("WRIST77 now belongs to Ann Reed.");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isOne();
        assertThat(desk.recorded(RecordKind.CORRECTION)).isOne();
    }

    @Test
    void R35_afterTwentySecondsAScanIsAScanAgain() throws TimeoutException {
        open("Vic", Role.VOLUNTEER);
        card();
        desk.press(KeyCode.L, "l").says("Scan the new code now, or type it.").leap(Duration.ofSeconds(21)).wand("BEA1")
                .sees("Checked in", "Bea Reed");
    }

    @Test
    void R34_aLeadBlocksWithAReasonAndLetsThroughOnce() throws TimeoutException {
        open("Lea", Role.LEAD);
        card();
        desk.press(KeyCode.X, "x").says("Person or code").click("Block").says("A correction needs a reason.");
        desk.type("reason", "Outstanding debt").click("Block").says("Saved.").says("Blocked");
        desk.press(KeyCode.V, "v").says("Outstanding debt").click("Outstanding debt").click("Let through")
                .says("Back again");
        assertThat(desk.journal().getFirst().note()).isEqualTo("Outstanding debt");
        desk.press(KeyCode.U, "u").says("Person or code").type("reason", "Paid").click("Unblock").says("Saved.")
                .until("unblocked", () -> desk.texts().stream().anyMatch(text -> text.startsWith("✓ First checked in")));
    }

    @Test
    void R36_theOthersOfTheOrderAreOneKeyAway() throws TimeoutException {
        open("Vic", Role.VOLUNTEER);
        card();
        desk.press(KeyCode.G, "g").says("Bea Reed").says("Not yet in");
    }
}
