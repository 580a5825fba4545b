package org.lanyard.desk.kiosk;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.DeskClock;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.pin.PinPad;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Pins;

final class LeavingPrompt extends VBox {

    private final KioskModel model;
    private final Label whose = new Label();
    private final FlowPane administrators = new FlowPane();
    private final PinPad pad;
    private Pins.Owner owner = new Pins.Owner.Kiosk();

    LeavingPrompt(KioskModel model, DeskClock clock, Runnable tried) {
        this.model = model;
        this.pad = new PinPad(model.words(), clock::nanoTime, pin -> {
            tried.run();
            enter(pin);
        });
        Button administrator = new Button(model.words().say("kiosk.administrator"));
        administrator.setOnAction(_ -> {
            tried.run();
            model.administrators(this::offer);
        });
        Button back = new Button(model.words().say("pin.stay"));
        back.setOnAction(_ -> model.leavingProperty().set(false));
        administrators.getStyleClass().add("centred-row");
        administrators.getChildren().add(administrator);
        whose.managedProperty().bind(whose.textProperty().isNotEmpty());
        getStyleClass().add("pin-curtain");
        getChildren().setAll(whose, pad, administrators, back);
    }

    void begin() {
        pad.begin();
    }

    private void enter(String pin) {
        model.leave(owner, pin, pad::show);
    }

    private void offer(List<StaffMember> members) {
        administrators.getChildren().setAll(members.stream().map(this::choice).toList());
        if (members.isEmpty()) {
            whose.setText(model.words().say("kiosk.no-administrator"));
        }
    }

    private Button choice(StaffMember member) {
        Button name = new Button(ShownText.line(member.name()));
        name.setMnemonicParsing(false);
        name.setOnAction(_ -> {
            owner = new Pins.Owner.Staff(member);
            whose.setText(model.words().say("kiosk.pin-of", member.name()));
            pad.begin();
        });
        return name;
    }
}
