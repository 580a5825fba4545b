package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ColumnsTest {

    private static final double NARROW = 100;
    private static final int WIDE = 900;

    private static VBox column(int words) {
        Label label = new Label("Ann Reed, ".repeat(words));
        label.setWrapText(true);
        VBox column = new VBox(label);
        column.setMinWidth(0);
        column.setPrefWidth(NARROW);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    @Test
    void columnsAreAsTallAsWhatTheyHoldAtTheWidthTheyGet() {
        VBox longer = column(30);
        VBox shorter = column(3);
        Columns columns = new Columns();
        columns.getChildren().setAll(longer, shorter);
        VBox page = new VBox(columns);
        QuickRobot.onFx(() -> {
            new Scene(page, WIDE, WIDE);
            page.applyCss();
            page.layout();
        });
        assertThat(Stream.of(longer, shorter).map(VBox::getWidth)).containsOnly(WIDE / 2.0);
        assertThat(columns.getHeight()).isEqualTo(longer.prefHeight(WIDE / 2.0)).isLessThan(longer.prefHeight(NARROW));
    }
}
