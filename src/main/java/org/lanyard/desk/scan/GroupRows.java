package org.lanyard.desk.scan;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Verdict;

/** The people of an order, a row each: a box that Space ticks, name, ticket, state, and a button that decides them alone. */
final class GroupRows {

    private final GroupModel model;
    private final Words words;

    GroupRows(GroupModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    List<Node> rows(Verdict.ChoosePeople group, Consumer<Attendee> choose) {
        return group.people().stream().map(member -> row(member, choose)).toList();
    }

    private Node row(Verdict.Member member, Consumer<Attendee> choose) {
        Attendee attendee = member.attendee();
        Label name = new Label(ShownText.line(attendee.shownName()));
        name.getStyleClass().add("item-name");
        Label ticket = new Label(ShownText.line(attendee.ticketName() == null ? "" : attendee.ticketName()));
        ticket.getStyleClass().add("member-ticket");
        VBox about = new VBox(name, ticket);
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        name.setWrapText(true);
        ticket.setWrapText(true);
        Label state = new Label(state(member));
        state.getStyleClass().addAll("member-state", "member-" + member.state().word());
        state.setMinWidth(Double.NEGATIVE_INFINITY);
        HBox row = new HBox(box(member), about, state);
        row.getStyleClass().add("item-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (member.state() != Verdict.Member.State.IN || !model.checksIn()) {
            row.getChildren().add(alone(attendee, choose));
        }
        return row;
    }

    private CheckBox box(Verdict.Member member) {
        Attendee attendee = member.attendee();
        CheckBox box = new CheckBox();
        box.setVisible(member.comesIn() && model.checksIn());
        box.setSelected(model.picked().contains(attendee.id()));
        box.setAccessibleText(words.say("scan.group.pick", attendee.shownName()));
        box.selectedProperty().subscribe(comes -> model.pick(attendee, comes));
        return box;
    }

    private Button alone(Attendee attendee, Consumer<Attendee> choose) {
        Button alone = new Button(words.say("scan.group.choose"));
        alone.getStyleClass().add("hand-out");
        alone.setMinWidth(Double.NEGATIVE_INFINITY);
        alone.setAccessibleText(alone.getText() + " " + ShownText.line(attendee.shownName()));
        alone.setOnAction(_ -> choose.accept(attendee));
        return alone;
    }

    private String state(Verdict.Member member) {
        boolean note = member.verdict() instanceof Verdict.NeedsAttention;
        return words.say(note ? "scan.group.note" : "scan.group." + member.state().word());
    }
}
