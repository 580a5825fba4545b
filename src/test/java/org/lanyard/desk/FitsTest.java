package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.TextSize;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Case 42: with the longest of everything, nothing that is read or pressed is outside the window or covered. German has the
 * longest words. Pictures are in {@code target/screens}.
 */
@ExtendWith(ApplicationExtension.class)
class FitsTest {

    private static final int[][] SIZES = {{1024, 640}, {1366, 768}, {1920, 1080}};
    private static final int[][] SMALLEST = {{1024, 640}};
    private static final String NOTE = "Bitte zuerst zur Leitung: der Ausweis liegt im Umschlag bei Tisch 4. ";
    private static final int NOTE_LENGTH = 2000;
    private static final String LONG = "Maximiliane-Charlotte Wilhelmine von Hohenstein-Schwarzenberg zu Sayn-Wittgenstein";
    private static final String TICKET =
            "Individual mit Tutorium am Wochenende, Abendveranstaltung und Führung durch das Rechenzentrumsmuseum";
    private static final String COMPANY = "Gesellschaft für Datenverarbeitung Nord mbH";

    @TempDir Path folder;
    private final Words words = new Words(Locale.GERMAN);
    private final List<String> wrong = new ArrayList<>();
    private int[][] sizes = SIZES;
    private String look = "";
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private static String items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "mittagessen-am-" + i + ". tag mit getränk:" + (i % 3 + 1))
                .collect(Collectors.joining("; "));
    }

    private Rig rig(Theme theme, TextSize size) {
        Rig rig = Rig.in(folder);
        String note = NOTE.repeat(NOTE_LENGTH / NOTE.length() + 1).substring(0, NOTE_LENGTH);
        rig.csv("access_code,name,company,ticket_type,order_reference,order_status,items,attention",
                "EINS1111,Ada Lovelace,Analytical Engines,Individual,O1,paid," + items(1) + ",",
                "SECH6666," + LONG + "," + COMPANY + ",Individual mit Tutorium am Wochenende,O2,paid," + items(6) + ",",
                "ZWAN2020," + LONG + " der Ältere," + COMPANY + ",\"" + TICKET + "\",O3,paid,"
                        + items(20) + ",",
                "NOTE2000," + LONG + "," + COMPANY + ",Corporate,O4,paid," + items(3) + "," + note,
                "OFFN4444,Bob Müller,,Individual,O5,pending,,",
                group("Maximiliane-Charlotte"), group("Ann"), group("Bartholomäus-Friedrich"), group("Ida"),
                group("Wilhelmine-Sophie"), group("Jo"));
        rig.station().settings().set(Settings.THEME, theme);
        rig.station().settings().set(Settings.TEXT_SIZE, size);
        look = theme.name().toLowerCase(Locale.ROOT) + "-" + size.percent();
        return rig;
    }

    private static String group(String firstName) {
        return "GRUP" + firstName.substring(0, 2) + firstName.length() + "," + firstName
                + " von Hohenstein-Schwarzenberg,,Individual mit Tutorium am Wochenende,20275501,paid,,";
    }

    private void open(Rig rig, Opening opening, Mode mode) {
        desk = DeskRig.open(rig, opening, Locale.GERMAN,
                made -> made.post(mode, "Registrierung im Erdgeschoss links", null));
    }

    private void hide() {
        desk.robot().interact(desk.stage()::hide);
    }

    private void take(String state) {
        for (int[] size : sizes) {
            wrong.addAll(Picture.take(desk.scene(), size[0], size[1],
                    "fit-" + state + "-" + look + "-" + size[0] + "x" + size[1]));
        }
    }

    private void scan(String code, String look) throws TimeoutException {
        desk.wand(code).until(look, () -> desk.shows(look));
    }

    @ParameterizedTest
    @Tag("screens")
    @CsvSource({"LIGHT,PLAIN", "DARK,PLAIN", "LIGHT,LARGER", "DARK,LARGER"})
    void everythingFits(Theme theme, TextSize size) throws TimeoutException {
        Rig rig = rig(theme, size);
        scanScreen(rig);
        elsewhere();
        if (size == TextSize.PLAIN) {
            setup();
        }
        hide();
        door(rig);
        kiosk(rig);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theScanScreenFitsIntoTheSmallestWindowWithLargeText() throws TimeoutException {
        sizes = SMALLEST;
        scanScreen(rig(Theme.LIGHT, TextSize.LARGER));
        assertThat(wrong).isEmpty();
    }

    private void scanScreen(Rig rig) throws TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        desk.until("today", () -> desk.text(".sentence").chars().anyMatch(Character::isDigit));
        take("idle");
        scan("EINS1111", "look-go");
        take("scan-1-item");
        scan("SECH6666", "look-go");
        take("scan-6-items");
        scan("ZWAN2020", "look-go");
        take("scan-20-items");
        scan("NOTE2000", "look-ask");
        take("scan-note");
        scan("OFFN4444", "look-stop");
        take("scan-stop");
        scan("20275501", "look-ask");
        take("scan-group");
    }

    private void elsewhere() throws TimeoutException {
        desk.click(words.say("rail.search")).type("query", "hohenstein").until("people",
                () -> !desk.at("people", ListView.class).getItems().isEmpty());
        take("search");
        desk.click(words.say("rail.journal")).until("entries",
                () -> !((TableView<?>) desk.scene().lookup("#table")).getItems().isEmpty());
        take("journal");
        JournalRecordTest.open(desk, 2);
        desk.says(words.say("record.facts"));
        take("record");
        desk.click(words.say("rail.scan")).wand("ZWAN2020").until("back again", () -> desk.shows("look-go-again"));
        desk.press(KeyCode.F8, "").says(words.say("person.history"));
        take("person");
        desk.click(words.say("rail.search")).robot().interact(() -> desk.at("marks", ToggleButton.class).setSelected(true));
        take("paper-marks");
        desk.click(words.say("rail.dashboard")).click(words.say("inside.open")).until("people inside",
                () -> !desk.at("table", TableView.class).getItems().isEmpty());
        take("inside");
    }

    private void setup() {
        desk.click(words.say("rail.setup"));
        List<ToggleButton> pages = DeskRig.visible(desk.scene().lookup("#choices")).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).toList();
        for (ToggleButton page : pages) {
            desk.robot().interact(() -> page.setSelected(true));
            take("setup-" + page.getUserData().toString().toLowerCase(Locale.ROOT));
        }
    }

    private void door(Rig rig) throws TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.Door(rig.product("individual-mit-tutorium-am-wochenende")));
        take("door-idle");
        scan("SECH6666", "look-go");
        take("door-go");
        scan("OFFN4444", "look-stop");
        take("door-stop");
        hide();
    }

    private void kiosk(Rig rig) throws TimeoutException {
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        open(rig, Opening.KIOSK, new Mode.CheckIn());
        take("kiosk-idle");
        scan("SECH6666", "look-go-again");
        take("kiosk-go");
        scan("OFFN4444", "look-stop");
        take("kiosk-stop");
        scan("20275501", "look-ask");
        take("kiosk-group");
        desk.click(words.say("kiosk.group.all", 6)).until("all of them", () -> desk.shows("look-go"));
        take("kiosk-group-in");
        desk.click(words.say("whole.leave"));
        take("kiosk-pin");
        hide();
    }
}
