package org.lanyard.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.TestServer;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.testfx.framework.junit5.ApplicationExtension;

/** One unit that two stations handed out, which could not know of each other: listed for everybody, in words and with names. */
@ExtendWith(ApplicationExtension.class)
class ConflictsTest {

    @TempDir Path folder;
    private final HubLogin hub = TestServer.freshHub();
    private Rig one;
    private Rig two;
    private DeskRig desk;

    private Rig station(String name) {
        Rig rig = Rig.in(folder.resolve(name));
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items", "BOB1,Bob Ross,Individual,O2,paid,lunch");
        rig.station().hub().setName(name);
        join(name);
        return rig;
    }

    private void join(String name) {
        new KeptLogin(folder.resolve(name)).save(hub);
    }

    private void cutOff(String name) {
        HubAddress at = hub.address();
        new KeptLogin(folder.resolve(name)).save(new HubLogin(new HubAddress(at.user(), at.host(), 1, at.database()),
                Optional.empty(), hub.password()));
    }

    private static void handOut(Rig rig, String name) {
        rig.station().gate().decide(rig.post(new Mode.Redeem(rig.product("lunch")), name, "sam"), rig.scan("BOB1")).join();
    }

    /** Lunch 1 keeps its part, and is taken over while it is cut off and goes on. */
    private void bothHandOut() {
        one = station("Lunch 1");
        two = station("Lunch 2");
        one.station().hub().syncNow();
        two.station().hub().syncNow();
        try (HubAdministration lead = new HubAdministration(new KeptLogin(folder.resolve("Lunch 2")))) {
            lead.share("conf", "lunch", List.of("Lunch 1"));
            one.station().hub().syncNow();
            cutOff("Lunch 1");
            lead.takeOver(lead.station("Lunch 1"), "lea", "fell into the river");
        }
        handOut(two, "Lunch 2");
        handOut(one, "Lunch 1");
        join("Lunch 1");
        one.station().hub().syncNow();
    }

    @AfterEach
    void close() {
        desk.close();
        one.close();
    }

    @Test
    void whoeverLooksIsToldOfAUnitThatTwoStationsHandedOut() throws TimeoutException {
        bothHandOut();
        for (Role role : Role.values()) {
            two.station().venue().setRole("sam", role);
            desk = DeskRig.open(two, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn(), "Lunch 2", "sam"));
            desk.click("Setup");
            SetupHands.page(desk, "Venue").says("Conflicts")
                    .says("Handed out beyond the quantity, by stations that could not know of each other.");
            Stream.of("Bob Ross (BOB1)", "recorded at Lunch 1").forEach(this::said);
            desk.robot().interact(desk.stage()::hide);
        }
    }

    private void said(String words) {
        try {
            desk.until(words, () -> desk.texts().stream().anyMatch(text -> text.contains(words)));
        } catch (TimeoutException never) {
            throw new AssertionError(desk.texts().toString(), never);
        }
    }
}
