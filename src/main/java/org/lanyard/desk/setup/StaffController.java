package org.lanyard.desk.setup;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.lanyard.desk.Choice;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.scan.Role;

public final class StaffController extends PageController {

    // In minutes; 0 is never.
    private static final List<Integer> TIMES = List.of(0, 1, 2, 3, 5, 10, 15, 20, 30, 60);

    private final StaffModel model;

    @FXML private CheckBox signIn;
    @FXML private ComboBox<Integer> signOutAfter;
    @FXML private ListView<StaffModel.Member> staff;
    @FXML private TextField name;
    @FXML private ComboBox<Role> role;
    @FXML private PasswordField pin;

    StaffController(StaffModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        role.getItems().setAll(Role.values());
        role.setValue(Role.VOLUNTEER);
        Choice.said(role, value -> words.say("role." + value.word()));
        Choice.said(signOutAfter, this::time);
        signOutAfter.getItems().setAll(TIMES);
        signOutAfter.setValue(model.signOutAfter());
        signOutAfter.valueProperty().addListener((_, before, chosen) -> signOutAfter(before, chosen));
        staff.setCellFactory(_ -> new TextCell<>(shown -> words.say(shown.hasPin() ? "staff.line" : "staff.no-pin",
                shown.member().name(), words.say("role." + shown.member().role().word()))));
        staff.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                name.setText(ShownText.line(chosen.member().name()));
                role.setValue(chosen.member().role());
                pin.clear();
            }
        });
    }

    private String time(int minutes) {
        return switch (minutes) {
            case 0 -> words.say("staff.sign-out-after.never");
            case 1 -> words.say("staff.sign-out-after.one");
            default -> words.say("staff.sign-out-after.value", minutes);
        };
    }

    private void signOutAfter(int before, int chosen) {
        if (chosen != model.signOutAfter()) {
            model.setSignOutAfter(chosen, this::saved, why -> {
                status.fail(why);
                signOutAfter.setValue(before);
            });
        }
    }

    @Override
    void load() {
        model.load(staff.getItems()::setAll, status::fail);
        signIn.setSelected(model.needsSignIn());
    }

    @FXML
    private void save() {
        String saved = name.getText().strip();
        model.save(saved, role.getValue(), pin.getText(), () -> {
            status.show(words.say("staff.saved", saved));
            name.clear();
            pin.clear();
            load();
        }, status::fail);
    }

    @FXML
    private void changeSignIn() {
        model.setNeedsSignIn(signIn.isSelected(), this::saved, why -> {
            status.fail(why);
            signIn.setSelected(model.needsSignIn());
        });
    }
}
