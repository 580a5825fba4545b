package org.lanyard.desk.search;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;

/** Finds people as somebody types. An answer that comes late never replaces a newer one. On the FX thread. */
public final class SearchModel {

    private static final int MOST_SHOWN = 50;

    private final Workplace workplace;
    private final Roster roster;
    private final Background background;
    private final ObservableList<Person> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> fault = new ReadOnlyObjectWrapper<>("");
    private long asked;

    public SearchModel(Workplace workplace, Roster roster, Background background) {
        this.workplace = workplace;
        this.roster = roster;
        this.background = background;
    }

    void search(String text) {
        long question = ++asked;
        Conference conference = workplace.conference();
        background.run(() -> roster.search(conference, text, MOST_SHOWN), people -> show(question, people, ""),
                why -> show(question, List.of(), why));
    }

    private void show(long question, List<Person> people, String why) {
        if (question == asked) {
            found.setAll(people);
            fault.set(why);
        }
    }

    ObservableList<Person> found() {
        return found;
    }

    ReadOnlyObjectProperty<String> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
