package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.lanyard.desk.Choice;
import org.lanyard.desk.Words;
import org.lanyard.scan.Role;
import org.lanyard.scan.StaffMember;

/** Binds the page of staff and their PINs. */
public final class StaffController {

    private final StaffModel model;
    private final Words words;

    @FXML private CheckBox signIn;
    @FXML private ListView<StaffMember> staff;
    @FXML private TextField name;
    @FXML private ComboBox<Role> role;
    @FXML private PasswordField pin;
    @FXML private Label said;
    private StatusLine status;

    StaffController(StaffModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        role.getItems().setAll(Role.values());
        role.setValue(Role.VOLUNTEER);
        Choice.said(role, value -> words.say("role." + value.word()));
        staff.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(StaffMember member, boolean empty) {
                super.updateItem(member, empty);
                setText(empty || member == null ? null : words.say(model.hasPin(member) ? "staff.line" : "staff.no-pin",
                        member.name(), words.say("role." + member.role().word())));
            }
        });
        staff.getSelectionModel().selectedItemProperty().subscribe(member -> {
            if (member != null) {
                name.setText(member.name());
                role.setValue(member.role());
                pin.clear();
            }
        });
        show();
    }

    private void show() {
        staff.getItems().setAll(model.staff());
        signIn.setSelected(model.signInNeeded());
    }

    @FXML
    private void save() {
        model.save(name.getText(), role.getValue(), pin.getText(), () -> {
            status.show(words.say("staff.saved", name.getText().strip()));
            name.clear();
            pin.clear();
            show();
        }, status::fail);
    }

    @FXML
    private void changeSignIn() {
        status.run(() -> model.signInNeeded(signIn.isSelected()), words.say("setup.saved"));
        signIn.setSelected(model.signInNeeded());
    }
}
