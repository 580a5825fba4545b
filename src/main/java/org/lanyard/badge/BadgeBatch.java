package org.lanyard.badge;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Sentence;

/** Draws the badges of everybody who may come, in alphabetical order, into one PDF. */
public final class BadgeBatch {

    public enum Order {
        NAME, COMPANY
    }

    private final PersonBadge words;
    private final BadgeTemplate template;
    private final List<Person> people = new ArrayList<>();

    /** @param ticket slug or name of the only ticket type that is wanted */
    public BadgeBatch(Roster roster, Conference conference, BadgeTemplate template, Optional<String> ticket, Order order) {
        this.words = new PersonBadge(roster, conference);
        this.template = template;
        roster.eachPerson(conference, person -> {
            boolean wanted = person.ticket().filter(held -> ticket.isEmpty() || held.slug().equals(ticket.get())
                    || held.name().equals(ticket.get())).isPresent();
            if (wanted) {
                people.add(person);
            }
        });
        people.sort(comparator(order));
    }

    public int size() {
        return people.size();
    }

    /**
     * @param warnings told each one's code with what does not fit
     * @param progress told how many are drawn
     */
    public void write(BadgePdf pdf, Path file, Consumer<Warning> warnings, IntConsumer progress) throws IOException {
        int drawn = 0;
        for (Person person : people) {
            Badge badge = template.fill(words.content(person));
            badge.warnings().forEach(warning -> warnings.accept(new Warning(person.accessCode(), warning)));
            pdf.add(badge);
            progress.accept(++drawn);
        }
        PrivateFile.write(file, pdf::save);
    }

    public record Warning(String accessCode, Sentence sentence) {}

    private static Comparator<Person> comparator(Order order) {
        Collator alphabet = Collator.getInstance(Locale.ROOT);
        Comparator<Person> byName = Comparator.comparing(person -> person.attendee().shownName(), alphabet);
        return order == Order.NAME ? byName
                : Comparator.<Person, String>comparing(person -> person.attendee().company(), alphabet)
                        .thenComparing(byName);
    }
}
