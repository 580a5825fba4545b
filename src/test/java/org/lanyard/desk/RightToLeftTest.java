package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Names that read from the right, in rooms too narrow for them. */
@ExtendWith(ApplicationExtension.class)
class RightToLeftTest {

    private static final String LONG = "عبد الرحمن بن محمد بن عبد العزيز الأحمد الهاشمي";
    private static final List<String> NAMES = List.of("محمد حسن", "דוד לוי", "فاطمة علي", "דוד शर्मा", "محمد 민준",
            "فاطمة Шевченко", "Ada محمد حسن Lovelace", LONG);

    static Stream<String> names() {
        return NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLabelThatWrapsIsLaidOutAtAnyWidth(String name) {
        new FxRobot().interact(() -> {
            Label label = new Label(name);
            label.setWrapText(true);
            VBox room = new VBox(label);
            new Scene(room).getStylesheets().add(Words.class.getResource("desk.css").toExternalForm());
            for (int size = 14; size <= 60; size += 6) {
                for (int width = 40; width <= 700; width += 20) {
                    label.setFont(Font.font(size));
                    room.applyCss();
                    room.resize(width, 200);
                    room.layout();
                    label.prefHeight(width);
                }
            }
            assertThat(label.getText().replace('\n', ' ')).isEqualTo(name);
            label.setText("Ada Lovelace");
            assertThat(label.isWrapText()).isTrue();
        });
    }

    @Test
    void aLongOneStandsOnSeveralLinesAndReadsFromTheRight() {
        assertThat(RightToLeft.lines(LONG).lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 24);
        assertThat(RightToLeft.lines(RightToLeft.lines(LONG))).isEqualTo(RightToLeft.lines(LONG));
        assertThat(RightToLeft.lines("Ada King, Countess of Lovelace")).doesNotContain("\n");
        assertThat(RightToLeft.orientation(LONG)).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(RightToLeft.orientation("Ada محمد حسن Lovelace")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    /** The last scans and the verdict show each of them; the window throws nothing, which closing it would tell. */
    @Test
    void everyNameIsShownWhenItsBadgeIsScanned(@TempDir Path folder) throws Exception {
        Rig rig = Rig.in(folder);
        StringBuilder roster = new StringBuilder("access_code,name,ticket_type,order_reference\n");
        for (int i = 0; i < NAMES.size(); i++) {
            roster.append("RTL").append(i).append(',').append(NAMES.get(i)).append(",Individual,O").append(i).append("\n");
        }
        assertThat(rig.csv(roster.toString()).unusable()).isEmpty();
        try (DeskRig desk = DeskRig.open(rig, Opening.STRAIGHT, made -> made.post(new Mode.CheckIn()))) {
            for (int[] size : new int[][] {{1024, 640}, {1920, 1080}, {1280, 720}}) {
                desk.robot().interact(() -> {
                    desk.stage().setWidth(size[0]);
                    desk.stage().setHeight(size[1]);
                });
                for (int i = 0; i < NAMES.size(); i++) {
                    String shown = RightToLeft.lines(NAMES.get(i));
                    desk.wand("RTL" + i).until(shown, () -> desk.text(".title").equals(shown));
                }
            }
        }
    }
}
