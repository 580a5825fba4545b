package org.lanyard.desk.badge;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.PrintJobs;
import org.lanyard.badge.job.PrintTrouble;
import org.lanyard.badge.job.Printing;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;

/** The badges that wait or that somebody has to look after, and the printers that do not print. On the FX thread. */
public final class BadgeQueue {

    private final Printing printing;
    private final PrintJobs jobs;
    private final Roster roster;
    private final Workplace workplace;
    private final Background background;
    private final Words words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page(List.of(), List.of()));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Runnable back = () -> {};
    private long asked;

    public BadgeQueue(Printing printing, Roster roster, Workplace workplace, Background background, Words words) {
        this.printing = printing;
        this.jobs = printing.jobs();
        this.roster = roster;
        this.workplace = workplace;
        this.background = background;
        this.words = words;
    }

    record Page(List<PrintTrouble> troubles, List<PrintJob> jobs) {}

    public void open(Runnable leadBack) {
        back = leadBack;
        problem.set("");
        open.set(true);
        reload();
    }

    void close() {
        open.set(false);
        back.run();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    void reload() {
        long question = ++asked;
        Conference conference = workplace.conference();
        background.run(() -> new Page(printing.troubles(), jobs.open(conference)), read -> {
            if (question == asked) {
                page.set(read);
            }
        }, problem::set);
    }

    void cameOut(PrintJob job) {
        change(job, (_, about) -> jobs.cameOut(about.id()));
    }

    void notWanted(PrintJob job) {
        change(job, (_, about) -> jobs.notWanted(about));
    }

    void printAgain(PrintJob job) {
        String reason = words.say("badge.reason.did-not-come-out");
        change(job, (post, about) -> jobs.repeat(post, person(post, about), about,
                about.reason().isEmpty() ? reason : about.reason()));
    }

    private Person person(Post post, PrintJob job) {
        return roster.find(post.conference(), Reading.of(job.accessCode()))
                .orElseThrow(() -> new NotPossible("person.no-code", post.conference().slug(), job.accessCode()));
    }

    private void change(PrintJob job, BiConsumer<Post, PrintJob> work) {
        Post post = workplace.post();
        problem.set("");
        background.run(() -> {
            work.accept(post, job);
            return Optional.empty();
        }, _ -> reload(), why -> {
            problem.set(why);
            reload();
        });
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Conference conference() {
        return workplace.conference();
    }
}
