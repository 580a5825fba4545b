package org.lanyard.desk.badge;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import org.lanyard.badge.job.Printing;
import org.lanyard.desk.Background;
import org.lanyard.desk.ReasonPrompt;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;

/** Prints the badges of people who are shown; asks for a reason where one of them has a badge. On the FX thread. */
public final class BadgePrint {

    private final Printing printing;
    private final Roster roster;
    private final Workplace workplace;
    private final Background background;
    private final ReasonPrompt prompt;
    private final Words words;
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();

    public BadgePrint(Printing printing, Roster roster, Workplace workplace, Background background, ReasonPrompt prompt,
            Words words) {
        this.printing = printing;
        this.roster = roster;
        this.workplace = workplace;
        this.background = background;
        this.prompt = prompt;
        this.words = words;
    }

    public void look() {
        background.run(() -> !printing.printers().all().isEmpty(), possible::set, _ -> possible.set(false));
    }

    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /**
     * @param anchor beside which the reason is asked for
     * @param whose  names of the people
     * @param codes  of the people, in the order of their badges
     * @param said   told what was done, or why it was not
     */
    public void print(Node anchor, String whose, List<String> codes, Consumer<String> said) {
        Post post = workplace.post();
        Runnable printed = () -> said.accept(words.say("badge.printed-some", codes.size()));
        background.run(() -> {
            List<Person> people = people(post, codes);
            if (people.stream().anyMatch(printing.jobs()::hasBadge)) {
                return false;
            }
            printing.jobs().printAll(post, people, "");
            return true;
        }, done -> {
            if (done) {
                printed.run();
            } else {
                ask(anchor, whose, codes, printed);
            }
        }, said);
    }

    private void ask(Node anchor, String whose, List<String> codes, Runnable printed) {
        Post post = workplace.post();
        prompt.open(anchor, new ReasonPrompt.Question(words.say("badge.has-one"), whose,
                List.of(words.say("badge.reason.did-not-come-out"), words.say("badge.reason.spoiled")),
                words.say("badge.print-once-more"), (reason, hide, failed) -> background.run(() -> {
                    printing.jobs().printAll(post, people(post, codes), reason);
                    return true;
                }, _ -> {
                    hide.run();
                    printed.run();
                }, failed)));
    }

    private List<Person> people(Post post, List<String> codes) {
        return codes.stream().map(code -> roster.find(post.conference(), Reading.of(code))
                .orElseThrow(() -> new NotPossible("person.no-code", post.conference().slug(), code))).toList();
    }
}
