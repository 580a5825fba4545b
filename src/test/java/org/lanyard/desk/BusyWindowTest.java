package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.TextField;
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

/** A window that is busy for half a second handles a wand's keys late; they are a wand's all the same. */
@ExtendWith(ApplicationExtension.class)
class BusyWindowTest {

    @TempDir Path folder;
    private DeskRig desk;
    private Keyboard keyboard;

    @BeforeEach
    void open() {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        keyboard = new Keyboard();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** As a collection of garbage or a large lay-out holds it up. */
    private static void busy() {
        Platform.runLater(() -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        });
    }

    @Test
    void aCodeIsNotTornInTwo() throws TimeoutException {
        keyboard.post("AAA");
        busy();
        keyboard.post("A1111\n");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(desk.journal()).extracting(Entry::accessCode).containsExactly("AAAA1111");
    }

    @Test
    void R12_theEnterOfAScanAcknowledgesNothing() throws TimeoutException {
        keyboard.wand("DDDD4444");
        desk.sees("Look before you let in", "Dee Wu");
        keyboard.post("AAAA1111");
        busy();
        keyboard.post("\n");
        desk.sees("Checked in", "Ada Lovelace").press(KeyCode.F2, "");
        assertThat(desk.journal()).filteredOn(entry -> entry.kind() == RecordKind.CHECK_IN)
                .extracting(Entry::accessCode).containsExactly("AAAA1111");
    }

    @Test
    void theEnterOfAScanChoosesNobodyInTheSearch() throws TimeoutException {
        keyboard.press(KeyCode.F3);
        desk.hand("bob").says("Bob Müller");
        keyboard.post("AAAA1111");
        busy();
        keyboard.post("\n");
        desk.sees("Checked in", "Ada Lovelace");
        assertThat(((TextField) desk.scene().lookup("#query")).getText()).isEqualTo("bob");
    }
}
