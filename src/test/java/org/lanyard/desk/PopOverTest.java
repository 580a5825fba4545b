package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** A pop-over is a window of its own: what is typed there is text, what a wand sends there is a scan. */
@ExtendWith(ApplicationExtension.class)
class PopOverTest {

    @TempDir Path folder;
    private DeskRig desk;
    private Keyboard keyboard;

    @BeforeEach
    void openTheReasonOfAVoid() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        keyboard = new Keyboard();
        keyboard.wand("AAAA1111");
        desk.sees("Checked in", "Ada Lovelace").strip("Void what was recorded for Ada Lovelace")
                .says("Why void this record?");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private TextField reason() {
        return List.copyOf(Window.getWindows()).stream().filter(window -> window != desk.stage())
                .map(window -> (TextField) window.getScene().getRoot().lookup(".text-field"))
                .filter(java.util.Objects::nonNull).findFirst().orElseThrow();
    }

    @Test
    void aReasonTypedByHandArrivesWholeAndEnterVoids() throws TimeoutException {
        keyboard.type("not ada");
        desk.until("the reason", () -> reason().getText().equals("not ada"));
        keyboard.press(KeyCode.ENTER);
        desk.until("the void", () -> "not ada".equals(desk.journal().getFirst().voidReason()));
    }

    /** What was typed stays, and voids the record that it was opened for, though another scan lies upon it by now. */
    @Test
    void theNextScanTakesNoReasonAwayAndChangesNoRecord() throws TimeoutException {
        keyboard.type("wrong");
        desk.until("the reason", () -> reason().getText().equals("wrong"));
        keyboard.wand("1CCC3333");
        desk.sees("Checked in", "Cyd Anna Schmidt");
        keyboard.wand("AAAA1111");
        desk.sees("Back again", "Ada Lovelace");
        assertThat(reason().getText()).isEqualTo("wrong");
        assertThat(desk.texts()).contains("Why void this record?", "Ada Lovelace");
        desk.pass(Duration.ofSeconds(1));   // nobody presses Enter in the instant in which a wand has ended
        keyboard.press(KeyCode.ENTER);
        desk.until("the void", () -> "wrong".equals(desk.journal().getLast().voidReason()));
        assertThat(desk.journal()).extracting(Entry::accessCode, Entry::voidReason).containsExactly(
                tuple("AAAA1111", null), tuple("1CCC3333", null), tuple("AAAA1111", "wrong"));
    }

    /** Two scans of one person are read out as two. */
    @Test
    void theButtonsOfTwoScansOfOnePersonHaveNamesOfTheirOwn() throws TimeoutException {
        keyboard.press(KeyCode.ESCAPE);
        desk.rig.pass(Duration.ofSeconds(1));
        keyboard.wand("AAAA1111");
        desk.sees("Back again", "Ada Lovelace");
        assertThat(desk.button("Look again at Ada Lovelace, 09:00:00")).isNotSameAs(
                desk.button("Look again at Ada Lovelace, 09:00:01"));
        assertThat(desk.button("Void what was recorded for Ada Lovelace, 09:00:00")).isNotSameAs(
                desk.button("Void what was recorded for Ada Lovelace, 09:00:01"));
    }

    /** Case 15: keys 1 to 9 are letters here, and hand nothing out to the person behind. */
    @Test
    void aDigitOfAReasonHandsNothingOut() throws TimeoutException {
        keyboard.type("2 1");
        desk.until("the reason", () -> reason().getText().equals("2 1"));
        assertThat(desk.recorded(RecordKind.REDEMPTION)).isZero();
    }

    /** Case 15: a scan while it is open is a scan, and presses nothing. */
    @Test
    void aScanPressesNothingHere() throws TimeoutException {
        keyboard.type("wrong");
        keyboard.wand("1CCC3333");
        desk.sees("Checked in", "Cyd Anna Schmidt");
        assertThat(desk.journal()).extracting(Entry::accessCode).containsExactly("1CCC3333", "AAAA1111");
        assertThat(desk.journal()).extracting(Entry::voidedAt).containsOnlyNulls();
    }
}
