package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A picture of every screen into {@code target/screens}: NAME-THEME-LANGUAGE-WIDTHxHEIGHT.png. */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class ScreensTest {

    private static final int[][] SIZES = {{1024, 640}, {1920, 1080}};
    private static final int PEOPLE = 60;

    @TempDir Path folder;
    private final List<String> wrong = new ArrayList<>();
    private String theme;
    private Locale language;
    private Words words;
    private DeskRig desk;

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,de", "DARK,de"})
    void everyScreenIsWhole(String theme, String language) throws TimeoutException {
        this.theme = theme;
        this.language = Locale.of(language);
        words = new Words(this.language);
        Rig rig = peopled();
        first(rig);
        signIn(rig);
        whole(rig);
        kiosk(rig);
        desk(rig);
        assertThat(wrong).isEmpty();
    }

    private Rig peopled() {
        Rig rig = Rig.in(folder);
        List<String> rows = new ArrayList<>(List.of(
                "access_code,name,company,ticket_type,order_reference,order_status,items,attention",
                "AAAA1111,Ada Lovelace,Analytical Engines,Individual,O1,paid,lunch:2; tshirt-m; tutorial,",
                "BBBB2222,Bob Müller,,Individual,O2,pending,,",
                "1CCC3333,Maximiliane-Charlotte von Hohenstein-Schwarzenberg,Gesellschaft für Datenverarbeitung,"
                        + "Corporate,O3,paid,lunch:3,",
                "DDDD4444,Dee Wu,,Speaker,O4,paid,,Hand over the green lanyard and ask for the slides"));
        for (int i = 0; i < PEOPLE; i++) {
            rows.add("W" + (1000 + i) + "XYZ,Person Number" + i + ",Company " + i % 7 + ",Individual,O" + (100 + i)
                    + ",paid,lunch:2; tshirt-m,");
        }
        rig.csv(rows.toArray(String[]::new));
        rig.station().venue().setCapacity(rig.product("tutorial"), 30);
        rig.station().settings().set(Settings.THEME, Theme.valueOf(theme));
        for (int i = 0; i < PEOPLE / 2; i++) {
            rig.pass(Duration.ofMinutes(4));
            String code = "W" + (1000 + i) + "XYZ";
            rig.station().gate().decide(rig.post(new Mode.CheckIn(), i % 3 == 0 ? "Desk" : "Door " + i % 3,
                    i % 2 == 0 ? null : "Sam"),
                    new Scan(rig.station().ids().get(), code, Source.WAND,
                            rig.station().clock().instant()))
                    .join();
            rig.redeem("lunch", code);
            rig.checkIn(i % 4 == 0 ? "BBBB2222" : "NOBODY" + i);
        }
        rig.door("tutorial", "AAAA1111");
        return rig;
    }

    private void open(Rig rig, Opening opening, Mode mode) {
        desk = DeskRig.open(rig, opening, language, made -> made.post(mode, "Registration Desk 1", null));
    }

    private void hide() {
        desk.robot().interact(desk.stage()::hide);
    }

    private void first(Rig rig) {
        open(rig, Opening.USUAL, new Mode.CheckIn());
        take("first");
        hide();
    }

    private void signIn(Rig rig) {
        for (String name : List.of("Sam", "Lea", "Kim")) {
            rig.station().venue().setRole(name, Role.LEAD);
        }
        rig.station().settings().set(Settings.SIGN_IN, true);
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        desk.robot().interact(() -> ((ListView<?>) desk.scene().lookup("#staff")).getSelectionModel().select(1));
        take("sign-in");
        hide();
        rig.station().settings().set(Settings.SIGN_IN, false);
    }

    private void whole(Rig rig) throws TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.Door(rig.product("tutorial")));
        take("door-idle");
        scan("AAAA1111", "look-go-again");
        take("door");
        hide();
        open(rig, Opening.STRAIGHT, new Mode.Redeem(rig.product("lunch")));
        scan("1CCC3333", "look-go");
        take("lunch");
        scan("BBBB2222", "look-stop");
        take("lunch-stop");
        hide();
    }

    private void kiosk(Rig rig) throws TimeoutException {
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        open(rig, Opening.KIOSK, new Mode.CheckIn());
        take("kiosk-idle");
        scan("1CCC3333", "look-go");
        take("kiosk-go");
        scan("BBBB2222", "look-stop");
        take("kiosk-stop");
        desk.click(words.say("whole.leave"));
        take("kiosk-pin");
        hide();
    }

    private void desk(Rig rig) throws TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.CheckIn());
        desk.until("today", () -> desk.text(".sentence").chars().anyMatch(Character::isDigit));
        take("scan-idle");
        for (String[] each : new String[][] {{"AAAA1111", "go"}, {"1CCC3333", "go-again"}, {"DDDD4444", "ask"},
                {"BBBB2222", "stop"}, {"NOBODY99", "stop"}}) {
            scan(each[0], "look-" + each[1]);
            take("scan-" + each[1] + (each[0].startsWith("NOBODY") ? "-unknown" : ""));
        }
        desk.click(words.say("rail.search")).type("query", "person").until("people",
                () -> !((ListView<?>) desk.scene().lookup("#people")).getItems().isEmpty());
        take("search");
        desk.click(words.say("rail.dashboard")).until("figures",
                () -> !((javafx.scene.control.Label) desk.scene().lookup("#checkedIn")).getText().isEmpty());
        take("dashboard");
        desk.click(words.say("rail.journal")).until("entries",
                () -> !((TableView<?>) desk.scene().lookup("#table")).getItems().isEmpty());
        desk.robot().interact(() -> ((TableView<?>) desk.scene().lookup("#table")).getSelectionModel().select(8));
        take("journal");
        JournalRecordTest.open(desk);
        desk.says(words.say("record.facts"));
        take("journal-record");
        desk.click(words.say("rail.setup"));
        List<ToggleButton> pages = DeskRig.visible(desk.scene().lookup("#choices")).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).toList();
        for (int i = 0; i < pages.size(); i++) {
            ToggleButton page = pages.get(i);
            desk.robot().interact(() -> page.setSelected(true));
            take("setup-" + (i + 1));
        }
        desk.click(words.say("rail.scan"));
        rig.station().ledger().close();
        scan("W1050XYZ", "look-fault");
        take("scan-fault");
        desk.close();
    }

    private void scan(String code, String look) throws TimeoutException {
        desk.wand(code).until(look, () -> DeskRig.visible(desk.scene().getRoot())
                .anyMatch(node -> node.getStyleClass().contains(look)
                        && (node.getId() == null || !node.getStyleClass().contains("last-badge"))));
    }

    private void take(String name) {
        WaitForAsyncUtils.waitForFxEvents(3);
        for (int[] size : SIZES) {
            wrong.addAll(Picture.take(desk.scene(), size[0], size[1], name + "-" + theme.toLowerCase(Locale.ROOT) + "-"
                    + language + "-" + size[0] + "x" + size[1]));
        }
    }
}
