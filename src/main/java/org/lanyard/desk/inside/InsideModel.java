package org.lanyard.desk.inside;

import java.nio.file.Path;
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

    private final Workplace workplace;
    private final Inside inside;
    private final Roster roster;
    private final Venue venue;
    private final InsideSheet sheet;
    private final Background background;
    private final Words words;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Inside.Person>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Product>> doors = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<Inside.Person> all = List.of();
    private int count;
    private Optional<Product> door = Optional.empty();
    private String wanted = "";
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private long asked;
    private boolean sending;

    public InsideModel(Workplace workplace, Inside inside, Roster roster, Venue venue, InsideSheet sheet,
            Background background, Words words) {
        this.workplace = workplace;
        this.inside = inside;
        this.roster = roster;
        this.venue = venue;
        this.sheet = sheet;
        this.background = background;
        this.words = words;
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                close();
            }
        });
    }

    public void open() {
        open.set(true);
        said.set("");
        Conference conference = workplace.conference();
        background.run(() -> venue.doors(roster.products(conference)).stream().filter(Door::countExits).map(Door::product)
                .toList(), doors::set, problem::set);
        show(Optional.empty());
    }

    void show(Optional<Product> room) {
        door = room;
        long question = ++asked;
        Conference conference = workplace.conference();
        background.run(() -> inside.first(conference, room), first -> {
            if (question == asked) {
                show(first.people(), first.count());
                if (!first.whole()) {
                    reload();
                }
            }
        }, problem::set);
    }

    private void show(List<Inside.Person> read, int inside) {
        problem.set("");
        all = read;
        count = inside;
        filter(wanted);
    }

    void reload() {
        long question = ++asked;
        Conference conference = workplace.conference();
        Optional<Product> room = door;
        background.run(() -> inside.of(conference, room), read -> {
            if (question == asked) {
                show(read, read.stream().mapToInt(Inside.Person::people).sum());
            }
        }, problem::set);
    }

    void filter(String text) {
        wanted = text;
        String folded = Folding.fold(text.strip());
        people.set(folded.isEmpty() ? all : all.stream().filter(person -> Folding.fold(person.name()).contains(folded)
                || Folding.fold(person.accessCode()).contains(folded)).toList());
    }

    /** People, parties counted. */
    int count() {
        return count;
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
        open.set(false);
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Inside.Person>> peopleProperty() {
        return people.getReadOnlyProperty();
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
