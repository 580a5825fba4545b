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
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Groups, who is inside, and people found, whole at three sizes; pictures as {@link ScreensTest}. */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class PeopleScreensTest {

    private static final int[][] SIZES = {{1024, 640}, {1366, 768}, {1920, 1080}};

    @TempDir Path folder;
    private final List<String> wrong = new ArrayList<>();
    private DeskRig desk;
    private Theme theme = Theme.LIGHT;

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void everythingIsWhole(Theme theme) throws TimeoutException {
        this.theme = theme;
        Words words = new Words(Locale.GERMAN);
        Rig rig = Rig.in(folder);
        rig.json(Fair.ROSTER);
        rig.station().settings().set(Settings.THEME, theme);
        rig.station().venue().setRole("Lea", Role.LEAD);
        rig.checkIn("LUN1");
        desk = DeskRig.open(rig, Opening.STRAIGHT, Locale.GERMAN,
                made -> made.post(new Mode.CheckIn(), "Anmeldung 1", "Lea"));
        desk.wand("FAM").until("a group", () -> desk.shows("look-ask"));
        take("group");
        desk.pass(Duration.ofSeconds(1)).press(KeyCode.ENTER, "").until("results", () -> desk.shows("look-go"));
        take("group-in");
        desk.click(words.say("rail.search")).type("query", "an").until("people",
                () -> !desk.at("people", ListView.class).getItems().isEmpty());
        take("search-rows");
        desk.click(words.say("rail.dashboard")).click(words.say("inside.open")).until("people",
                () -> !desk.at("table", TableView.class).getItems().isEmpty());
        take("inside");
        desk.close();
        assertThat(wrong).isEmpty();
    }

    private void take(String state) {
        WaitForAsyncUtils.waitForFxEvents(3);
        for (int[] size : SIZES) {
            wrong.addAll(Picture.take(desk.scene(), size[0], size[1], "people-" + state + "-"
                    + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0] + "x" + size[1]));
        }
    }
}
