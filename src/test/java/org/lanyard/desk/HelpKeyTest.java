package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.Mode;
import org.testfx.framework.junit5.ApplicationExtension;

/** F1 opens the manual's page for the screen, in a window that takes no scan away. */
@ExtendWith(ApplicationExtension.class)
class HelpKeyTest {

    @TempDir Path folder;
    private DeskRig desk;

    /** The pages stand where the build puts them, also where only classes were compiled. */
    @BeforeAll
    static void pages() throws IOException, URISyntaxException {
        Path help = Path.of(HelpKeyTest.class.getResource("/org/lanyard/desk/desk.css").toURI()).resolveSibling("help");
        Files.createDirectories(help);
        try (Stream<Path> pages = Files.list(Path.of("src/docs/manual"))) {
            for (Path page : pages.filter(each -> !Files.exists(help.resolve(each.getFileName()))).toList()) {
                Files.copy(page, help.resolve(page.getFileName()));
            }
        }
    }

    @BeforeEach
    void open() {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void f1OpensThePageForWhatIsShown() throws TimeoutException {
        desk.press(KeyCode.F1, "").says("One page for volunteers");
        desk.press(KeyCode.F1, "");
        assertThat(desk.texts()).doesNotContain("One page for volunteers");
        desk.wand("BBBB2222").says("Order not paid").press(KeyCode.F1, "")
                .says("The help desk: every answer, and what to do");
    }

    @Test
    void aScanIsTakenWhileTheManualHasTheKeyboard() throws TimeoutException {
        desk.press(KeyCode.F1, "").says("One page for volunteers").wand("AAAA1111").says("Ada Lovelace");
        desk.press(KeyCode.DIGIT1, "1");
        assertThat(desk.journal()).as("a digit in the manual hands nothing out").hasSize(1);
    }

    @Test
    void aLinkLeadsToItsPageAndBack() throws TimeoutException {
        desk.click("Setup").press(KeyCode.F1, "").says("For organizers");
        desk.click("Several stations at one venue").says("Set up the evening before");
        desk.click("Back").says("For organizers");
    }

    @Test
    void aFailureLinksToThePageThatSaysWhatToDo() throws TimeoutException {
        desk.click("Setup").click("Staff").type("name", "x".repeat(300)).click("Save").says("What to do (F1)");
        desk.click("What to do (F1)").says("For organizers");
    }
}
