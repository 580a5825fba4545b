package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.Entry;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** The laptop was dead: what was ticked on the paper list is taken in, name after name. */
@ExtendWith(ApplicationExtension.class)
class PaperMarksTest {

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private void mark(String name) throws TimeoutException {
        desk.type("query", name).until(name, () -> desk.at("people", ListView.class).getItems().size() == 1);
        desk.press(KeyCode.ENTER, "");
    }

    @Test
    void marksAreRecordedAtTheTimeOnThePaper() throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "ADA1,Ada Lovelace,Individual,O1,paid",
                "BOB1,Bob Müller,Individual,O2,pending");
        rig.pass(Duration.ofHours(2));
        desk = DeskRig.open(rig, Opening.STRAIGHT, each -> each.post(new Mode.CheckIn()));
        desk.click("Search").robot().interact(() -> desk.at("marks", ToggleButton.class).setSelected(true));
        desk.type("paperTime", "9:20");
        mark("Lovelace");
        desk.says("09:20 Ada Lovelace: Checked in");
        mark("Müller");
        desk.says("09:20 Bob Müller: Order not paid").type("paperTime", "late");
        mark("Lovelace");
        desk.says("\"late\" is not a time of day such as 03:00.");
        assertThat(desk.journal()).extracting(Entry::accessCode, Entry::at, Entry::note).last()
                .isEqualTo(tuple("ADA1", Rig.NINE.plus(Duration.ofMinutes(20)), "on paper"));
    }
}
