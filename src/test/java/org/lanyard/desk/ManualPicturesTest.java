package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * The pictures of README and manual, from the real screens over the demo conference: {@code mvn test -Pscreens
 * -Dtest=ManualPicturesTest} makes them anew in {@code assets/screenshots}.
 */
@Tag("screens")
@ExtendWith(ApplicationExtension.class)
class ManualPicturesTest {

    private static final Path FOLDER = Path.of("assets/screenshots");
    private static final Pattern PICTURE = Pattern.compile("assets/screenshots/([a-z-]+)\\.png");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final long SEED = 20270514;

    @TempDir Path folder;
    private final List<String> made = new ArrayList<>();
    private DeskRig desk;

    @Test
    void everyPictureOfTheManualIsMadeFromTheScreens() throws IOException, TimeoutException {
        Rig rig = demo();
        first(rig);
        morning(rig);
        desk(rig);
        whole(rig);
        rig.close();
        assertThat(made).containsExactlyInAnyOrderElementsOf(shownInThePages());
    }

    private Rig demo() throws IOException {
        Rig rig = Rig.in(folder);
        rig.json(Files.readString(Path.of("assets/demo/demo-conference.json")).replace("demo-conf", "conf"));
        rig.station().settings().set(Settings.THEME, Theme.LIGHT);
        return rig;
    }

    /** Two desks and a door have worked for two hours. */
    private static void morning(Rig rig) {
        Random random = new Random(SEED);
        List<String> codes = new ArrayList<>();
        rig.station().roster().eachPerson(rig.conference(), person -> codes.add(person.accessCode()));
        codes.removeIf(code -> code.startsWith("DEMO"));
        for (String code : codes.subList(0, codes.size() * 2 / 3)) {
            rig.pass(Duration.ofSeconds(30 + random.nextInt(120)));
            String place = "Desk " + (1 + random.nextInt(2));
            rig.station().gate().decide(rig.post(new Mode.CheckIn(), place, null), scan(rig, code)).join();
        }
    }

    private static Scan scan(Rig rig, String code) {
        return new Scan(rig.station().ids().get(), code, Source.WAND, rig.station().clock().instant());
    }

    private void open(Rig rig, Opening opening, Mode mode, String place) {
        desk = DeskRig.open(rig, opening, Locale.ENGLISH, made -> made.post(mode, place, null));
    }

    private void take(String name) throws IOException {
        Picture.take(desk.scene(), WIDTH, HEIGHT, "manual-" + name);
        Files.copy(Path.of("target/screens/manual-" + name + ".png"), FOLDER.resolve(name + ".png"),
                StandardCopyOption.REPLACE_EXISTING);
        made.add(name);
    }

    private void first(Rig rig) throws IOException {
        open(rig, Opening.USUAL, new Mode.CheckIn(), "Desk 1");
        take("first");
        hide();
    }

    private void desk(Rig rig) throws IOException, TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.CheckIn(), "Desk 1");
        desk.wand("DEMO0001").until("go", () -> desk.shows("look-go"));
        take("scan-go");
        desk.wand("DEMO0003").until("ask", () -> desk.shows("look-ask"));
        take("scan-ask");
        desk.press(KeyCode.ESCAPE, "").wand("ORD-DFAMILY").says("Enter: check in 4 of 4");
        take("scan-group");
        desk.wand("DEMO0001").until("again", () -> desk.shows("look-go-again")).press(KeyCode.F8, "").says("History");
        take("person");
        desk.press(KeyCode.ESCAPE, "");
        desk.click("Search").type("query", "novak").until("people",
                () -> desk.texts().contains("Petr Novák"));
        take("search");
        desk.click("Dashboard").until("figures", () -> desk.texts().contains("Desk 2"));
        take("dashboard");
        desk.click("Setup");
        take("setup");
        desk.click("Wand");
        take("wand");
        desk.click("Badges").until("the preview", () -> desk.at("preview", ImageView.class).getImage() != null);
        take("badges");
        rig.station().settings().set(Settings.THEME, Theme.DARK);
        hide();
        open(rig, Opening.STRAIGHT, new Mode.CheckIn(), "Desk 1");
        desk.wand("DEMO0004").until("stop", () -> desk.shows("look-stop"));
        take("scan-stop-dark");
        hide();
        rig.station().settings().set(Settings.THEME, Theme.LIGHT);
    }

    private void whole(Rig rig) throws IOException, TimeoutException {
        open(rig, Opening.STRAIGHT, new Mode.Door(rig.product("tutorial-rust")), "Door A");
        desk.wand("DEMO0001").until("go", () -> desk.shows("look-go"));
        take("door");
        hide();
        rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
        open(rig, Opening.KIOSK, new Mode.CheckIn(), "Kiosk 1");
        take("kiosk");
        hide();
    }

    private void hide() {
        desk.robot().interact(desk.stage()::hide);
    }

    private static TreeSet<String> shownInThePages() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), Files.list(Path.of("src/docs/manual")))) {
            for (Path page : pages.toList()) {
                PICTURE.matcher(Files.readString(page)).results().map((MatchResult found) -> found.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
