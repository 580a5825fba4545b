package org.lanyard.desk.search;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lanyard.Station;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;

/** Finds people as somebody types; the answer to an older text never replaces that to a newer. On the FX thread. */
public final class SearchModel {

    private static final int MOST_SHOWN = 50;

    private final Station station;
    private final Workplace workplace;
    private final Executor background;
    private final Words words;
    private final ObservableList<Person> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<String> fault = new ReadOnlyObjectWrapper<>("");
    private long asked;

    public SearchModel(Workplace workplace, Words words) {
        this.words = words;
        this.station = workplace.station();
        this.workplace = workplace;
        this.background = station.background();
    }

    void search(String text) {
        long question = ++asked;
        Conference conference = workplace.conference();
        CompletableFuture.supplyAsync(() -> station.roster().search(conference, text, MOST_SHOWN), background)
                .whenCompleteAsync((people, failure) -> {
                    if (question == asked) {
                        found.setAll(failure == null ? people : List.of());
                        fault.set(failure == null ? "" : words.why(failure));
                    }
                }, Platform::runLater);
    }

    ObservableList<Person> found() {
        return found;
    }

    ReadOnlyObjectProperty<String> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
