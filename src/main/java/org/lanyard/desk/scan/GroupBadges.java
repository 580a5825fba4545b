package org.lanyard.desk.scan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.lanyard.desk.Words;
import org.lanyard.desk.badge.BadgePrint;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Verdict;

/** Prints the badges of an order's people: of those picked, or where nobody is, of those who are in. */
public final class GroupBadges {

    private final ScanModel model;
    private final BadgePrint badges;
    private final Words words;
    private Optional<Card> said = Optional.empty();

    public GroupBadges(ScanModel model, BadgePrint badges, Words words) {
        this.model = model;
        this.badges = badges;
        this.words = words;
    }

    public Button button() {
        Button button = new Button();
        button.setId("groupBadges");
        button.getStyleClass().addAll("on-verdict", "quiet-on-verdict");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> print(button));
        model.cardProperty().subscribe(card -> {
            if (card.group().isPresent()) {
                badges.look();
            }
            show(button);
        });
        model.neutralProperty().subscribe(_ -> show(button));
        badges.possibleProperty().subscribe(_ -> show(button));
        model.groupModel().picked().addListener((SetChangeListener<Long>) _ -> show(button));
        return button;
    }

    private List<Attendee> people() {
        List<Verdict.Member> members = model.card().group().map(Verdict.ChoosePeople::people).orElse(List.of());
        boolean anyPicked = !model.groupModel().picked().isEmpty();
        return members.stream().filter(member -> anyPicked ? model.groupModel().picked().contains(member.attendee().id())
                : member.state() == Verdict.Member.State.IN).map(Verdict.Member::attendee).toList();
    }

    private void show(Button button) {
        button.setVisible(badges.possibleProperty().get() && !people().isEmpty() && !model.neutralProperty().get());
        if (!done()) {
            button.setText(words.say("badge.print-some", people().size()));
        }
    }

    // Once it says what was done it does no more: a second press would print once more.
    private boolean done() {
        return said.filter(card -> card == model.card()).isPresent();
    }

    private void print(Button button) {
        if (done()) {
            return;
        }
        Card card = model.card();
        List<Attendee> people = people();
        badges.print(button, people.stream().map(Attendee::shownName).collect(Collectors.joining(", ")),
                people.stream().map(Attendee::accessCode).toList(), what -> {
                    if (card == model.card()) {
                        said = Optional.of(card);
                        button.setText(what);
                        show(button);
                    }
                });
    }
}
