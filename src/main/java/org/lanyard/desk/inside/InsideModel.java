package org.lanyard.desk.inside;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.desk.wand.BareKeys;
import org.lanyard.desk.wand.PageKeys;
import org.lanyard.journal.Inside;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Product;
import org.lanyard.venue.Door;
import org.lanyard.venue.Venue;

/** The people inside, by name. On the FX thread. */
public final class InsideModel {

    /** Another process may write to the same file. */
    private static final Duration OLD = Duration.ofSeconds(10);

    private final Workplace workplace;
    private final Inside inside;
    private final Roster roster;
    private final Venue venue;
    private final InsideSheet sheet;
    private final InstantSource clock;
    private final Background background;
    private final Words words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Inside.Person>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Product>> doors = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private Optional<Ahead> ahead = Optional.empty();
    private List<Inside.Person> all = List.of();
    private Optional<Product> door = Optional.empty();
    private String wanted = "";
    private long asked;
    private long narrowed;
    private long seenChanges;
    private Instant seenAt = Instant.EPOCH;
    private boolean looking;
    private boolean sending;

    public InsideModel(Workplace workplace, Inside inside, Roster roster, Venue venue, InsideSheet sheet,
            InstantSource clock, Background background, Words words) {
        this.workplace = workplace;
        this.inside = inside;
        this.roster = roster;
        this.venue = venue;
        this.sheet = sheet;
        this.clock = clock;
        this.background = background;
        this.words = words;
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                close();
            }
        });
    }

    /** The venue's first page, read before anybody asked for it. */
    private record Ahead(Conference conference, List<Inside.Person> people, long changes, Instant at) {}

    /** For whoever shows a way to this page: where many are inside, their names take a while to sort. */
    public void readAhead() {
        if (open.get()) {
            return;
        }
        Conference conference = workplace.conference();
        long changes = inside.changes();
        Instant now = clock.instant();
        background.run(() -> inside.first(conference, Optional.empty()),
                first -> ahead = Optional.of(new Ahead(conference, first.people(), changes, now)), _ -> {});
    }

    private Optional<Ahead> ahead(Optional<Product> room) {
        return ahead.filter(page -> room.isEmpty() && page.conference().equals(workplace.conference()));
    }

    public void open() {
        open.set(true);
        said.set("");
        Conference conference = workplace.conference();
        background.run(() -> venue.doors(roster.products(conference)).stream().filter(Door::countExits).map(Door::product)
                .toList(), doors::set, problem::set);
        show(Optional.empty());
    }

    // What another process wrote since the page was read ahead is shown with the whole list, a moment later.
    void show(Optional<Product> room) {
        door = room;
        boolean unchanged = ahead(room).filter(page -> page.changes() == inside.changes()).isPresent();
        shows(ahead(room).filter(page -> unchanged || !isOld(page.at())).map(Ahead::people).orElse(List.of()), "");
        if (unchanged) {
            reload();
        } else {
            first();
        }
    }

    private void first() {
        long question = ask();
        Conference conference = workplace.conference();
        Optional<Product> room = door;
        background.run(() -> inside.first(conference, room), read -> {
            if (question == asked) {
                shows(read.people(), read.whole() ? count(read.people()) : "");
                looking = false;
                if (!read.whole()) {
                    reload();
                }
            }
        }, this::failed);
    }

    private long ask() {
        looking = true;
        seenChanges = inside.changes();
        seenAt = clock.instant();
        return ++asked;
    }

    private void shows(List<Inside.Person> read, String inside) {
        problem.set("");
        all = read;
        count.set(inside);
        filter(wanted);
    }

    private void failed(String why) {
        looking = false;
        problem.set(why);
    }

    /** As the dashboard does: only what may have changed is read again. */
    void refresh() {
        if (!looking && (isOld(seenAt) || inside.changes() != seenChanges)) {
            reload();
        }
    }

    private boolean isOld(Instant read) {
        return Duration.between(read, clock.instant()).abs().compareTo(OLD) > 0;
    }

    private void reload() {
        long question = ask();
        Conference conference = workplace.conference();
        Optional<Product> room = door;
        background.run(() -> inside.of(conference, room), read -> {
            if (question == asked) {
                looking = false;
                shows(read, count(read));
            }
        }, this::failed);
    }

    /** People, parties counted. */
    private String count(List<Inside.Person> inside) {
        return words.say("inside.count", inside.stream().mapToInt(Inside.Person::people).sum());
    }

    void filter(String text) {
        wanted = text;
        String folded = Folding.fold(text.strip());
        long question = ++narrowed;
        if (folded.isEmpty()) {
            people.set(all);
            return;
        }
        List<Inside.Person> from = all;
        background.run(() -> from.stream().filter(person -> Folding.fold(person.name()).contains(folded)
                || Folding.fold(person.accessCode()).contains(folded)).toList(), found -> {
                    if (question == narrowed) {
                        people.set(found);
                    }
                }, problem::set);
    }

    void print() {
        Locale locale = words.locale();
        send("paper.sent", (conference, room) -> sheet.print(conference, room, locale));
    }

    void save(Path file) {
        Locale locale = words.locale();
        send("paper.saved", (conference, room) -> sheet.save(conference, room, locale, file));
    }

    // A key struck twice prints one list.
    private void send(String done, BiFunction<Conference, Optional<Product>, InsideSheet.Sent> sends) {
        if (sending) {
            return;
        }
        sending = true;
        Conference conference = workplace.conference();
        Optional<Product> room = door;
        said.set(words.say("inside.sending"));
        background.run(() -> sends.apply(conference, room), sent -> {
            sending = false;
            said.set(words.say(done, sent.rows(), sent.to()));
        }, why -> {
            sending = false;
            said.set(why);
        });
    }

    public BareKeys bareKeys(BooleanSupplier here) {
        return new PageKeys(here, this::room, key -> key == KeyCode.P ? Optional.of(this::print) : Optional.empty());
    }

    Optional<Product> room() {
        return door;
    }

    public void close() {
        asked++;
        looking = false;
        open.set(false);
        shows(List.of(), "");
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Inside.Person>> peopleProperty() {
        return people.getReadOnlyProperty();
    }

    /** Empty until it is known. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Product>> doorsProperty() {
        return doors.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    Workplace workplace() {
        return workplace;
    }
}
