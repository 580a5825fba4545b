package org.lanyard.desk.journal;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Export;
import org.lanyard.journal.Filter;
import org.lanyard.journal.Journal;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StaffMember;
import org.lanyard.venue.Venue;

/** The filtered list of journal entries. On the FX thread. */
public final class JournalModel implements AutoCloseable {

    private final Workplace workplace;
    private final Journal journal;
    private final Export export;
    private final Venue venue;
    private final InstantSource clock;
    private final Background background;
    private final LazyEntries entries;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Filter filter = Filter.NONE;
    private long wanted;
    private long seenChanges = -1;
    private boolean looking;
    private boolean closed;

    public JournalModel(Workplace workplace, Journal journal, Export export, Venue venue, InstantSource clock,
            Background background) {
        this.workplace = workplace;
        this.journal = journal;
        this.export = export;
        this.venue = venue;
        this.clock = clock;
        this.background = background;
        this.entries = new LazyEntries((places, told) -> background.run(() -> journal.at(places), told, problem::set));
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                filter(filter);
            }
        });
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    record Choices(List<String> stations, List<String> staff) {}

    void filter(Filter chosen) {
        filter = chosen;
        wanted++;
        if (!looking) {
            read();
        }
    }

    // One question at a time: of filters chosen meanwhile, the last is asked next.
    private void read() {
        looking = true;
        long asked = wanted;
        Filter chosen = filter;
        Conference conference = workplace.conference();
        background.run(() -> journal.places(conference, chosen, 0), places -> {
            if (isStillWanted(asked)) {
                problem.set("");
                entries.show(places);
            }
        }, why -> failed(asked, why));
    }

    // False where something else is wanted meanwhile.
    private boolean isStillWanted(long asked) {
        looking = false;
        if (asked != wanted) {
            read();
        }
        return asked == wanted;
    }

    ZoneId zone() {
        return workplace.conference().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    Instant startOfToday() {
        return today().atStartOfDay(zone()).toInstant();
    }

    void refresh() {
        long changes = journal.changes();
        if (changes == seenChanges || looking || closed) {
            return;
        }
        seenChanges = changes;
        looking = true;
        long asked = wanted;
        Filter chosen = filter;
        Conference conference = workplace.conference();
        long newest = entries.newest();
        background.run(() -> journal.places(conference, chosen, newest), newer -> {
            if (isStillWanted(asked) && newer.length > 0) {
                entries.prepend(newer);
            } else if (asked == wanted) {
                entries.refresh();
            }
        }, why -> failed(asked, why));
    }

    private void failed(long asked, String sentence) {
        if (isStillWanted(asked)) {
            problem.set(sentence);
        }
    }

    void choices(Consumer<Choices> loaded) {
        background.run(() -> new Choices(venue.stations(), venue.staff().stream().map(StaffMember::name).toList()), loaded,
                problem::set);
    }

    void export(Path file, Runnable done) {
        Filter shown = filter;
        Conference conference = workplace.conference();
        background.run(() -> {
            PrivateFile.write(file, out -> export.csv(conference, shown,
                    new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            return file;
        }, _ -> done.run(), problem::set);
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
