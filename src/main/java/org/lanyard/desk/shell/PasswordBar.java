package org.lanyard.desk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.lanyard.desk.Words;

final class PasswordBar extends HBox {

    private final MissingPassword model;
    private final Label why = new Label();
    private final PasswordField password = new PasswordField();

    PasswordBar(MissingPassword model, Words words) {
        this.model = model;
        password.setId("serverPassword");
        why.setWrapText(true);
        why.setLabelFor(password);
        HBox.setHgrow(why, Priority.ALWAYS);
        password.setOnAction(_ -> give());
        Button signIn = new Button(words.say("password.sign-in"));
        signIn.setOnAction(_ -> give());
        Button later = new Button(words.say("password.later"));
        later.setOnAction(_ -> model.postpone());
        getChildren().addAll(why, password, signIn, later);
        getChildren().forEach(each -> ((javafx.scene.layout.Region) each).setMinWidth(USE_PREF_SIZE));
        why.setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("row", "card", "password-bar");
        managedProperty().bind(visibleProperty());
        model.requestProperty().subscribe(request -> {
            setVisible(request.isPresent());
            request.ifPresent(asked -> why.setText(words.say(asked.sentence())));
        });
    }

    private void give() {
        String typed = password.getText();
        password.clear();
        if (!typed.isEmpty()) {
            model.give(typed);
        }
    }
}
