package org.lanyard.desk.journal;

import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Journal;
import org.lanyard.journal.Till;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Reading;

/** One record, its person and its neighbours of the same kind (R30). On the FX thread. */
public final class RecordModel {

    private final Workplace workplace;
    private final Journal journal;
    private final Till till;
    private final Roster roster;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Page>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private long asked;

    public RecordModel(Workplace workplace, Journal journal, Till till, Roster roster, Background background) {
        this.till = till;
        this.workplace = workplace;
        this.journal = journal;
        this.roster = roster;
        this.background = background;
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                close();
            }
        });
    }

    /**
     * @param next     recorded later
     * @param previous recorded earlier
     */
    record Page(Entry entry, Optional<Person> person, Currency currency, Optional<Entry> next, Optional<Entry> previous) {}

    ReadOnlyObjectProperty<Optional<Page>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void open(UUID record) {
        long question = ++asked;
        Conference conference = workplace.conference();
        background.run(() -> read(conference, record), read -> {
            if (question == asked) {
                problem.set("");
                page.set(read);
            }
        }, problem::set);
    }

    private Optional<Page> read(Conference conference, UUID record) {
        return journal.find(record).map(entry -> new Page(entry,
                Optional.ofNullable(entry.accessCode()).flatMap(code -> roster.find(conference, Reading.of(code))),
                till.currency(conference), journal.next(entry, conference), journal.previous(entry, conference)));
    }

    void openNext() {
        openNeighbour(Page::next);
    }

    void openPrevious() {
        openNeighbour(Page::previous);
    }

    private void openNeighbour(Function<Page, Optional<Entry>> neighbour) {
        page.get().flatMap(neighbour).ifPresent(entry -> open(entry.id()));
    }

    void reload() {
        page.get().ifPresent(shown -> open(shown.entry().id()));
    }

    void close() {
        asked++;
        page.set(Optional.empty());
    }
}
