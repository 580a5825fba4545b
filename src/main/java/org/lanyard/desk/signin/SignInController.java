package org.lanyard.desk.signin;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.desk.pin.PinPad;
import org.lanyard.scan.StaffMember;

public final class SignInController {

    private final SignInModel model;
    private final Words words;

    @FXML private Label place;
    @FXML private ListView<StaffMember> staff;
    @FXML private Label who;
    @FXML private Label held;
    @FXML private VBox pad;

    public SignInController(SignInModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        place.setText(ShownText.line(model.place()));
        staff.getItems().setAll(model.staff());
        staff.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(StaffMember member, boolean empty) {
                super.updateItem(member, empty);
                setText(empty || member == null ? null : ShownText.line(member.name()));
            }
        });
        staff.getSelectionModel().selectedItemProperty().addListener((_, _, member) -> model.chosenProperty().set(member));
        held.textProperty().bind(Bindings.createStringBinding(this::waiting, model.held().waitingProperty(),
                model.held().givenUpProperty()));
        held.managedProperty().bind(held.textProperty().isNotEmpty());
        PinPad[] pin = new PinPad[1];
        pin[0] = new PinPad(words, typed -> model.enter(typed, pin[0]::show));
        pad.getChildren().setAll(pin[0]);
        model.chosenProperty().subscribe(member -> {
            pad.setVisible(member != null);
            who.setText(member == null ? words.say("sign-in.who") : ShownText.line(member.name()));
            if (member != null) {
                staff.getSelectionModel().select(member);
                pin[0].begin();
            }
        });
    }

    private String waiting() {
        int waiting = model.held().waitingProperty().get();
        int givenUp = model.held().givenUpProperty().get();
        if (waiting > 0) {
            return words.say("sign-in.go-on", waiting);
        }
        return givenUp == 0 ? "" : words.say("sign-in.not-decided", givenUp);
    }
}
