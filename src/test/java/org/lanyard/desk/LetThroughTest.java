package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.testfx.framework.junit5.ApplicationExtension;

/** A lead lets somebody through, with a reason (R17, R34). */
@ExtendWith(ApplicationExtension.class)
class LetThroughTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private void open(Role role, boolean door) {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items,blocked",
                "AAAA1111,Ada Lovelace,Individual,O1,paid,tutorial,Owes money",
                "BBBB2222,Bob Müller,Individual,O2,paid,tutorial,",
                "CCCC3333,Cyd Moss,Individual,O3,paid,tutorial,");
        rig.station().venue().setCapacity(rig.product("tutorial"), 1);
        rig.door("tutorial", "BBBB2222");
        rig.station().venue().setRole("Kim", role);
        desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(
                door ? new Mode.Door(made.product("tutorial")) : new Mode.CheckIn(), "Desk", "Kim"));
    }

    @Test
    void R34_aLeadLetsABlockedPersonThroughWithAReason() throws TimeoutException {
        open(Role.LEAD, false);
        desk.wand("AAAA1111").sees("Blocked", "Ada Lovelace");
        assertThat(desk.texts()).doesNotContain("Owes money");
        desk.click("Let through");
        reason("Has paid since");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(desk.journal().getFirst().note()).isEqualTo("Has paid since");
        assertThat(desk.text(".sentence")).startsWith("Let through by a lead");
    }

    @Test
    void R34_aVolunteerIsNotOfferedIt() throws TimeoutException {
        open(Role.VOLUNTEER, false);
        desk.wand("AAAA1111").sees("Blocked", "Ada Lovelace");
        assertThat(desk.texts()).doesNotContain("Let through");
    }

    @Test
    void R17_aLeadLetsSomebodyThroughAFullDoorAndNotTheNext() throws TimeoutException {
        open(Role.LEAD, true);
        desk.wand("CCCC3333").sees("Full", "Cyd Moss").click("Let through");
        desk.wand("AAAA1111").sees("Blocked", "Ada Lovelace").wand("CCCC3333").sees("Full", "Cyd Moss").click("Let through");
        reason("Speaker");
        desk.sees("Admitted", "Cyd Moss");
    }

    private void reason(String text) {
        TextField field = desk.at("reason", TextField.class);
        desk.robot().interact(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }
}
