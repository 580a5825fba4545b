package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a volunteer does all day, in a real window. */
@ExtendWith(ApplicationExtension.class)
class DeskTest {

    @TempDir static Path folders;
    private static int folder;
    private DeskRig desk;

    @Start
    void start(Stage stage) {
        desk = new DeskRig(folders.resolve("desk" + folder++), stage);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void R26_aWandsScanIsShownOnceItIsRecorded() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
    }

    /** Case 13: the wand is faster than the answer. */
    @Test
    void R8_scansThatFollowEachOtherAtOnceAreNeverJoined() throws TimeoutException {
        desk.wand("AAAA1111").wand("BBBB2222").wand("1CCC3333").sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.rig.station().journal().latest(desk.rig.conference(), 10)).extracting(Entry::accessCode)
                .containsExactly("1CCC3333", "BBBB2222", "AAAA1111");
    }

    /** Case 14: typing in the search field is no scan, and nothing of it is swallowed. */
    @Test
    void aNameTypedInSearchStaysText() throws TimeoutException {
        desk.press(KeyCode.F3, "").hand("an sc");
        TextField query = (TextField) desk.scene().lookup("#query");
        assertThat(query.getText()).isEqualTo("an sc");
        assertThat(desk.recorded(RecordKind.REFUSAL)).isZero();
    }

    /** Wherever the focus is, a scan goes to the scan pipeline and leaves no letter behind. */
    @Test
    void aScanWhileTheSearchFieldHasTheFocusLeavesItsTextAlone() throws TimeoutException {
        desk.press(KeyCode.F3, "").hand("an");
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(((TextField) desk.scene().lookup("#query")).getText()).isEqualTo("an");
    }

    /** Case 16: a wand that ends with nothing. */
    @Test
    void aWandWithoutAnEndingIsUnderstoodAfterAPause() throws TimeoutException {
        desk.wandWithoutEnd("AAAA1111").sees("Checked in", "Ada Lovelace");
    }

    /** Case 19: a code that begins with 1, scanned while the last person's items are shown. */
    @Test
    void aCodeThatBeginsWithADigitHandsNothingOut() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.wand("1CCC3333").sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isZero();
    }

    @Test
    void R22_aNumberKeyPressedAloneHandsOutThatItem() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.press(KeyCode.DIGIT2, "2").sees("Handed out", "Ada Lovelace");
        assertThat(desk.text(".sentence")).isEqualTo("tshirt-m: 1 of 1.");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isEqualTo(1);
    }

    /** Case 19 and 20: after a refusal nothing of the person before is left to press. */
    @Test
    void afterAStopNobodysItemsAreShown() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.wand("BBBB2222").sees("Order not paid", "Bob Müller");
        assertThat(desk.scene().getRoot().lookupAll(".hand-out")).isEmpty();
        desk.press(KeyCode.DIGIT1, "1");
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isZero();
    }

    @Test
    void R12_theEnterThatEndsAScanAcknowledgesNothing() throws TimeoutException {
        desk.wand("DDDD4444").sees("Look before you let in", "Dee Wu");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isZero();
        desk.press(KeyCode.ENTER, "\r").sees("Checked in", "Dee Wu");
        assertThat(desk.recorded(RecordKind.CHECK_IN)).isEqualTo(1);
    }

    @Test
    void R12_theNextScanSendsAWaitingPersonAway() throws TimeoutException {
        desk.wand("DDDD4444").sees("Look before you let in", "Dee Wu");
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        desk.rig.station().ledger().writeNow(_ -> null);
        assertThat(desk.rig.station().journal().latest(desk.rig.conference(), 10))
                .filteredOn(entry -> entry.kind() == RecordKind.REFUSAL)
                .extracting(Entry::accessCode, Entry::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DDDD4444", "needs_attention"));
    }

    @Test
    void everyButtonOfAnItemSaysWhatItHandsOut() throws TimeoutException {
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(desk.scene().getRoot().lookupAll(".hand-out")).isNotEmpty().allSatisfy(
                button -> assertThat(((Button) button).getAccessibleText()).startsWith("Hand out one "));
    }
}
