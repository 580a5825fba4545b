package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
import org.testfx.framework.junit5.ApplicationExtension;

/** The badges that wait, and those that somebody asks for by hand: in the journal, and for a group. */
@ExtendWith(ApplicationExtension.class)
class BadgeQueueTest {

    @TempDir Path folder;
    private FakeZebra zebra;
    private Rig rig;
    private DeskRig desk;

    @BeforeEach
    void printer() throws IOException {
        zebra = new FakeZebra();
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "ADA1,Ada Lovelace,Individual,FAM,paid",
                "BOB1,Bob Müller,Individual,FAM,paid");
        rig.station().printing().printers().set("Desk label", new PrinterAddress("zpl://127.0.0.1:" + zebra.port()));
        look(BuiltInTemplates.DEFAULT);
    }

    private void look(String template) {
        rig.station().printing().printers().set(rig.conference(), new BadgeUse("", template, Optional.of("Desk label")));
    }

    private DeskRig open(BadgeSettings.When when, Locale language) {
        rig.station().settings().set(BadgeSettings.WHEN, when).join();
        rig.station().printing().begin();
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, each -> each.post(new Mode.CheckIn()));
        return desk;
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        zebra.close();
    }

    private List<PrintState> states() {
        return rig.station().printing().jobs().all(rig.conference()).stream().map(PrintJob::state).toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<PrintJob> table() {
        return desk.at("badgeJobs", TableView.class);
    }

    private void clickPill() {
        Label pill = desk.at("health", Label.class);
        desk.robot().interact(() -> Event.fireEvent(pill, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, true, true, null)));
    }

    @Test
    void thePillLeadsToTheBadgesThatWaitAndBack() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.PAPER_OUT;
        open(BadgeSettings.When.FIRST, Locale.ENGLISH).wand("ADA1").sees("Checked in", "Ada Lovelace").wand("BOB1")
                .sees("Checked in", "Bob Müller").says("Desk label: no paper since 09:00. Put in a new roll.");
        clickPill();
        desk.says("Desk label, since 09:00: The printer has no paper. Put a new roll in: the badge is printed then.")
                .until("both badges", () -> table().getItems().size() == 2);
        desk.robot().interact(() -> table().getSelectionModel().select(1));
        assertThat(desk.button("Came out (F9)").isDisabled()).isTrue();
        desk.press(KeyCode.DELETE, "").until("Bob's is cancelled", () -> states().get(1) == PrintState.CANCELLED);
        zebra.mood = FakeZebra.Mood.READY;
        desk.until("Ada's", () -> states().getFirst() == PrintState.CONFIRMED)
                .says("No badge waits here, and none needs anybody.").press(KeyCode.ESCAPE, "")
                .sees("Checked in", "Bob Müller");
        assertThat(zebra.labels()).hasSize(1);
    }

    @Test
    void aBadgeThatMayHaveComeOutIsSettledByAKey() throws TimeoutException {
        zebra.mood = FakeZebra.Mood.DROPS_IN_THE_MIDDLE;
        open(BadgeSettings.When.FIRST, Locale.ENGLISH).wand("ADA1").says("Did the badge of Ada Lovelace come out?")
                .wand("BOB1").until("both", () -> states().equals(List.of(PrintState.UNKNOWN, PrintState.UNKNOWN)));
        desk.click("Setup").click("Badges").click("Badges that wait…")
                .until("both badges", () -> table().getItems().size() == 2);
        desk.press(KeyCode.F9, "").until("Ada's", () -> states().getFirst() == PrintState.CONFIRMED)
                .until("Bob's is left", () -> table().getItems().size() == 1);
        zebra.mood = FakeZebra.Mood.READY;
        desk.press(KeyCode.F10, "").until("Bob's again", () -> states().size() == 3
                && states().getLast() == PrintState.CONFIRMED);
        desk.press(KeyCode.ESCAPE, "").says("When a badge is printed");
    }

    @Test
    void aBadgeThatWasNotDrawnIsInThePillUntilItIsPrinted() throws TimeoutException {
        look("<svg xmlns='http://www.w3.org/2000/svg' width='90mm' height='50mm'><script/></svg>");
        open(BadgeSettings.When.FIRST, Locale.GERMAN).wand("ADA1").says("1 Schild wurde nicht gedruckt. Hier klicken.");
        clickPill();
        desk.says(
                "Eine Vorlage darf „script“ nicht enthalten. Entfernen Sie es aus der Zeichnung und versuchen Sie es noch einmal.");
        assertThat(Picture.take(desk.scene(), 1024, 640, "badge-queue-de-1024")).isEmpty();
        desk.click("Hell oder dunkel");
        assertThat(Picture.take(desk.scene(), 1366, 768, "badge-queue-de-dark-1366")).isEmpty();
        look(BuiltInTemplates.DEFAULT);
        desk.robot().interact(table()::requestFocus);   // a picture takes the focus away
        desk.press(KeyCode.F10, "").until("it is printed",
                () -> states().equals(List.of(PrintState.FAILED, PrintState.CONFIRMED)));
        desk.until("the pill is calm", () -> desk.texts().stream().noneMatch(text -> text.contains("nicht gedruckt")));
    }

    @Test
    void aGroupsBadgesArePrintedInTheOrderOfTheCard() throws TimeoutException {
        open(BadgeSettings.When.OFF, Locale.ENGLISH).wand("FAM").says("Enter: check in 2 of 2").click("Print 2 badges")
                .says("2 badges are being printed").until("both", () -> zebra.labels().size() == 2);
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::accessCode)
                .containsExactly("ADA1", "BOB1");
        desk.press(KeyCode.ENTER, "").sees("Checked in", "All 2 are in").click("Print 2 badges")
                .says("A badge was printed before").click("spoiled");
        desk.robot().interact(desk.button("Print again")::fire);
        desk.until("both again", () -> zebra.labels().size() == 4);
        assertThat(rig.station().printing().jobs().all(rig.conference())).extracting(PrintJob::reason).endsWith("spoiled",
                "spoiled");
        assertThat(Picture.take(desk.scene(), 1024, 640, "badge-group-1024")).isEmpty();
    }

    @Test
    void aRecordsPersonIsGivenABadge() throws TimeoutException {
        rig.checkIn("ADA1");
        open(BadgeSettings.When.OFF, Locale.ENGLISH).click("Journal").until("the record",
                () -> desk.at("table", TableView.class).getItems().size() == 1);
        JournalRecordTest.open(desk, 0);
        desk.click("Print the badge").says("1 badge is being printed").until("it", () -> zebra.labels().size() == 1);
        desk.click("Print the badge").says("A badge was printed before").click("did not come out");
        desk.robot().interact(desk.at("reason", javafx.scene.control.TextField.class).getParent().lookupAll(".primary")
                .stream().map(Button.class::cast).findFirst().orElseThrow()::fire);
        desk.until("the second", () -> zebra.labels().size() == 2);
        assertThat(Picture.take(desk.scene(), 1024, 640, "badge-record-1024")).isEmpty();
    }
}
