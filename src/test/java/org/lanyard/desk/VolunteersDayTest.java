package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** From the morning's first scan to what went wrong and was put right. */
@ExtendWith(ApplicationExtension.class)
class VolunteersDayTest {

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void R12_EscapeSendsAwayAndChecksNobodyIn() throws TimeoutException {
        desk.wand("DDDD4444").sees("Look before you let in", "Dee Wu");
        assertThat(desk.text(".sentence")).isEqualTo("Hand over the green lanyard");
        desk.press(KeyCode.ESCAPE, "").until("idle", () -> desk.text(".title").equals("Scan a badge"));
        desk.until("the refusal", () -> desk.recorded(RecordKind.REFUSAL) == 1);
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
        assertThat(desk.journal()).extracting(Entry::accessCode, Entry::detail)
                .containsExactly(tuple("DDDD4444", "needs_attention"));
    }

    @Test
    void R24_aScanOfTheWrongPersonIsVoidedFromTheStripWithAReason() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.strip("Void what was recorded for Ada Lovelace").says("Why void this record?");
        desk.click("Wrong person").click("Void").sees("Found by search", "Ada Lovelace");
        assertThat(desk.text(".sentence")).isEqualTo("Not checked in yet.");
        assertThat(desk.texts()).contains("09:00 · Voided").doesNotContain("Why void this record?");
        assertThat(desk.journal()).extracting(Entry::accessCode, Entry::voidReason)
                .containsExactly(tuple("AAAA1111", "Wrong person"));
    }

    @Test
    void R24_aVoidedHandOutCanBeHandedOutAgainAtOnce() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.press(KeyCode.DIGIT2, "2").sees("Handed out", "Ada Lovelace");
        assertThat(desk.texts()).contains("1 of 1");
        desk.strip("Void what was recorded for Ada Lovelace").click("By mistake").click("Void").says("0 of 1");
        desk.press(KeyCode.DIGIT2, "2").sees("Handed out", "Ada Lovelace");
        assertThat(desk.journal()).filteredOn(entry -> entry.kind() == RecordKind.REDEMPTION && entry.voidedAt() == null)
                .hasSize(1);
    }

    @Test
    void nothingIsVoidedWithoutAReason() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.strip("Void what was recorded for Ada Lovelace").says("Why void this record?");
        assertThat(desk.button("Void").isDisabled()).isTrue();
        assertThat(desk.journal()).extracting(Entry::voidedAt).containsOnlyNulls();
    }

    @Test
    void R24_aRecordIsVoidedFromTheJournal() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace").click("Journal").says("Entries: 1");
        JournalRecordTest.open(desk, 0);
        desk.says("Journal number").click("Void").says("Why void this record?").click("Scanned twice").click("Void");
        desk.until("the void", () -> "Scanned twice".equals(desk.journal().getFirst().voidReason()));
        desk.click("Scan").wand("AAAA1111").sees("Checked in", "Ada Lovelace");
    }

    /** In a busy hall something is recorded every second. */
    @Test
    void R24_theReasonOfAVoidStaysOpenWhileOthersScan() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace").click("Journal").says("Entries: 1");
        JournalRecordTest.open(desk, 0);
        desk.says("Journal number").click("Void").says("Why void this record?");
        desk.rig.checkIn("1CCC3333");
        desk.until("the other check-in", () -> desk.journal().size() == 2).click("Scanned twice").click("Void");
        desk.until("the void", () -> "Scanned twice".equals(desk.journal().getLast().voidReason()));
        assertThat(desk.journal().getFirst().voidedAt()).isNull();
    }

    @Test
    void oneMayLookAgainAtAnybodyOfTheLastScans() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace").wand("1CCC3333").sees("Checked in", "Cyd Anna Schmidt");
        desk.strip("Look again at Ada Lovelace").sees("Found by search", "Ada Lovelace");
        assertThat(desk.text(".sentence")).isEqualTo("Checked in before, 1 in all.");
        assertThat(desk.texts()).contains("lunch", "0 of 2");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(2);
    }

    /** Case 19: a code that begins with 1, from a wand, while somebody's items stand there with that key. */
    @Test
    void aWandsCodeThatBeginsWithAKeyOfTheItemsHandsNothingOut() throws TimeoutException {
        Keyboard keyboard = new Keyboard();
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        keyboard.wand("1CCC3333");
        desk.sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isZero();
    }

    @Test
    void R6_aLookAlikeIsOfferedByNameAndTakenOnlyByItsButton() throws TimeoutException {
        desk.type("code", "AAAAI111");
        desk.robot().interact(() -> ((javafx.scene.control.TextField) desk.scene().lookup("#code")).fireEvent(
                new javafx.event.ActionEvent()));
        desk.says("Yes, this is Ada Lovelace");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
        desk.click("Yes, this is Ada Lovelace").sees("Checked in", "Ada Lovelace");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
    }

    /** A wand does not misread: what it read is another code, and nobody is offered. */
    @Test
    void R6_aLookAlikeOfAWandsCodeIsNotOfferedByAButton() throws TimeoutException {
        desk.wand("AAAAI111").sees("", "Unknown code");
        assertThat(desk.texts()).doesNotContain("Yes, this is Ada Lovelace");
    }

    @Test
    void anUnknownCodeShowsTheCodeAndNobodysItems() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace").wand("NOBODY99").sees("", "Unknown code");
        assertThat(desk.texts()).contains("NOBODY99").doesNotContain("lunch", "Hand out");
        assertThat(desk.journal().getFirst().detail()).isEqualTo("unknown_code");
    }
}
