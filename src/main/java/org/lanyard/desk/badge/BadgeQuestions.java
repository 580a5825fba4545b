package org.lanyard.desk.badge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.badge.job.PrintJobs;
import org.lanyard.badge.job.PrintQuestion;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;

/** The questions about badges, one at a time, oldest first. On the FX thread. */
public final class BadgeQuestions {

    private final PrintJobs jobs;
    private final Roster roster;
    private final Workplace workplace;
    private final Background background;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<PrintQuestion>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Set<PrintQuestion> beingAnswered = new HashSet<>();
    // Those that nobody here may answer come after the others.
    private final Set<PrintQuestion> refused = new HashSet<>();
    private boolean asking;

    public BadgeQuestions(PrintJobs jobs, Roster roster, Workplace workplace, Background background, Words words) {
        this.jobs = jobs;
        this.roster = roster;
        this.workplace = workplace;
        this.background = background;
        this.words = words;
    }

    void refresh() {
        if (!asking) {
            asking = true;
            Conference conference = workplace.conference();
            background.run(() -> jobs.questions(conference), this::show, _ -> asking = false);
        }
    }

    private void show(List<PrintQuestion> open) {
        asking = false;
        List<PrintQuestion> left = open.stream().filter(each -> !beingAnswered.contains(each)).toList();
        question.set(question.get().filter(shown -> left.contains(shown) && !refused.contains(shown))
                .or(() -> left.stream().min(Comparator.comparing(refused::contains))));
    }

    public void yes() {
        Post post = workplace.post();
        answer(about -> {
            switch (about.ask()) {
                case CAME_OUT -> about.job().ifPresent(jobs::cameOut);
                case PRINT -> jobs.print(post, person(post, about), Optional.empty());
                case AGAIN -> jobs.printAgain(post, person(post, about), Optional.empty(),
                        words.say("badge.reason.checked-in-anew"));
            }
        });
    }

    public void no() {
        Post post = workplace.post();
        answer(about -> {
            switch (about.ask()) {
                case CAME_OUT -> jobs.printAgain(post, person(post, about), Optional.empty(),
                        words.say("badge.reason.did-not-come-out"));
                case PRINT, AGAIN -> jobs.notWanted(about);
            }
        });
    }

    private Person person(Post post, PrintQuestion about) {
        return roster.find(post.conference(), Reading.of(about.accessCode()))
                .orElseThrow(() -> new NotPossible("person.no-code", post.conference().slug(), about.accessCode()));
    }

    private void answer(Consumer<PrintQuestion> given) {
        question.get().ifPresent(about -> {
            problem.set("");
            beingAnswered.add(about);
            question.set(Optional.empty());
            background.run(() -> {
                given.accept(about);
                return true;
            }, _ -> finish(about), why -> {
                refused.add(about);
                problem.set(why);
                finish(about);
            });
        });
    }

    private void finish(PrintQuestion about) {
        beingAnswered.remove(about);
        refresh();
    }

    ReadOnlyObjectProperty<Optional<PrintQuestion>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
