package org.lanyard.desk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lanyard.desk.Words;
import org.lanyard.scan.StationFault;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FailedStartTest {

    @Test
    void aWindowSaysWhyNothingOpensAndEndsByItsButton() {
        FxRobot robot = new FxRobot();
        robot.interact(() -> {
            Stage stage = new Stage();
            FailedStart.show(stage, new Words(Locale.ENGLISH), new StationFault("folder.read-only", "/media/stick"));
            String said = stage.getScene().getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance)
                    .map(node -> ((Labeled) node).getText()).distinct().collect(Collectors.joining("|"));
            assertThat(said)
                    .isEqualTo("Lanyard could not start|The data folder /media/stick cannot be written to; check its "
                            + "permissions.|Close|What to do (F1)");
            ((Button) stage.getScene().getRoot().lookup(".button")).fire();
            assertThat(stage.isShowing()).isFalse();
        });
    }
}
