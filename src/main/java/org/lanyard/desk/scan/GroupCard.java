package org.lanyard.desk.scan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.Member.State;

/** The card of an order of several people, once there is nothing left to choose, or some were just checked in (R36). */
final class GroupCard {

    private GroupCard() {}

    static Face face(Verdict.ChoosePeople group, Words words) {
        return group.everybodyIn() ? face(Look.GO_AGAIN, group, words)
                : Card.face(Look.ASK, words.verdicts().word("choose_people"), words.say("scan.group.order", group.order()),
                        words.say("scan.group.hint"), words);
    }

    static Card of(GroupDecision result, Words words) {
        Decision decision = result.decision();
        if (!(decision.verdict() instanceof Verdict.ChoosePeople group)) {
            return Card.of(decision, words);
        }
        Face face = face(result.anyRecorded() ? Look.GO : Look.ASK, group, words);
        return new Card(face, Card.time(decision.scan().at(), decision.post().conference()), List.of(), "", Optional.empty(),
                Optional.of(decision), Optional.empty());
    }

    private static Face face(Look look, Verdict.ChoosePeople group, Words words) {
        int all = group.people().size();
        long in = group.people().stream().filter(member -> member.state() == State.IN).count();
        String left = group.people().stream().filter(member -> member.state() != State.IN).map(Verdict.Member::attendee)
                .map(Attendee::shownName).collect(Collectors.joining(", "));
        String title = in == all ? words.say("scan.group.all-in", all) : words.say("scan.group.done", in, all);
        String headline = switch (look) {
            case GO -> words.verdicts().word("checked_in");
            case GO_AGAIN -> words.say("scan.group.order", group.order());
            default -> words.say("scan.group.nobody");
        };
        return Card.face(look, headline, title, left.isEmpty() ? words.say("scan.group.order", group.order())
                : words.say("scan.group.left", left), words);
    }
}
