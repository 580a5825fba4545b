package org.lanyard.desk.scan;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Verdict;

/** The people of an order, a row each: name, ticket, their state, and a button that decides them alone. */
final class GroupRows {

    private GroupRows() {}

    /** Those whom one key checks in: a note is asked for one by one. */
    static long mayComeIn(Verdict.ChoosePeople group) {
        return group.people().stream().filter(GroupRows::comesIn).count();
    }

    static boolean anyMayComeIn(Verdict.ChoosePeople group) {
        return mayComeIn(group) > 0;
    }

    private static boolean comesIn(Verdict.Member member) {
        return member.state() == Verdict.Member.State.OUT && member.verdict().recorded();
    }

    static List<Node> rows(Verdict.ChoosePeople group, Words words, Consumer<Attendee> choose) {
        return group.people().stream().map(member -> row(member, words, choose)).toList();
    }

    private static Node row(Verdict.Member member, Words words, Consumer<Attendee> choose) {
        Label name = new Label(ShownText.line(member.attendee().shownName()));
        name.getStyleClass().add("item-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label state = new Label(state(member, words));
        state.getStyleClass().add("item-count");
        state.setMinWidth(Double.NEGATIVE_INFINITY);
        Button alone = new Button(words.say("scan.group.choose"));
        alone.getStyleClass().add("hand-out");
        alone.setMinWidth(Double.NEGATIVE_INFINITY);
        alone.setAccessibleText(alone.getText() + " " + member.attendee().shownName());
        alone.setOnAction(_ -> choose.accept(member.attendee()));
        HBox row = new HBox(name, state, alone);
        row.getStyleClass().add("item-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String state(Verdict.Member member, Words words) {
        boolean note = member.verdict() instanceof Verdict.NeedsAttention;
        return words.say(note ? "scan.group.note" : "scan.group." + member.state().word());
    }
}
