package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.badge.BadgeImage;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.BadgeUse;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.testfx.framework.junit5.ApplicationExtension;

/** Setup → Badges: printers, look and occasion of badges, set by somebody who has never seen the command line. */
@ExtendWith(ApplicationExtension.class)
class BadgesSetupTest {

    @TempDir Path folder;
    private DeskRig desk;

    private DeskRig open(Locale language) {
        Rig rig = Rig.in(folder);
        rig.csv("access_code,name,company,ticket_type,order_reference",
                "ADA1,Ada Lovelace,Analytical Engines,Individual,O1",
                "MAX1,Maximiliane-Charlotte von Hohenstein-Schwarzenberg,Gesellschaft für Datenverarbeitung,Speaker,O2");
        desk = DeskRig.open(rig, Opening.STRAIGHT, language, each -> each.post(new Mode.CheckIn()));
        Words words = new Words(language);
        return desk.click(words.say("rail.setup")).click(words.say("setup.badges"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @SuppressWarnings("unchecked")
    private void choose(String box, Object value) {
        desk.robot().interact(() -> ((ComboBox<Object>) desk.at(box, ComboBox.class)).setValue(value));
    }

    private Person person(String code) {
        return desk.rig.station().roster().find(desk.rig.conference(), Reading.of(code)).orElseThrow();
    }

    @Test
    void aPrinterIsAddedAndTriedAndCounted() throws IOException, TimeoutException {
        try (FakeZebra zebra = new FakeZebra()) {
            open(Locale.ENGLISH).type("name", "Desk label").type("labels", "150");
            desk.robot().interact(
                    () -> desk.at("address", ComboBox.class).getEditor().setText("zpl://127.0.0.1:" + zebra.port()));
            desk.robot().interact(desk.at("savePrinter", javafx.scene.control.Button.class)::fire);
            desk.until("the printer", () -> desk.at("printers", ListView.class).getItems().size() == 1);
            desk.robot().interact(() -> desk.at("printers", ListView.class).getSelectionModel().select(0));
            desk.click("Test print").says(
                    "A test label was sent to Desk label. Hold a ruler to it: the marks are millimetres.");
            assertThat(zebra.labels()).hasSize(1);
            zebra.mood = FakeZebra.Mood.PAPER_OUT;
            desk.click("Test print").says("The printer has no paper. Put a new roll in: the badge is printed then.");
        }
    }

    @Test
    void thePreviewIsThePrint() throws TimeoutException {
        open(Locale.ENGLISH)
                .says("Maximiliane-Charlotte von Hohenstein-Schwarzenberg · 100 × 62 mm · exactly as it is printed");
        desk.type("person", "ada").says("Ada Lovelace · 100 × 62 mm · exactly as it is printed");
        Image shown = desk.at("preview", ImageView.class).getImage();
        var printed = BadgeImage.of(desk.rig.station().printing().drawing().of(desk.rig.conference(), person("ADA1")), 203);
        assertThat(new int[] {(int) shown.getWidth(), (int) shown.getHeight()})
                .containsExactly(printed.getWidth(), printed.getHeight());
        for (int y = 0; y < printed.getHeight(); y += 7) {
            for (int x = 0; x < printed.getWidth(); x += 7) {
                assertThat(shown.getPixelReader().getArgb(x, y)).isEqualTo(printed.getRGB(x, y));
            }
        }
    }

    @Test
    void eachTicketHasItsOwnTemplate() throws TimeoutException {
        open(Locale.ENGLISH).says("Every other ticket");
        var printers = desk.rig.station().printing().printers();
        desk.robot().interact(() -> {
            ComboBox<?> tickets = desk.at("ticket", ComboBox.class);
            tickets.getSelectionModel().select(tickets.getItems().size() - 1);
        });
        desk.until("the ticket's template", () -> desk.at("template", ComboBox.class).getValue() != null);
        choose("template", "badge-a6");
        desk.until("it is kept", () -> printers.use(desk.rig.conference(), "speaker")
                .equals(new BadgeUse("speaker", "badge-a6", Optional.empty())));
        assertThat(printers.use(desk.rig.conference(), "individual").template()).isEqualTo("label-100x62");
        choose("when", BadgeSettings.When.FIRST);
        assertThat(desk.rig.station().settings().get(BadgeSettings.WHEN)).isEqualTo(BadgeSettings.When.FIRST);
    }

    @Test
    void everyNameIsLookedAtBeforeThePrint() throws TimeoutException {
        open(Locale.ENGLISH).click("Check all names").until("the answer",
                () -> desk.texts().stream().anyMatch(text -> text.equals("Every name fits.")
                        || text.equals("1 badge to look at:")));
    }

    @Test
    void badgesAreCountedAndNotTheirWarningsAndTheFirstTwoHundredAreListed() throws TimeoutException {
        open(Locale.ENGLISH);
        List<String> roster = new ArrayList<>(List.of("access_code,name,ticket_type,order_reference",
                "ADA1,Ada Lovelace,Individual,O1", "MAX1,Maximiliane,Speaker,O2"));
        for (int i = 0; i < 201; i++) {
            roster.add("P%03d,Name \uDB80\uDC01,Individual,Q%d".formatted(i, i));   // a letter that no font has
        }
        desk.rig.csv(roster.subList(0, 6).toArray(String[]::new));
        String tiny = "<svg xmlns='http://www.w3.org/2000/svg' width='20mm' height='20mm'>"
                + "<rect id='name-box' width='2mm' height='2mm'/></svg>";
        desk.rig.station().printing().printers().set(desk.rig.conference(), new BadgeUse("", tiny, Optional.empty()));
        desk.click("Check all names").says("5 badges to look at:");
        assertThat(desk.at("checked", ListView.class).getItems().size()).isGreaterThan(5);
        desk.rig.csv(roster.toArray(String[]::new));
        desk.click("Check all names").says("More than 200 badges to look at; these are the first. Correct the template"
                + " or these names, then check again.");
    }

    @Test
    void aPreviewThatFailsShowsNobodyElsesBadge() throws TimeoutException {
        open(Locale.ENGLISH).until("the preview", () -> desk.at("preview", ImageView.class).getImage() != null);
        desk.type("person", "NOBODY9").until("no picture", () -> desk.at("preview", ImageView.class).getImage() == null);
        desk.type("person", "ada").says("Ada Lovelace · 100 × 62 mm · exactly as it is printed");
    }

    @Test
    void thePageFits() throws TimeoutException {
        open(Locale.GERMAN).until("the preview", () -> desk.at("preview", ImageView.class).getImage() != null);
        assertThat(Picture.take(desk.scene(), 1024, 640, "badges-de-1024")).isEmpty();
        assertThat(Picture.take(desk.scene(), 1366, 1500, "badges-de-1366")).isEmpty();
    }
}
