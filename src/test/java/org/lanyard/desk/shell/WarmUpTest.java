package org.lanyard.desk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lanyard.desk.TestClock;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class WarmUpTest {

    @Test
    void eachControlIsMadeAndNothingIsShown() {
        List<Window> shown = new ArrayList<>();
        CompletableFuture.runAsync(() -> {
            TestClock clock = new TestClock(false);
            WarmUp warmUp = new WarmUp(clock, List.of(ScreenLoader.resource("desk.css").toExternalForm()));
            warmUp.next();
            clock.pass(Duration.ofSeconds(20));
            assertThat(warmUp.ended()).isTrue();
            shown.addAll(Window.getWindows());
        }, Platform::runLater).join();
        assertThat(shown).isEmpty();
    }
}
