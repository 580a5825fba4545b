package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Case 54: a preparation file is shown before anything of it is taken. */
@ExtendWith(ApplicationExtension.class)
class TakeOverTest {

    @TempDir Path folder;
    private Rig into;
    private VBox page;
    private BackupsController controller;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("prepared.lanyard");
        try (Rig from = Rig.in(folder.resolve("from"))) {
            from.csv("access_code,name,ticket_type,order_reference,order_status",
                    "AAAA1111,Ada Lovelace,Individual,O1,paid");
            from.station().venue().setRole("Boss", Role.ADMINISTRATOR);
            from.station().venue().setRole("Lea", Role.LEAD);
            from.station().settings().set(Settings.THEME, Theme.DARK).join();
            SetupModelsTest.outcome((done, failed) -> models(from).backups().prepare(file, () -> done.accept(1), failed));
        }
        into = Rig.in(folder.resolve("into"));
        into.csv("access_code,name,ticket_type,order_reference,order_status", "AAAA1111,Ada,Individual,O1,paid");
        into.station().venue().setRole("Lea", Role.VOLUNTEER);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> load(file));
        until(() -> offer().isVisible());
    }

    @AfterEach
    void close() {
        into.close();
    }

    private static SetupModels models(Rig rig) {
        return SetupModels.of(new Workplace(rig.station(), rig.post(new Mode.CheckIn())), Locale.ENGLISH);
    }

    private void load(Path file) {
        Words words = new Words(Locale.ENGLISH);
        controller = new BackupsController(models(into).backups(), words, Optional.of(file));
        FXMLLoader loader = new FXMLLoader(BackupsController.class.getResource("backups.fxml"), words.bundle());
        loader.setControllerFactory(_ -> controller);
        try {
            page = (VBox) ((ScrollPane) loader.load()).getContent();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void until(java.util.concurrent.Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(so).get());
    }

    private Node offer() {
        return page.lookup("#offer");
    }

    private List<String> changes() {
        return ((VBox) page.lookup("#changes")).getChildren().stream().map(line -> ((Label) line).getText()).toList();
    }

    private void press(String text) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> ((VBox) offer()).lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow().fire());
    }

    private Optional<Role> role(String name) {
        return into.station().venue().staff().stream().filter(member -> member.name().equals(name))
                .map(member -> member.role()).findFirst();
    }

    private void nothingIsTaken() {
        assertThat(role("Boss")).isEmpty();
        assertThat(role("Lea")).contains(Role.VOLUNTEER);
        assertThat(into.station().settings().stored(Settings.THEME)).isEqualTo(Theme.LIGHT);
    }

    @Test
    void itSaysEveryChangeAndMakesNone() {
        assertThat(changes()).containsExactly("Conference: conf", "People: 0 new, 1 changed, 0 unchanged, 0 removed",
                "New staff member: Boss, Administrator", "Lea: Volunteer becomes Lead", "Setting theme: DARK");
        nothingIsTaken();
    }

    @Test
    void whoeverCancelsKeepsEverything() {
        press("Cancel");
        assertThat(offer().isVisible()).isFalse();
        nothingIsTaken();
    }

    @Test
    void itIsTakenOnceItIsAccepted() throws TimeoutException {
        press("Take over");
        until(() -> ((Label) page.lookup("#said")).getText().endsWith(" was loaded."));
        assertThat(role("Boss")).contains(Role.ADMINISTRATOR);
        assertThat(role("Lea")).contains(Role.LEAD);
        assertThat(into.station().settings().get(Settings.THEME)).isEqualTo(Theme.DARK);
    }
}
