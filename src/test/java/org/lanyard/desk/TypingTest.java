package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What stood in a field stands there again after a scan, also where the scan's first keys looked like typing. */
@ExtendWith(ApplicationExtension.class)
class TypingTest {

    @TempDir Path folder;
    private DeskRig desk;
    private Keyboard keyboard;
    private TextField query;

    @BeforeEach
    void typeInTheSearch() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        keyboard = new Keyboard();
        keyboard.press(KeyCode.F3);
        keyboard.type("ab");
        query = (TextField) desk.scene().lookup("#query");
        desk.until("the text", () -> query.getText().equals("ab"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** Somebody looks through who was found, then goes on typing: the letters go on where they were. */
    @Test
    void typingGoesToTheSearchWhereverTheFocusIs() throws TimeoutException {
        for (String elsewhere : new String[] {"#people", "#searchTab", "#root"}) {
            desk.robot().interact(() -> {
                desk.scene().lookup(elsewhere).requestFocus();
                query.setText("ab");
            });
            keyboard.type("cd");
            desk.until("the text", () -> query.getText().equals("abcd"));
            assertThat(query.isFocused()).isTrue();
        }
    }

    @Test
    void aScanIsNoTypingWhereverTheFocusIs() throws TimeoutException {
        desk.robot().interact(() -> desk.scene().lookup("#people").requestFocus());
        keyboard.wand("AAAA1111");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(query.getText()).isEqualTo("ab");
    }

    /** A first key that comes alone for long enough to be a person's, then the rest at a wand's pace. */
    private void hesitantWand(String code) throws TimeoutException {
        pass(500);
        keyboard.post(code.substring(0, 1));
        pass(100);
        keyboard.wand(code.substring(1));
    }

    private static void pass(long milliseconds) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> System.nanoTime() > end);
    }

    @Test
    void textThatWasMarkedIsBack() throws TimeoutException {
        desk.robot().interact(query::selectAll);
        hesitantWand("AAAA1111");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(query.getText()).isEqualTo("ab");
    }

    @Test
    void aScanInTheMiddleOfAWordLeavesItWhole() throws TimeoutException {
        desk.robot().interact(() -> query.positionCaret(1));
        hesitantWand("AAAA1111");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(query.getText()).isEqualTo("ab");
    }
}
