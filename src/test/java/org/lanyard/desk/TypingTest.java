package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

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
                query.end();   // a list without anybody leaves the focus here
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

    @Test
    void textThatWasMarkedIsBack() throws TimeoutException {
        desk.robot().interact(query::selectAll);
        desk.hesitantWand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(query.getText()).isEqualTo("ab");
    }

    @Test
    void aScanInTheMiddleOfAWordLeavesItWhole() throws TimeoutException {
        desk.robot().interact(() -> query.positionCaret(1));
        desk.hesitantWand("AAAA1111").sees("Checked in", "Ada Lovelace");
        assertThat(query.getText()).isEqualTo("ab");
    }
}
