package org.lanyard.desk.inside;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
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
    private final Background background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Inside.Person>> people = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Product>> doors = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<Inside.Person> all = List.of();
    private Optional<Product> door = Optional.empty();
    private String wanted = "";
    private long asked;

    public InsideModel(Workplace workplace, Inside inside, Roster roster, Venue venue, Background background) {
        this.workplace = workplace;
        this.inside = inside;
        this.roster = roster;
        this.venue = venue;
        this.background = background;
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                close();
            }
        });
    }

    /** Shows who is inside the venue. */
    public void open() {
        open.set(true);
        Conference conference = workplace.conference();
        background.run(() -> venue.doors(roster.products(conference)).stream().filter(Door::countExits).map(Door::product)
                .toList(), doors::set, problem::set);
        show(Optional.empty());
    }

    /** @param room empty for the venue */
    void show(Optional<Product> room) {
        door = room;
        reload();
    }

    void reload() {
        long question = ++asked;
        Conference conference = workplace.conference();
        Optional<Product> room = door;
        background.run(() -> inside.of(conference, room), read -> {
            if (question == asked) {
                problem.set("");
                all = read;
                filter(wanted);
            }
        }, problem::set);
    }

    /** Keeps those whose name or code has this text. */
    void filter(String text) {
        wanted = text;
        String folded = Folding.fold(text.strip());
        people.set(folded.isEmpty() ? all : all.stream().filter(person -> Folding.fold(person.name()).contains(folded)
                || Folding.fold(person.accessCode()).contains(folded)).toList());
    }

    /** People, parties counted. */
    int count() {
        return all.stream().mapToInt(Inside.Person::people).sum();
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

    /** Rooms whose exits count. */
    ReadOnlyObjectProperty<List<Product>> doorsProperty() {
        return doors.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Workplace workplace() {
        return workplace;
    }
}
