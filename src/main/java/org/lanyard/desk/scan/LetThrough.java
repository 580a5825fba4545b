package org.lanyard.desk.scan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.lanyard.desk.ReasonPrompt;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;

/** A lead lets a person through whom a full door, another day or a block stops, with a reason (R17, R32, R34). */
public final class LetThrough {

    private static final int MOST_REASONS = 3;

    private final ScanModel model;
    private final ScanServices services;
    private final Workplace workplace;
    private final ReasonPrompt prompt;
    private final Words words;
    private final List<String> recent = new ArrayList<>();
    private Runnable close = () -> {};

    public LetThrough(ScanModel model, ScanServices services, Workplace workplace, ReasonPrompt prompt, Words words) {
        this.model = model;
        this.services = services;
        this.workplace = workplace;
        this.prompt = prompt;
        this.words = words;
        model.cardProperty().subscribe(_ -> close.run());   // the person it was about is no longer the one shown
    }

    public Button button() {
        Button button = new Button(words.say("person.let-through"));
        button.getStyleClass().addAll("on-verdict", "quiet-on-verdict");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open(button, model.card()));
        button.managedProperty().bind(button.visibleProperty());
        model.cardProperty().subscribe(_ -> show(button));
        model.neutralProperty().subscribe(_ -> show(button));
        return button;
    }

    private void show(Button button) {
        button.setVisible(offered(model.card()) && !model.neutralProperty().get());
    }

    private boolean offered(Card card) {
        return workplace.may(Role.LEAD) && card.attendee().isPresent()
                && card.decision().filter(decision -> decision.verdict().overridable()).isPresent();
    }

    private void open(Node anchor, Card card) {
        card.decision().ifPresent(decision -> card.attendee().ifPresent(attendee -> close = prompt.open(anchor,
                new ReasonPrompt.Question(words.say("person.let-through"), attendee.shownName(), List.copyOf(recent),
                        words.say("person.let-through"), (reason, hide, _) -> {
                            hide.run();
                            decide(card, decision, attendee, reason);
                        }))));
    }

    private void decide(Card card, Decision stop, Attendee attendee, String reason) {
        if (model.card() != card || !workplace.may(Role.LEAD)) {
            return;
        }
        recent.remove(reason);
        recent.addFirst(reason);
        if (recent.size() > MOST_REASONS) {
            recent.removeLast();
        }
        Scan scan = services.scan(stop.scan().text(), stop.scan().source()).overridden().withNote(reason);
        model.answer(services.gate().decide(workplace.post().in(stop.post().mode()), scan, attendee), _ -> {});
    }
}
