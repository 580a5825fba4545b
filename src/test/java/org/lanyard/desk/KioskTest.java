package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.LanyardProcess;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;
import org.testfx.framework.junit5.ApplicationExtension;

/** An attendee alone with a kiosk: it tells them little, and only its PIN leaves it. */
@ExtendWith(ApplicationExtension.class)
class KioskTest {

    /** A kiosk has then forgotten whoever was there. */
    private static final Duration NEXT_PERSON = Duration.ofSeconds(5);

    private static final String IDLE = "Hold your badge to the reader";
    private static final String DESK = "Please go to the registration desk";

    @TempDir Path folder;
    private DeskRig desk;
    private Keyboard keyboard;

    @BeforeEach
    void open() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.KIOSK, rig -> {
            rig.csv("access_code,name,email,ticket_type,order_reference,order_status,attention",
                    "AAAA1111,Ada Lovelace,ada@example.org,Individual,O1,paid,",
                    "BBBB2222,Bob Müller,bob@example.org,Individual,O2,pending,",
                    "1CCC3333,Cyd,cyd@example.org,Individual,O3,paid,",
                    "DDDD4444,Dee Wu,dee@example.org,Speaker,O4,paid,Hand over the green lanyard",
                    "EEEE5555,Eve Reed,eve@example.org,Individual,20275501,paid,",
                    "FFFF6666,Finn Reed,finn@example.org,Individual,20275501,paid,",
                    "GGGG7777,Gus Reed,gus@example.org,Individual,20275501,paid,ID check",
                    "HHHH8888,Hal Reed,hal@example.org,Individual,20275501,paid,");
            rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
            return rig.post(new Mode.CheckIn());
        });
        keyboard = new Keyboard();
        desk.says(IDLE);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void stillAKiosk() {
        assertThat(desk.texts()).contains(IDLE).doesNotContain("Setup");
        assertThat(desk.stage().isShowing()).isTrue();
        assertThat(desk.stage().isFullScreen()).isTrue();
    }

    @Test
    void noKeyLeavesIt() {
        stillAKiosk();
        for (KeyCode key : List.of(KeyCode.ESCAPE, KeyCode.F11, KeyCode.F3, KeyCode.F2, KeyCode.F10)) {
            keyboard.press(key);
        }
        keyboard.press(KeyCode.CONTROL, KeyCode.W);
        keyboard.press(KeyCode.CONTROL, KeyCode.Q);
        keyboard.press(KeyCode.ALT, KeyCode.F4);
        stillAKiosk();
    }

    /** What Alt+F4 and a window's cross come to. */
    @Test
    void aRequestToCloseDoesNotCloseIt() {
        desk.robot().interact(() -> {
            WindowEvent request = new WindowEvent(desk.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            javafx.event.Event.fireEvent(desk.stage(), request);
            desk.stage().getOnCloseRequest().handle(request);
            assertThat(request.isConsumed()).isTrue();
        });
        stillAKiosk();
    }

    @Test
    void aWrongPinIsAnsweredAndTheRightOneLeaves() throws TimeoutException {
        desk.click("Leave this screen").pin("1111").says("That is not the PIN.");
        desk.pin("2468").says("Setup");
        assertThat(desk.texts()).doesNotContain(IDLE);
    }

    @Test
    void whoeverAskedToLeaveMayStay() throws TimeoutException {
        desk.click("Leave this screen").click("Stay here");
        keyboard.press(KeyCode.ESCAPE);
        stillAKiosk();
        assertThat(desk.texts()).doesNotContain("Stay here");
    }

    /** Case 58: a PIN typed fast stood in clear in the refusals. */
    @Test
    void whereThePinIsAskedForNothingIsAScanAndNothingIsKept() throws TimeoutException {
        desk.click("Leave this screen");
        keyboard.wand("AAAA1111");
        desk.says("That was a scan, not a PIN. It does not count.");
        assertThat(desk.journal()).isEmpty();
        assertThat(desk.texts()).doesNotContain("Ada L.");
    }

    /** Case 60: badges held to the wand of a kiosk that asks for its PIN locked it. */
    @Test
    void aScanIsNoWrongPin() throws TimeoutException {
        desk.click("Leave this screen");
        for (int i = 0; i < 12; i++) {
            keyboard.wand("12345678");
        }
        desk.says("That was a scan, not a PIN. It does not count.");
        desk.pin("2468").says("Setup");
    }

    /** Case 60: anybody can lock the kiosk's PIN. */
    @Test
    void anAdministratorLeavesItWhileItsPinIsLocked() throws TimeoutException {
        StaffMember boss = desk.rig.station().venue().setRole("Boss", Role.ADMINISTRATOR);
        desk.rig.station().pins().set(new Pins.Owner.Staff(boss), "975310");
        desk.rig.station().venue().setRole("Vera", Role.VOLUNTEER);
        for (int i = 0; i < 6; i++) {
            desk.rig.station().pins().check(new Pins.Owner.Kiosk(), "0000");
        }
        desk.click("Leave this screen").pin("2468").until("locked", () -> desk.texts().stream()
                .anyMatch(text -> text.startsWith("Too many wrong PINs.")));
        desk.click("Leave as an administrator").says("Boss");
        assertThat(desk.texts()).doesNotContain("Vera");
        desk.click("Boss").says("PIN of Boss").pin("1111").says("That is not the PIN.");
        desk.pin("975310").says("Setup");
        assertThat(desk.texts()).doesNotContain(IDLE);
    }

    @Test
    void itShowsAFirstNameAndAnInitialOnly() throws TimeoutException {
        keyboard.wand("AAAA1111");
        desk.says("Ada L.").says("Welcome!");
        assertThat(String.join(" ", desk.texts())).doesNotContain("Lovelace", "example.org", "AAAA1111");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
        desk.pass(NEXT_PERSON).says(IDLE);
        keyboard.wand("1CCC3333");
        desk.says("Cyd");
    }

    @Test
    void R12_anAttentionNoteIsTheDesksAndNobodysElse() throws TimeoutException {
        keyboard.wand("DDDD4444");
        desk.says(DESK);
        assertThat(String.join(" ", desk.texts())).doesNotContain("green lanyard", "Dee", "Wu");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
    }

    @Test
    void R36_aFamilyComesInByItsOrderCodeAndFirstNames() throws TimeoutException {
        keyboard.wand("20275501");
        desk.says("Who is coming in?").says("Check in 3");
        assertThat(String.join(" ", desk.texts())).contains("Eve", "Finn", "Hal").doesNotContain("Reed", "Gus", "ID check",
                "20275501", "example.org", "5555");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
        desk.click("Hal").says("Check in 2").click("Check in 2").says("Eve, Finn")
                .says("Welcome! At the registration desk, please: Gus");
        assertThat(desk.journal()).extracting(Entry::accessCode).containsExactlyInAnyOrder("EEEE5555", "FFFF6666");
        desk.pass(NEXT_PERSON).says(IDLE);
    }

    @Test
    void R36_aPersonsOwnCodeShowsNobodyElseOfTheOrder() throws TimeoutException {
        keyboard.wand("EEEE5555");
        desk.says("Eve R.");
        assertThat(String.join(" ", desk.texts())).doesNotContain("Finn", "Gus", "Hal");
    }

    @Test
    void R36_theNextScanTakesAFamilysPlace() throws TimeoutException {
        keyboard.wand("20275501");
        desk.says("Who is coming in?");
        keyboard.wand("1CCC3333");
        desk.says("Cyd");
        assertThat(String.join(" ", desk.texts())).doesNotContain("Eve", "Check in");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
    }

    @Test
    void everyStopSaysTheWayToTheDeskAndNotWhy() throws TimeoutException {
        for (String stopped : List.of("BBBB2222", "NOBODY99")) {
            keyboard.wand(stopped);
            desk.says(DESK).says("Somebody will help you there.");
            assertThat(String.join(" ", desk.texts())).doesNotContain("Bob", "paid", "pending", "Unknown", stopped);
            desk.pass(NEXT_PERSON).says(IDLE);
        }
    }

    @Test
    void theNextPersonBeginsInTheUsualLanguage() throws TimeoutException {
        desk.click("Deutsch").until("German", () -> !desk.texts().contains(IDLE));
        keyboard.wand("AAAA1111");
        desk.says("Ada L.");
        assertThat(desk.texts()).doesNotContain("Welcome!");
        desk.pass(NEXT_PERSON).says(IDLE);
        keyboard.wand("1CCC3333");
        desk.says("Welcome!");
    }

    @Test
    void withoutAPinItDoesNotOpenAndSaysSo() {
        LanyardProcess.Outcome refused = LanyardProcess.run(folder.resolve("other"), List.of(), "--kiosk");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).containsExactly("A kiosk does not open before its PIN is set, in the desk's setup.");
    }
}
