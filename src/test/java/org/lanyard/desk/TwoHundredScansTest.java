package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.RecordKind;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** Case 13 to 16: two hundred badges at two milliseconds a key, whatever the window is busy with. */
@ExtendWith(ApplicationExtension.class)
class TwoHundredScansTest {

    private static final List<String> CODES = IntStream.range(0, 200)
            .mapToObj(i -> (i % 9 + 1) + "WXY" + (1000 + i)).toList();

    @TempDir Path folder;
    private DeskRig desk;
    private Keyboard keyboard;

    @BeforeEach
    void open() {
        Rig rig = Rig.in(folder);
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                IntStream.range(0, CODES.size()).mapToObj(i -> CODES.get(i) + ",Person Number" + i
                        + ",Individual,O" + (100 + i) + ",paid,lunch:2; tshirt-m"))
                .toArray(String[]::new));
        desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(new Mode.CheckIn()));
        keyboard = new Keyboard();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** None lost, none joined, the order kept, and nothing handed out, voided or refused on the way. */
    private void everyScanArrivedOnceInOrder() throws TimeoutException {
        desk.until("the last scan", () -> !desk.journal().isEmpty()
                && desk.journal().getFirst().accessCode().equals(CODES.getLast()));
        List<String> arrived = desk.journal().reversed().stream().map(entry -> entry.kind() == RecordKind.CHECK_IN
                ? entry.accessCode() : entry.detail() + " " + entry.payload()).toList();
        for (int i = 0; i < CODES.size(); i++) {
            assertThat(arrived.get(i)).as("scan " + i).isEqualTo(CODES.get(i));
        }
        assertThat(arrived).hasSameSizeAs(CODES);
        assertThat(desk.journal()).allSatisfy(entry -> assertThat(entry.voidedAt()).isNull());
        desk.sees("Checked in", "Person Number199");
    }

    @Test
    void withTheSearchFieldFocused() throws TimeoutException {
        keyboard.press(KeyCode.F3);
        desk.hand("ab");
        for (String code : CODES) {
            keyboard.post(KeyCode.F3);
            keyboard.wand(code);
        }
        everyScanArrivedOnceInOrder();
        assertThat(((TextField) desk.scene().lookup("#query")).getText()).isEqualTo("ab");
    }

    @Test
    void withThePopOverOfAVoidOpen() throws TimeoutException {
        keyboard.wand(CODES.getFirst());
        desk.sees("Checked in", "Person Number0").strip("Void what was recorded for Person Number0")
                .says("Why void this record?");
        CODES.stream().skip(1).forEach(keyboard::wand);
        everyScanArrivedOnceInOrder();
    }

    @Test
    void withTheJournalScrolling() throws TimeoutException {
        ToggleButton journal = (ToggleButton) desk.scene().lookup("#journalTab");
        for (int i = 0; i < CODES.size(); i++) {
            int row = i;
            Platform.runLater(() -> {
                journal.fire();
                TableView<?> table = (TableView<?>) desk.scene().lookup("#table");
                table.requestFocus();
                table.scrollTo(row % Math.max(1, table.getItems().size()));
            });
            keyboard.wand(CODES.get(i));
        }
        everyScanArrivedOnceInOrder();
    }
}
