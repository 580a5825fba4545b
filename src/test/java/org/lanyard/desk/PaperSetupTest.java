package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.gate.PaperList;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.testfx.framework.junit5.ApplicationExtension;

/** Setup → Lists and till (R37). */
@ExtendWith(ApplicationExtension.class)
class PaperSetupTest {

    @TempDir Path folder;
    private DeskRig desk;

    private DeskRig open(Locale language) {
        Rig rig = Rig.in(folder);
        rig.csv(DeskRig.ROSTER);
        pay(rig, "AAAA1111", new Correction.Paid(4950, Correction.Means.CARD));
        rig.pass(Duration.ofHours(1));
        pay(rig, "BBBB2222", new Correction.Paid(2000, Correction.Means.CASH));
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, each -> each.post(new Mode.CheckIn()));
        Words words = new Words(language);
        return desk.click(words.say("rail.setup")).click(words.say("setup.paper"));
    }

    private static void pay(Rig rig, String code, Correction.Paid paid) {
        Person person = rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
        rig.station().corrections().correct(rig.post(new Mode.CheckIn()), person.id(), List.of(paid), "at the desk");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void R37_whatWasTakenInIsTotalledBetweenTwoTimes() throws TimeoutException {
        open(Locale.ENGLISH).says("€69.50").says("€49.50").says("Card");
        desk.type("to", "2027-05-14 09:30").click("Show").until("one payment", () -> !desk.texts().contains("€69.50"));
        assertThat(desk.texts()).contains("€49.50").doesNotContain("€20.00");
        desk.type("to", "noon").click("Show").says("\"noon\" is no time. Write it like 2027-05-14 09:00.");
    }

    @Test
    void aDesksLettersStayInOrder() {
        open(Locale.ENGLISH);
        desk.robot().interact(() -> {
            combo("first").setValue('M');
            combo("last").setValue('K');
        });
        assertThat(combo("first").getValue()).isEqualTo('K');
        desk.robot().interact(() -> combo("kind").setValue(PaperList.People.INSIDE));
        assertThat(combo("first").isDisabled()).as("letters of those who are inside").isTrue();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> combo(String id) {
        return desk.at(id, ComboBox.class);
    }

    @Test
    void thePageFits() throws TimeoutException {
        open(Locale.GERMAN).says("Summe");
        assertThat(Picture.take(desk.scene(), 1024, 640, "paper-de-1024")).isEmpty();
        assertThat(Picture.take(desk.scene(), 1366, 900, "paper-de-1366")).isEmpty();
    }
}
