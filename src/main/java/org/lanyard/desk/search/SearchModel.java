package org.lanyard.desk.search;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.Gate;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Post;

/** Finds people as somebody types. An answer that comes late never replaces a newer one. On the FX thread. */
public final class SearchModel {

    private static final int MOST_SHOWN = 50;

    private final Workplace workplace;
    private final Roster roster;
    private final Gate gate;
    private final InstantSource clock;
    private final Background background;
    private final ObservableList<FoundPerson> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> fault = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper onlyMostWords = new ReadOnlyBooleanWrapper();
    private long asked;

    public SearchModel(Workplace workplace, Roster roster, Gate gate, InstantSource clock, Background background) {
        this.workplace = workplace;
        this.roster = roster;
        this.gate = gate;
        this.clock = clock;
        this.background = background;
    }

    void search(String text) {
        long question = ++asked;
        Post post = workplace.post();
        background.run(() -> {
            List<Person> people = roster.search(post.conference(), text, MOST_SHOWN);
            return new Result(FoundPerson.rows(people, gate.firstCheckIns(people), gate.stopped(post, people)),
                    !people.isEmpty() && MostWords.lacksOne(people.getFirst(), text));
        }, result -> show(question, result, ""), why -> show(question, new Result(List.of(), false), why));
    }

    private record Result(List<FoundPerson> rows, boolean onlyMostWords) {}

    private void show(long question, Result result, String why) {
        if (question == asked) {
            found.setAll(result.rows());
            onlyMostWords.set(result.onlyMostWords());
            fault.set(why);
        }
    }

    ZoneId zone() {
        return workplace.conference().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    ReadOnlyBooleanProperty onlyMostWordsProperty() {
        return onlyMostWords.getReadOnlyProperty();
    }

    ObservableList<FoundPerson> found() {
        return found;
    }

    ReadOnlyObjectProperty<String> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
