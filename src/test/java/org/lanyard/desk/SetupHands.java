package org.lanyard.desk;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import org.lanyard.scan.Product;

/** What hands do in Setup. */
final class SetupHands {

    private SetupHands() {}

    /** Opens one of Setup's pages. */
    static DeskRig page(DeskRig desk, String title) {
        ToggleButton choice = (ToggleButton) desk.button(title);
        desk.robot().interact(() -> choice.setSelected(true));
        return desk;
    }

    @SuppressWarnings("unchecked")
    static <T> DeskRig choose(DeskRig desk, String id, T value) {
        ComboBox<T> box = desk.at(id, ComboBox.class);
        desk.robot().interact(() -> box.setValue(value));
        return desk;
    }

    static DeskRig capacity(DeskRig desk, String ticket, String people) throws TimeoutException {
        page(desk, "Station and doors");
        Product product = desk.rig.station().roster().products(desk.rig.conference()).stream()
                .filter(each -> each.name().equals(ticket)).findFirst().orElseThrow();
        choose(desk, "door", product).type("capacity", people);
        return desk.click("Set");
    }

    static DeskRig member(DeskRig desk, String name, String pin) {
        page(desk, "Staff");
        return desk.type("name", name).type("pin", pin).click("Save");
    }

    /** All nodes of the page that is open. */
    static java.util.stream.Stream<Node> open(DeskRig desk) {
        return DeskRig.visible(desk.scene().lookup("#pages"));
    }
}
