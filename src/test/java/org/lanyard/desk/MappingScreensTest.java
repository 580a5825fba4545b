package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.venue.Settings;
import org.lanyard.venue.TextSize;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of a roster file's columns, questions and outcome, in Setup and in the first run. German has the longest words. */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class MappingScreensTest {

    private static final int[][] SIZES = {{1024, 640}, {1920, 1080}};

    @TempDir Path folder;
    private final Words words = new Words(Locale.GERMAN);
    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"LIGHT,PLAIN", "DARK,PLAIN", "LIGHT,LARGER"})
    void everyFileIsWhole(Theme theme, TextSize size) throws IOException, TimeoutException {
        take("pretix", MappingTest.PRETIX, theme, size);
        take("statuses", MappingTest.STATUSES, theme, size);
        take("no-codes", MappingTest.NO_CODES, theme, size);
        take("sixty-columns", wide(), theme, size);
        takeFirst("pretix", MappingTest.PRETIX, theme, size);
        takeFirst("statuses", MappingTest.STATUSES, theme, size);
        takeFirst("no-codes", MappingTest.NO_CODES, theme, size);
        assertThat(wrong).isEmpty();
    }

    private static String wide() {
        String more = IntStream.range(0, 55).mapToObj(i -> "Question " + i).collect(Collectors.joining(","));
        return "Secret,Attendee name,Product,Status,E-mail," + more + "\n"
                + "m8ccfkfwv6cqr66k,Zoë Ångström,Regular,paid,zoe@example.org" + ",yes".repeat(55) + "\n"
                + "jmnc4wax7pbx4wn7,Jürgen Müller,Regular,Processing,jm@example.org" + ",no".repeat(55) + "\n";
    }

    private Rig rig(String name, Theme theme, TextSize size) {
        Rig rig = Rig.in(folder.resolve(name));
        rig.csv(DeskRig.ROSTER);
        rig.station().settings().set(Settings.THEME, theme);
        rig.station().settings().set(Settings.TEXT_SIZE, size);
        return rig;
    }

    private void take(String name, String text, Theme theme, TextSize size) throws IOException, TimeoutException {
        DeskRig desk = DeskRig.open(rig(name, theme, size), Opening.STRAIGHT, Locale.GERMAN,
                made -> made.post(new Mode.CheckIn()));
        desk.click(words.say("rail.setup"));
        SetupHands.page(desk, words.say("setup.roster"));
        picture(desk, "roster-start", theme, size);
        open(desk, name, text);
        picture(desk, "mapping-" + name, theme, size);
        desk.close();
    }

    private void takeFirst(String name, String text, Theme theme, TextSize size) throws IOException, TimeoutException {
        DeskRig desk = DeskRig.open(rig("first-" + name, theme, size), Opening.USUAL, Locale.GERMAN,
                made -> made.post(new Mode.CheckIn()));
        picture(desk.says(words.say("first.title")), "first", theme, size);
        open(desk, name, text);
        picture(desk, "first-" + name, theme, size);
        desk.close();
    }

    private void open(DeskRig desk, String name, String text) throws IOException, TimeoutException {
        desk.openRoster(Files.writeString(folder.resolve(name + ".csv"), text)).says(words.say("mapping.close"));
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    private void picture(DeskRig desk, String name, Theme theme, TextSize size) {
        WaitForAsyncUtils.waitForFxEvents(10);
        for (int[] each : SIZES) {
            wrong.addAll(Picture.take(desk.scene(), each[0], each[1], name + "-" + theme.name().toLowerCase(Locale.ROOT)
                    + "-" + size.percent() + "-" + each[0] + "x" + each[1]));
        }
    }
}
