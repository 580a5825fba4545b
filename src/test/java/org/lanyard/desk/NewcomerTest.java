package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.roster.Correction;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.testfx.framework.junit5.ApplicationExtension;

/** Setup → People: somebody stands at the desk who is not on the list (R31, R37). */
@ExtendWith(ApplicationExtension.class)
class NewcomerTest {

    @TempDir Path folder;
    private DeskRig desk;

    private DeskRig open(Locale language) throws TimeoutException {
        Rig rig = Rig.in(folder);
        rig.csv(DeskRig.ROSTER);
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, each -> each.post(new Mode.CheckIn()));
        Words words = new Words(language);
        desk.click(words.say("rail.setup")).click(words.say("setup.people"));
        return desk.until("the tickets", () -> !desk.at("ticket", ComboBox.class).getItems().isEmpty());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String text(String id) {
        return desk.at(id, TextField.class).getText();
    }

    private void chooseTicket() {
        desk.robot().interact(() -> desk.at("ticket", ComboBox.class).getSelectionModel().selectFirst());
    }

    @Test
    void oneButtonAddsChecksInAndClearsEveryField() throws TimeoutException {
        open(Locale.ENGLISH).click("Scan the blank badge").says("Scan the blank badge now…").wand("BLANK007")
                .until("the badge's code", () -> text("code").equals("BLANK007"));
        assertThat(desk.journal()).as("nobody was looked up").isEmpty();
        chooseTicket();
        desk.type("name", "Nina Neu").type("email", "nina@example.org").type("amount", "49,50").type("reason", "walk-in");
        int card = desk.at("means", ComboBox.class).getItems().indexOf(Correction.Means.CARD);
        desk.robot().interact(() -> desk.at("means", ComboBox.class).getSelectionModel().select(card));
        desk.click("Add and check in").sees("Checked in", "Nina Neu");
        var takings = desk.rig.station().till().takings(desk.rig.conference(), Optional.empty(), Optional.empty());
        assertThat(takings.total()).isEqualTo(4950);
        assertThat(takings.rows()).extracting(row -> row.means()).containsExactly("card");
        desk.click("Setup").until("an empty form", () -> text("name").isEmpty() && !text("code").equals("BLANK007"));
        assertThat(text("email") + text("amount") + text("reason")).isEmpty();
        assertThat(desk.at("ticket", ComboBox.class).getValue()).isNull();
    }

    @Test
    void sameNamesAreShownBefore() throws TimeoutException {
        open(Locale.ENGLISH).type("name", "Ada Lovelace").says("Already on the list? Look before you add:")
                .says("Ada Lovelace  ·  AAAA1111").type("name", "Zoe Nowhere");
        desk.until("nobody of that name", () -> !desk.texts().contains("Already on the list? Look before you add:"));
        desk.type("reason", "walk-in").type("amount", "much").click("Add").says("\"much\" is not an amount.");
        assertThat(text("name")).as("what was typed stays").isEqualTo("Zoe Nowhere");
        desk.type("amount", "").click("Add").until("it is said",
                () -> desk.texts().stream().anyMatch(said -> said.startsWith("Zoe Nowhere was added, code ")));
        assertThat(desk.rig.station().roster().search(desk.rig.conference(), "Zoe Nowhere", 2)).hasSize(1);
    }

    @Test
    void theScanThatNobodyWaitsForAnyMoreIsAScan() throws TimeoutException {
        open(Locale.ENGLISH).click("Scan the blank badge").pass(NextScan.WITHIN.plusSeconds(1))
                .says("Scan the blank badge").wand("AAAA1111").sees("Checked in", "Ada Lovelace");
    }

    @Test
    void whoIsOnTheListIsPutRightOnTheirPage() throws TimeoutException {
        open(Locale.ENGLISH).type("query", "bob").says("Bob Müller  ·  BBBB2222").click("Open their page")
                .says("Esc: back");
        assertThat(desk.texts()).contains("Bob Müller");
        assertThat(desk.rig.station().roster().find(desk.rig.conference(), Reading.of("BBBB2222"))).isPresent();
    }

    @Test
    void thePageFits() throws TimeoutException {
        open(Locale.GERMAN).type("name", "Ada Lovelace").says("Schon auf der Liste? Bitte vorher nachsehen:");
        assertThat(Stream.iterate((Node) desk.button("Hinzufügen und einchecken"), above -> above != null, Node::getParent)
                .noneMatch(ScrollPane.class::isInstance)).as("seen without scrolling").isTrue();
        assertThat(Picture.take(desk.scene(), 1024, 640, "people-de-1024")).isEmpty();
        assertThat(Picture.take(desk.scene(), 1366, 900, "people-de-1366")).isEmpty();
    }
}
