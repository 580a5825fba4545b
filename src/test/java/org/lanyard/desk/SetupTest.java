package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.desk.shell.Desk;
import org.lanyard.scan.Mode;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/** What an organizer sets up the evening before. */
@ExtendWith(ApplicationExtension.class)
class SetupTest {

    @TempDir Path folder;
    private DeskRig desk;

    @BeforeEach
    void open() throws TimeoutException {
        desk = DeskRig.open(folder.resolve("station"), Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        desk.click("Setup").says("Station and doors");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theStationsNameActsAtOnceAndIsThereAfterARestart() throws TimeoutException {
        ComboBox<?> name = desk.at("name", ComboBox.class);
        desk.robot().interact(() -> name.getEditor().setText("Door B"));
        desk.click("Save").says("Saved.").says("Door B");
        assertThat(desk.rig.station().settings().get(Settings.STATION)).contains("Door B");
    }

    @Test
    void aCapacityThatIsNoNumberIsRefusedInWords() throws TimeoutException {
        SetupHands.capacity(desk, "Individual", "many").says("\"many\" is not a number of people.");
        SetupHands.capacity(desk, "Individual", "30").says("Individual: 30 people");
        SetupHands.capacity(desk, "Individual", "").says("Individual: no limit");
    }

    @Test
    void looksActAtOnceAndAreThereAfterARestart() throws TimeoutException {
        SetupHands.page(desk, "Appearance and sound");
        CheckBox dark = desk.at("dark", CheckBox.class);
        desk.robot().interact(dark::fire);
        SetupHands.choose(desk, "size", 150);
        assertThat(desk.scene().getStylesheets().toString()).contains("dark.css").doesNotContain("light.css");
        assertThat(desk.scene().getRoot().getStyleClass()).contains("text-150");
        desk = desk.restarted(Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        assertThat(desk.scene().getStylesheets().toString()).contains("dark.css").doesNotContain("light.css");
        assertThat(desk.scene().getRoot().getStyleClass()).contains("text-150");
    }

    @Test
    void theLanguageActsAtOnceAndIsKept() throws TimeoutException {
        SetupHands.page(desk, "Appearance and sound");
        SetupHands.choose(desk, "language", Locale.GERMAN);
        String german = new Words(Locale.GERMAN).say("setup.station");
        desk.says(german);
        assertThat(desk.texts()).doesNotContain("Station and doors");
        assertThat(desk.rig.station().settings().get(Settings.LANGUAGE)).contains(Locale.GERMAN);
    }

    @Test
    void theCameraLooksForOtherCodesWhereTheyAreAskedFor() throws TimeoutException {
        SetupHands.page(desk, "Camera");
        CheckBox other = desk.at("everyCode", CheckBox.class);
        assertThat(other.isSelected()).isFalse();
        desk.robot().interact(other::fire);
        desk.says("Saved.");
        assertThat(desk.rig.station().settings().get(Settings.CAMERA_EVERY)).isTrue();
        desk.robot().interact(other::fire);
        assertThat(desk.rig.station().settings().get(Settings.CAMERA_EVERY)).isFalse();
    }

    @Test
    void aBackupOnAScheduleNeedsAFolderThatCanBeWritten() throws TimeoutException {
        SetupHands.page(desk, "Backups and practice");
        desk.type("folder", folder.resolve("nowhere").toString());
        SetupHands.choose(desk, "every", 5).click("Save").says("This folder cannot be written.");
        assertThat(desk.rig.station().settings().get(Settings.BACKUP_FOLDER)).isEmpty();
        desk.type("folder", folder.toString()).click("Save").says("Saved.");
        assertThat(desk.rig.station().settings().get(Settings.BACKUP_EVERY)).isEqualTo(5);
    }

    /** Made-up people in a database of their own, and the window is marked. */
    @Test
    void practiceChecksNobodyInAndTheDeskComesBack() throws TimeoutException, IOException {
        desk.robot().interact(() -> desk.stage().hide());
        desk.robot().interact(() -> new Desk(desk.rig.station(), desk.rig.post(new Mode.CheckIn())).work(Opening.STRAIGHT));
        desk.click("Setup");
        javafx.scene.control.ToggleButton copies = (javafx.scene.control.ToggleButton) desk.button("Backups and practice");
        desk.robot().interact(() -> copies.setSelected(true));
        desk.click("Start practice").says("Practice: made-up people, nothing counts");
        desk.wand("AAAA1111").says("Unknown code");
        assertThat(desk.journal()).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString())).contains("station/practice/lanyard.db");
        }
        desk.robot().interact(() -> List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide));
        desk.says("Check-in");
        assertThat(desk.texts()).doesNotContain("Practice: made-up people, nothing counts");
        desk.wand("AAAA1111").says("Ada Lovelace");
        assertThat(desk.journal()).hasSize(1);
        desk.robot().interact(() -> List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide));
    }
}
