package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.journal.Entry;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** The page of one journal record. */
@ExtendWith(ApplicationExtension.class)
class JournalRecordTest {

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> {
            rig.checkIn("AAAA1111");
            rig.redeem("lunch", "AAAA1111");
            rig.checkIn("NOBODY99");
            rig.checkIn("1CCC3333");
            return rig.post(new Mode.CheckIn());
        });
        desk.click("Journal").until("four entries", () -> read(desk, 3) && read(desk, 0));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @SuppressWarnings("unchecked")
    private List<Entry> entries() {
        return ((TableView<Entry>) desk.scene().lookup("#table")).getItems();
    }

    /** Opens the record that is selected, by Enter. */
    static void open(DeskRig desk) throws TimeoutException {
        TableView<?> table = desk.at("table", TableView.class);
        desk.robot().interact(table::requestFocus);
        desk.press(KeyCode.ENTER, "\r");
    }

    static void open(DeskRig desk, int row) throws TimeoutException {
        TableView<?> table = desk.at("table", TableView.class);
        desk.until("row " + row, () -> read(desk, row));
        desk.robot().interact(() -> table.getSelectionModel().select(row));
        open(desk);
        desk.until("the record",
                () -> DeskRig.visible(desk.scene().getRoot()).anyMatch(node -> "facts".equals(node.getId())));
    }

    /** Asks for a row, which the table reads when it is asked for. */
    private static boolean read(DeskRig desk, int row) {
        boolean[] read = new boolean[1];
        desk.robot().interact(() -> {
            List<?> rows = ((TableView<?>) desk.scene().lookup("#table")).getItems();
            read[0] = rows.size() > row && rows.get(row) != null;
        });
        return read[0];
    }

    private void open(int row) throws TimeoutException {
        open(desk, row);
    }

    @Test
    void aRecordShowsItsFactsAndItsPerson() throws TimeoutException {
        open(2);
        desk.says("Journal number").says("Ada Lovelace").says("AAAA1111").says("O1: paid");
        assertThat(desk.texts()).contains("Handed out: lunch", entries().get(2).id().toString());
    }

    @Test
    void R30_fromARecordThePreviousAndTheNextOfItsKindAreReached() throws TimeoutException {
        open(0);
        desk.says("Cyd Anna Schmidt");
        assertThat(desk.button("Next of its kind").isDisabled()).isTrue();
        desk.click("Previous of its kind").says("Ada Lovelace");
        assertThat(desk.texts()).contains("Check-in").doesNotContain("Handed out: lunch");
        assertThat(desk.button("Previous of its kind").isDisabled()).isTrue();
        desk.click("Next of its kind").says("Cyd Anna Schmidt");
    }

    @Test
    void aRefusalShowsWhatWasScannedAndCannotBeVoided() throws TimeoutException {
        open(1);
        desk.says("Scanned text").says("NOBODY99").says("Refused: Unknown code");
        assertThat(desk.texts()).doesNotContain("Void", "Person");
    }

    @Test
    void aVoidedRecordSaysWhoVoidedItAndWhy() throws TimeoutException {
        open(0);
        desk.says("Journal number").click("Void").click("Wrong person");
        desk.robot().interact(() -> desk.robot().lookup(".void-prompt .primary").queryButton().fire());
        desk.says("Voided").says("Wrong person");
        assertThat(desk.journal().getFirst().voidReason()).isEqualTo("Wrong person");
        desk.click("Back to the list").says("Entries: 4");
    }

    @Test
    void thePersonOfARecordIsShownOnTheScanScreen() throws TimeoutException {
        open(0);
        desk.says("Journal number").click("Show on the scan screen").sees("Found by search", "Cyd Anna Schmidt");
    }
}
