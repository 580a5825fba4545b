package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** R36 at the desk: the people of one order. */
@ExtendWith(ApplicationExtension.class)
class GroupDeskTest {

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() {
        Rig rig = Rig.in(folder);
        rig.json("""
                {"conference":{"slug":"conf","name":"Fair","timezone":"UTC"},
                 "ticket_types":[{"slug":"day","name":"Day"}],"addons":[],
                 "orders":[{"reference":"FAM","status":"paid","items":[
                   {"id":1,"ticket_type":"day","description":"Day","quantity":1}]},
                  {"reference":"DUO","status":"paid","items":[
                   {"id":2,"ticket_type":"day","description":"Day","quantity":1}]}],
                 "attendees":[{"access_code":"ANN1","name":"Ann Reed","orders":["FAM"]},
                   {"access_code":"BEA1","name":"Bea Reed","orders":["FAM"],"attention":"ID check"},
                   {"access_code":"CID1","name":"Cid Reed","orders":["FAM"],"blocked":"unpaid"},
                   {"access_code":"DAN1","name":"Dan Reed","orders":["FAM"]},
                   {"access_code":"EVE1","name":"Eve Roe","orders":["DUO"]},
                   {"access_code":"FAY1","name":"Fay Roe","orders":["DUO"]}]}
                """);
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void R36_oneKeyChecksInAllWhoMayComeIn() throws TimeoutException {
        desk.wand("FAM").says("Enter: check in 2 of 4");
        assertThat(desk.texts()).contains("Ann Reed", "Not yet in, with a note", "Blocked").doesNotContain("unpaid");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
        desk.pass(Duration.ofSeconds(1)).press(KeyCode.ENTER, "").says("In");
        desk.until("both records", () -> desk.recorded(RecordKind.CHECK_IN) == 2);
        assertThat(desk.texts()).noneMatch(text -> text.startsWith("Enter: check in"));
        desk.sees("Checked in", "2 of 4 are in");
        assertThat(desk.shows("look-go")).isTrue();
        assertThat(desk.texts()).contains("Not in: Bea Reed, Cid Reed");
    }

    @Test
    void fourPeopleAreSeenWithoutScrollingInTheSmallestWindow() throws TimeoutException {
        desk.wand("FAM").says("Enter: check in 2 of 4").robot().interact(() -> {
            desk.stage().setWidth(desk.stage().getMinWidth());
            desk.stage().setHeight(desk.stage().getMinHeight());
        });
        desk.until("no bar", () -> desk.scene().getRoot().lookupAll(".item-scroll > .scroll-bar").stream()
                .noneMatch(Node::isVisible));
    }

    @Test
    void R36_spaceLeavesOutWhoHasNotComeYet() throws TimeoutException {
        desk.wand("FAM").says("Enter: check in 2 of 4");
        desk.robot().interact(() -> pick("Dan Reed comes in").requestFocus());
        desk.press(KeyCode.SPACE, " ").says("Enter: check in 1 of 4");
        desk.press(KeyCode.ENTER, "").sees("Checked in", "1 of 4 are in");
        assertThat(desk.journal()).extracting(entry -> entry.accessCode()).containsExactly("ANN1");
        desk.robot().interact(() -> pick("Dan Reed comes in").fire());
        desk.says("Enter: check in 1 of 4").press(KeyCode.ENTER, "").sees("Checked in", "2 of 4 are in");
    }

    @Test
    void R36_anOrderWhoseEveryPersonIsInAsksNothing() throws TimeoutException {
        desk.wand("DUO").says("Enter: check in 2 of 2").pass(Duration.ofSeconds(1)).press(KeyCode.ENTER, "")
                .sees("Checked in", "All 2 are in").pass(Duration.ofSeconds(4)).wand("DUO")
                .sees("Order DUO", "All 2 are in");
        assertThat(desk.shows("look-go-again")).isTrue();
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(2);
    }

    private CheckBox pick(String name) {
        return DeskRig.visible(desk.scene().getRoot()).filter(node -> name.equals(node.getAccessibleText()))
                .map(CheckBox.class::cast).findFirst().orElseThrow();
    }

    @Test
    void R12_theOneWithANoteIsChosenAlone() throws TimeoutException {
        desk.wand("FAM").says("Not yet in, with a note");
        desk.robot().interact(() -> DeskRig.visible(desk.scene().getRoot())
                .filter(node -> "Choose Bea Reed".equals(node.getAccessibleText()))
                .map(javafx.scene.control.Button.class::cast).findFirst().orElseThrow().fire());
        desk.sees("Look before you let in", "Bea Reed");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
    }
}
