package org.lanyard.desk.kiosk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.badge.PersonBadge;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.Member.State;

/** The people of one order in front of a kiosk, by their first names, and those picked to come in (R36). */
final class KioskGroup {

    // Names that a person without help finds their own among.
    private static final int MOST = 12;

    private final Verdict.ChoosePeople order;
    private final List<Attendee> people;
    private final boolean together;
    private final Set<Long> picked = new LinkedHashSet<>();

    private KioskGroup(Verdict.ChoosePeople order, List<Attendee> people, boolean together) {
        this.order = order;
        this.people = people;
        this.together = together;
        people.forEach(each -> picked.add(each.id()));
    }

    /**
     * Empty where there is nobody to choose, or too many.
     *
     * @param checksIn at a check-in all come in at once, elsewhere one is chosen
     */
    static Optional<KioskGroup> of(Verdict.ChoosePeople order, boolean checksIn) {
        List<Attendee> people = order.people().stream().filter(member -> !checksIn || member.comesIn())
                .map(Verdict.Member::attendee).toList();
        return people.isEmpty() || people.size() > MOST ? Optional.empty()
                : Optional.of(new KioskGroup(order, people, checksIn));
    }

    String order() {
        return order.order();
    }

    List<Attendee> people() {
        return people;
    }

    /** True where those picked come in at once, false where one of them is chosen. */
    boolean together() {
        return together;
    }

    void pick(Attendee attendee, boolean comes) {
        if (comes) {
            picked.add(attendee.id());
        } else {
            picked.remove(attendee.id());
        }
    }

    List<Attendee> picked() {
        return people.stream().filter(each -> picked.contains(each.id())).toList();
    }

    Face question(Words words) {
        String title = words.say(together ? "kiosk.group" : "kiosk.group.one");
        String hint = words.say(together ? "kiosk.group.hint" : "kiosk.group.one.hint");
        return new Face(Look.ASK, "", title, hint, words.verdicts().inOne(title, hint));
    }

    static Face allIn(Verdict.ChoosePeople order, Words words) {
        String title = words.say("scan.group.all-in", order.people().size());
        return new Face(Look.GO_AGAIN, "", title, words.say("kiosk.welcome"), title);
    }

    static Face result(GroupDecision result, String greeting, Words words) {
        String title = names(result.people().stream().filter(person -> person.record().isPresent())
                .map(GroupDecision.Result::attendee));
        String desk = result.decision().verdict() instanceof Verdict.ChoosePeople order
                ? names(order.people().stream().filter(member -> member.state() != State.IN && !member.comesIn())
                        .map(Verdict.Member::attendee))
                : "";
        String sentence = desk.isEmpty() ? greeting
                : words.verdicts().inOne(greeting, words.say("kiosk.group.desk", desk));
        return new Face(Look.GO, words.verdicts().word("checked_in"), title, sentence,
                words.verdicts().inOne(title, sentence));
    }

    private static String names(Stream<Attendee> people) {
        return people.map(KioskGroup::firstName).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    static String firstName(Attendee attendee) {
        String first = PersonBadge.firstName(attendee.name());
        return first.equals(attendee.name().strip()) ? KioskModel.discreet(attendee) : first;
    }
}
