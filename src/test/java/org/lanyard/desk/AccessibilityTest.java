package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;

/** Whatever can be used has a name that is read out, and can be used without a mouse. */
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {

    /** Digits are typed; these keys are for fingers. */
    private static final Set<String> OTHER_WAYS = Set.of("pin-key");

    @TempDir Path folder;
    private DeskRig desk;

    @AfterEach
    void close() {
        desk.close();
    }

    private static boolean used(Node node) {
        return node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof ListView<?> || node instanceof TableView<?> || node instanceof Slider;
    }

    /** A control's own parts, as a combo box's editor or a pop-up's list, are not the page's. */
    private static boolean ofThePage(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ComboBoxBase<?> || up instanceof TableView<?> || up instanceof ListView<?>
                    || up instanceof TextInputControl) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(Node node, List<Node> all) {
        return said(node.getAccessibleText()) || node instanceof Labeled labeled && said(labeled.getText())
                || all.stream().anyMatch(each -> each instanceof Label label && label.getLabelFor() == node);
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private void everythingIsNamedAndReachable(String screen) {
        List<String> nameless = new ArrayList<>();
        List<String> unreachable = new ArrayList<>();
        desk.robot().interact(() -> {
            List<Node> all = DeskRig.visible(desk.scene().getRoot()).toList();
            List<Node> used = all.stream().filter(AccessibilityTest::used).filter(AccessibilityTest::ofThePage).toList();
            assertThat(used).as(screen).isNotEmpty();
            used.stream().filter(node -> !named(node, all)).map(AccessibilityTest::described).forEach(nameless::add);
            used.stream().filter(node -> !node.isFocusTraversable()
                    && node.getStyleClass().stream().noneMatch(OTHER_WAYS::contains))
                    .map(AccessibilityTest::described).forEach(unreachable::add);
        });
        assertThat(nameless).as(screen + ": without a name").isEmpty();
        assertThat(unreachable).as(screen + ": not reached by keyboard").isEmpty();
    }

    private static String described(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass()
                + (node instanceof Control control && control instanceof Labeled labeled ? " " + labeled.getText() : "");
    }

    @Test
    void onEveryScreenOfTheDesk() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        everythingIsNamedAndReachable("idle");
        desk.wand("AAAA1111").sees("Checked in", "Ada Lovelace");
        everythingIsNamedAndReachable("go");
        desk.wand("DDDD4444").sees("Look before you let in", "Dee Wu");
        everythingIsNamedAndReachable("ask");
        for (String tab : List.of("Search", "Dashboard", "Journal")) {
            desk.click(tab);
            everythingIsNamedAndReachable(tab);
        }
    }

    @Test
    void onEveryPageOfSetup() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.CheckIn()));
        desk.click("Setup").says("Station and doors");
        for (ToggleButton page : pages().toList()) {
            desk.robot().interact(() -> page.setSelected(true));
            everythingIsNamedAndReachable(page.getText());
        }
    }

    private Stream<ToggleButton> pages() {
        return DeskRig.visible(desk.scene().lookup("#choices")).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).toList().stream();
    }

    @Test
    void onTheFirstSteps() {
        desk = DeskRig.open(folder, Opening.USUAL, rig -> rig.post(new Mode.CheckIn()));
        everythingIsNamedAndReachable("first run");
    }

    @Test
    void onTheSignIn() throws TimeoutException {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> {
            rig.station().venue().setRole("Sam", Role.LEAD);
            rig.station().settings().set(Settings.SIGN_IN, true);
            return rig.post(new Mode.CheckIn());
        });
        everythingIsNamedAndReachable("sign-in");
        desk.robot().interact(() -> ((ListView<?>) desk.scene().lookup("#staff")).getSelectionModel().select(0));
        desk.says("1");
        everythingIsNamedAndReachable("sign-in's PIN");
    }

    @Test
    void onADoorAndAKiosk() {
        desk = DeskRig.open(folder, Opening.STRAIGHT, rig -> rig.post(new Mode.Door(rig.product("individual"))));
        everythingIsNamedAndReachable("door");
        desk = desk.restarted(Opening.KIOSK, rig -> {
            rig.station().pins().set(new Pins.Owner.Kiosk(), "2468");
            return rig.post(new Mode.CheckIn());
        });
        everythingIsNamedAndReachable("kiosk");
        desk.click("Leave this screen");
        everythingIsNamedAndReachable("kiosk's PIN");
    }
}
