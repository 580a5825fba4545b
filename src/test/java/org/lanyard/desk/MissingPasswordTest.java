package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.LocalServer;
import org.lanyard.upstream.ServedLine;
import org.lanyard.upstream.ServedOrder;
import org.testfx.framework.junit5.ApplicationExtension;

/** Without a key store the server's password is asked for once after a start, and nobody's scan waits for it. */
@ExtendWith(ApplicationExtension.class)
class MissingPasswordTest {

    private static final String ASKED = "The password of desk is not known here.";

    @TempDir Path folder;

    private final LocalServer server = LocalServer.open().staff("desk", "secret");
    private DeskRig desk;

    @BeforeEach
    void pulledBeforeTheRestart() {
        server.conference("conf").attendee("AAAA1111", "Ada Lovelace", server.conference("conf").order(
                ServedOrder.Status.PAID, ServedLine.ticket(11, "Individual", "individual")));
        Rig rig = Rig.in(folder);
        Conference conference = rig.station().roster().conferenceOrNew("conf");
        rig.station().upstream().set(conference, Connection.of(server.address().toString(),
                server.conference("conf").prefix(), null, "desk"), false);
        rig.station().upstream().password(conference, "secret".toCharArray());
        rig.station().upstream().pull(conference, false, _ -> {});
        desk = DeskRig.open(rig.reopened(), Opening.STRAIGHT, begins -> begins.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    @Test
    void case05_itIsAskedForOnceAndScansGoOn() throws TimeoutException {
        desk.says(ASKED).says("Sign-in needed");
        desk.wand("AAAA1111").says("Ada Lovelace");
        assertThat(desk.texts()).as("still asked for, and the scan not covered").contains(ASKED);
        desk.type("serverPassword", "secret").click("Sign in");
        desk.until("the pill says Live", () -> desk.texts().contains("Live") && !desk.texts().contains(ASKED));
        desk.until("the record arrived", () -> server.conference("conf").checkIns("AAAA1111").size() == 1);
    }

    @Test
    void case05_whoPostponesItIsNotAskedAgain() throws TimeoutException {
        desk.says(ASKED).click("Later");
        desk.wand("AAAA1111").says("Ada Lovelace").says("Sign-in needed");
        assertThat(desk.texts()).doesNotContain(ASKED);
    }

    @Test
    void case05_aWrongPasswordIsAskedForAgain() throws TimeoutException {
        desk.says(ASKED).type("serverPassword", "wrong").click("Sign in");
        desk.says("The user name or the password is wrong.");
    }

    @Test
    void case11_whatIsTypedIntoItIsNeverAScan() throws TimeoutException {
        desk.says(ASKED);
        PasswordField field = desk.at("serverPassword", PasswordField.class);
        desk.robot().interact(field::requestFocus);
        desk.wand("SECRET12");
        assertThat(desk.journal()).isEmpty();
        assertThat(desk.texts()).noneMatch(text -> text.contains("SECRET12"));
    }
}
