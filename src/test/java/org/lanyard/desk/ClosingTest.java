package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** A station that keeps a part of an item asks before its window is closed. */
@ExtendWith(ApplicationExtension.class)
class ClosingTest {

    @TempDir Path folder;
    private final HubLogin hub = TestServer.freshHub();
    private DeskRig desk;

    private KeptLogin login() {
        return new KeptLogin(folder);
    }

    private void open(boolean keeps) {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> {
            login().save(hub);
            String name = rig.station().hub().syncNow().stations().getFirst().name();
            if (keeps) {
                try (HubAdministration administration = new HubAdministration(login())) {
                    administration.share(rig.conference().slug(), "lunch", List.of(name));
                }
                rig.station().hub().syncNow();
            }
            return rig.post(new Mode.CheckIn());
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void closeTheWindow() {
        desk.robot().interact(() -> desk.stage().fireEvent(new WindowEvent(desk.stage(),
                WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void whatIsKeptIsReturnedBeforeTheWindowCloses() throws TimeoutException {
        open(true);
        desk.says("Venue: look at Setup → Venue");   // the clock of a test is not the hub's
        closeTheWindow();
        try (HubAdministration administration = new HubAdministration(login())) {
            desk.says("Return everything and close");
            assertThat(desk.stage().isShowing()).isTrue();
            desk.click("Return everything and close");
            desk.until("closed", () -> !desk.stage().isShowing());
            assertThat(administration.owned(desk.rig.conference().slug())).isEmpty();
        }
    }

    @Test
    void whoKeepsNothingIsNotAsked() throws TimeoutException {
        open(false);
        desk.says("Venue: look at Setup → Venue");   // the clock of a test is not the hub's
        closeTheWindow();
        assertThat(desk.stage().isShowing()).isFalse();
    }
}
