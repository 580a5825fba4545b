package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.BadgeUse;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.PrintState;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.testfx.framework.junit5.ApplicationExtension;

/** Badges at the desk: printed at a check-in, asked about where nobody knows, never waited for. */
@ExtendWith(ApplicationExtension.class)
class BadgeDeskTest {

    @TempDir Path folder;
    private FakeZebra zebra;
    private Rig rig;
    private DeskRig desk;

    @BeforeEach
    void printer() throws IOException {
        zebra = new FakeZebra();
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada Lovelace,Individual,O1,lunch:2",
                "BOB1,Bob Müller,Individual,O2,", "EVE1,Eve Reed,Individual,20275501,",
                "FIN1,Finn Reed,Individual,20275501,");
        rig.station().printing().printers().set("Desk label", new PrinterAddress("zpl://127.0.0.1:" + zebra.port()));
        rig.station().printing().printers().set(rig.conference(),
                new BadgeUse("", BuiltInTemplates.DEFAULT, Optional.of("Desk label")));
    }

    private DeskRig open(BadgeSettings.When when) {
        rig.station().settings().set(BadgeSettings.WHEN, when).join();
        rig.station().printing().begin();
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
        return desk;
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        zebra.close();
    }

    private PrintState last() {
        return rig.station().printing().jobs().all(rig.conference()).getLast().state();
    }

    @Test
    void aBadgeThatMayNotHaveComeOutIsAskedAboutOnce() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
        open(BadgeSettings.When.FIRST).wand("ADA1").sees("Checked in", "Ada Lovelace")
                .says("Did the badge of Ada Lovelace come out?");
        zebra.mood = FakeZebra.Mood.READY;
        desk.press(KeyCode.F10, "").until("the second print", () -> last() == PrintState.CONFIRMED);
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::again, PrintJob::reason)
                .last().isEqualTo(org.assertj.core.api.Assertions.tuple(true, "did not come out"));
        desk.until("no question", () -> !desk.texts().contains("Did the badge of Ada Lovelace come out?"));
        assertThat(zebra.labels()).hasSize(1);
    }

    @Test
    void aQuestionTakesNoScanAndNoKeyOfTheCard() throws TimeoutException {
        open(BadgeSettings.When.ASK).wand("ADA1").says("Print the badge of Ada Lovelace?");
        desk.wand("BOB1").sees("Checked in", "Bob Müller");
        assertThat(desk.texts()).contains("Print the badge of Ada Lovelace?");
        desk.click("No (F10)").says("Print the badge of Bob Müller?").press(KeyCode.F9, "");
        desk.until("Bob's badge", () -> zebra.labels().size() == 1);
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::accessCode)
                .containsExactly("BOB1");
    }

    @Test
    void thePillNamesWhatThePrinterLacks() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.PAPER_OUT;
        open(BadgeSettings.When.FIRST).wand("ADA1").sees("Checked in", "Ada Lovelace")
                .says("Desk label: no paper since 09:00. Put in a new roll.");
        rig.pass(Duration.ofMinutes(3));
        rig.station().printing().printers().setLabels("Desk label", Optional.of(7));
        desk.says("Desk label: no paper since 09:00. Put in a new roll. (+1)");
        zebra.mood = FakeZebra.Mood.READY;
        desk.until("the badge", () -> zebra.labels().size() == 1);
    }

    @Test
    void aKioskSaysWhereTheBadgeIs() throws TimeoutException {
        rig.station().settings().set(BadgeSettings.PICK_UP, "to your left").join();
        kiosk(BadgeSettings.When.FIRST).wand("ADA1").says("Welcome! Your badge: to your left").until("it",
                () -> zebra.labels().size() == 1);
    }

    private DeskRig kiosk(BadgeSettings.When when) {
        rig.station().settings().set(BadgeSettings.WHEN, when).join();
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        rig.station().printing().begin();
        desk = DeskRig.open(rig, Opening.KIOSK, each -> each.post(new Mode.CheckIn()));
        return desk;
    }

    @Test
    void aKioskWhosePrinterFailsSendsPeopleToTheDeskAndIsThenOutOfOrderForAsLong() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.PAPER_OUT;
        kiosk(BadgeSettings.When.FIRST).wand("ADA1").says("Welcome! Please fetch your badge at the registration desk.");
        rig.pass(Duration.ofSeconds(31));
        desk.pass(Duration.ofSeconds(5)).says("This kiosk is out of order").wand("BOB1");
        assertThat(desk.texts()).contains("Please go to the registration desk");
        zebra.mood = FakeZebra.Mood.READY;
        desk.says("Hold your badge to the reader");
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::accessCode)
                .containsExactly("ADA1");
        desk.wand("BOB1").says("Welcome! Your badge is being printed.");
    }

    @Test
    void aFamilyIsToldWhereItsBadgesAreAlsoWhenThePrinterFailsAtTheSecond() throws TimeoutException {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        zebra.watcher = step -> {
            if (step == FakeZebra.Step.STATUS_ASKED) {
                seen.join();
            } else if (step == FakeZebra.Step.LABEL_COMPLETE) {
                zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
            }
        };
        kiosk(BadgeSettings.When.FIRST).wand("20275501").says("Who is coming in?").click("Check in 2")
                .says("Welcome! Your badge is being printed.");
        seen.complete(null);
        desk.says("Welcome! Please fetch your badge at the registration desk.");
        assertThat(desk.texts()).contains("Eve, Finn");
    }

    @Test
    void aKioskPromisesNoBadgeThatIsNotPrinted() throws TimeoutException {
        rig.station().printing().printers().remove("Desk label");
        kiosk(BadgeSettings.When.FIRST).wand("ADA1").says("Welcome!");
        desk.pass(Duration.ofSeconds(5)).says("Hold your badge to the reader");
        rig.station().printing().printers().set("Desk label", new PrinterAddress("zpl://127.0.0.1:" + zebra.port()));
        rig.station().settings().set(BadgeSettings.WHEN, BadgeSettings.When.ASK).join();
        desk.wand("BOB1").says("Welcome! Please fetch your badge at the registration desk.");
    }

    @Test
    void aSecondBadgeFromThePersonsCardNeedsAReason() throws TimeoutException {
        open(BadgeSettings.When.FIRST).wand("ADA1").sees("Checked in", "Ada Lovelace")
                .until("the first", () -> zebra.labels().size() == 1);
        desk.press(KeyCode.F8, "").says("Print the badge").press(KeyCode.B, "b").says("Printed before: 09:00, Desk label");
        desk.robot().interact(desk.at("submit", javafx.scene.control.Button.class)::fire);
        desk.says("A badge is printed again for a reason. Please give one.").type("reason", "coffee on it");
        desk.robot().interact(desk.at("submit", javafx.scene.control.Button.class)::fire);
        desk.says("The badge is being printed.").until("the second", () -> zebra.labels().size() == 2);
    }

    @Test
    void aQuestionThatSomebodyMayNotAnswerDoesNotHideTheNext() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
        rig.station().settings().set(BadgeSettings.REPRINT_ROLE, Role.LEAD).join();
        rig.station().venue().setRole("Val", Role.VOLUNTEER);
        rig.station().settings().set(BadgeSettings.WHEN, BadgeSettings.When.FIRST).join();
        rig.station().printing().begin();
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn(), "Desk", "Val"));
        desk.wand("ADA1").says("Did the badge of Ada Lovelace come out?").press(KeyCode.F10, "")
                .says("To print a badge again needs the role lead.");
        desk.wand("BOB1").says("Did the badge of Bob Müller come out?");
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::state)
                .containsOnly(PrintState.UNKNOWN);
    }
}
