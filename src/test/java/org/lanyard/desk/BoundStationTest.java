package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.venue.Pins;
import org.testfx.framework.junit5.ApplicationExtension;

/** A door and a lunch queue: nothing but the verdict, the name and the count. */
@ExtendWith(ApplicationExtension.class)
class BoundStationTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private void open(Function<Rig, Post> begins) {
        desk = DeskRig.open(folder, Opening.STRAIGHT, begins);
    }

    @Test
    void R17_aDoorCountsPeopleOfItsCapacityAndIsFullThen() throws TimeoutException {
        open(rig -> {
            rig.station().venue().setCapacity(rig.product("individual"), 1);
            return rig.post(new Mode.Door(rig.product("individual")));
        });
        desk.says("0 of 1 in").wand("AAAA1111").sees("Admitted", "Ada Lovelace").says("1 of 1 in");
        desk.wand("AAAA1111").sees("In before", "Ada Lovelace").says("1 of 1 in");
        desk.wand("1CCC3333").sees("Full", "Cyd Anna Schmidt").says("1 of 1 in");
    }

    @Test
    void R33_aRoomEmptiesAtTheSameDoor() throws TimeoutException {
        open(rig -> {
            rig.station().venue().setCapacity(rig.product("individual"), 1);
            rig.station().venue().setCountExits(rig.product("individual"), true);
            return rig.post(new Mode.Door(rig.product("individual")));
        });
        desk.says("F4: count out").wand("AAAA1111").sees("Admitted", "Ada Lovelace").says("1 of 1 in");
        desk.wand("1CCC3333").sees("Full", "Cyd Anna Schmidt").press(KeyCode.F4, "").says("Leaving: Individual");
        desk.wand("AAAA1111").sees("Checked out", "Ada Lovelace").says("0 in").press(KeyCode.F4, "").says("F4: count out");
        desk.wand("1CCC3333").sees("Admitted", "Cyd Anna Schmidt").says("1 of 1 in");
    }

    @Test
    void R36_oneOfAnOrderIsChosenAtADoor() throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "FAM1,Ann Reed,Individual,FAMILY,paid",
                "FAM2,Bea Reed,Individual,FAMILY,paid");
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.Door(each.product("individual"))));
        desk.wand("FAMILY").until("both", () -> desk.at("people", ListView.class).getItems().size() == 2);
        desk.press(KeyCode.ENTER, "").until("one of them", () -> desk.shows("look-go")).says("1 in");
    }

    @Test
    void aDoorWithoutALimitCountsPeople() throws TimeoutException {
        open(rig -> rig.post(new Mode.Door(rig.product("individual"))));
        desk.says("0 in").wand("AAAA1111").sees("Admitted", "Ada Lovelace").says("1 in");
    }

    @Test
    void aLunchQueueCountsWhatWasHandedOutOfThoseBought() throws TimeoutException {
        open(rig -> rig.post(new Mode.Redeem(rig.product("lunch"))));
        desk.says("0 of 2 handed out").wand("AAAA1111").sees("Handed out", "Ada Lovelace").says("1 of 2 handed out");
        desk.wand("1CCC3333").sees("Not bought", "Cyd Anna Schmidt").says("1 of 2 handed out");
    }

    /** Case 22: from two metres a second admission is told from a first by its colour and its shape. */
    @Test
    void aSecondAdmissionLooksLikeNoFirst() throws TimeoutException {
        open(rig -> rig.post(new Mode.Door(rig.product("individual"))));
        desk.wand("AAAA1111").sees("Admitted", "Ada Lovelace");
        assertThat(desk.scene().getRoot().getStyleClass()).contains("look-go");
        desk.wand("AAAA1111").sees("In before", "Ada Lovelace");
        assertThat(desk.scene().getRoot().getStyleClass()).contains("look-go-again").doesNotContain("look-go");
    }

    @Test
    void withoutAPinItIsLeftByItsButton() throws TimeoutException {
        open(rig -> rig.post(new Mode.Door(rig.product("individual"))));
        desk.click("Leave this screen").says("Station and doors");
    }

    @Test
    void whereAPinIsSetItIsLeftByThatOnly() throws TimeoutException {
        open(rig -> {
            rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
            return rig.post(new Mode.Door(rig.product("individual")));
        });
        desk.click("Leave this screen").pin("1111").says("That is not the PIN.");
        assertThat(desk.texts()).doesNotContain("Station and doors");
        desk.pin("2468").says("Station and doors");
    }

    /** It shows no more of people than it must: no company, no items, no code, no strip; small: place, health, clock. */
    @Test
    void nothingElseIsShown() throws TimeoutException {
        open(rig -> rig.post(new Mode.Redeem(rig.product("lunch"))));
        desk.wand("AAAA1111").sees("Handed out", "Ada Lovelace").says("1 of 2 handed out");
        QuickRobot.until(() -> desk.texts().contains("Local"));
        assertThat(desk.texts()).containsExactlyInAnyOrder("lunch", "Handed out", "Ada Lovelace", "1 of 2 handed out",
                "Desk", "Local", "09:00");
    }
}
