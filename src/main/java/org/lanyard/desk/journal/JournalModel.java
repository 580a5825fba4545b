package org.lanyard.desk.journal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.gate.Voids;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Filter;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;

/** The journal screen without its widgets. On the FX thread. */
public final class JournalModel implements AutoCloseable {

    private final Workplace workplace;
    private final Station station;
    private final Background background;
    private final LazyEntries entries;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Filter filter = Filter.NONE;
    private long seenChanges = -1;
    private boolean looking;
    private boolean closed;

    public JournalModel(Workplace workplace, Background background) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
        this.entries =
                new LazyEntries((places, told) -> background.run(() -> station.journal().at(places), told, problem::set));
        workplace.postProperty().addListener((_, before, now) -> {
            if (before.conference().id() != now.conference().id()) {
                filter(filter);
            }
        });
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    Post post() {
        return workplace.post();
    }

    void filter(Filter chosen) {
        filter = chosen;
        looking = true;
        background.run(() -> station.journal().places(workplace.conference(), chosen, 0), places -> {
            looking = false;
            if (filter == chosen) {
                problem.set("");
                entries.show(places);
            }
        }, this::failed);
    }

    /** Since the venue's midnight. */
    Instant today() {
        var zone = workplace.conference().zone();
        return LocalDate.ofInstant(station.clock().instant(), zone).atStartOfDay(zone).toInstant();
    }

    /** Looks for what is new, where anything was recorded since the last look. */
    void refresh() {
        long changes = station.journal().changes();
        if (changes == seenChanges || looking || closed) {
            return;
        }
        seenChanges = changes;
        looking = true;
        Filter asked = filter;
        background.run(() -> station.journal().places(workplace.conference(), asked, entries.newest()), newer -> {
            looking = false;
            if (asked == filter && newer.length > 0) {
                entries.prepend(newer);
            } else if (asked == filter) {
                entries.refresh();
            }
        }, this::failed);
    }

    private void failed(String sentence) {
        looking = false;
        problem.set(sentence);
    }

    List<String> stations() {
        return station.venue().stations();
    }

    List<String> staff() {
        return station.venue().staff().stream().map(member -> member.name()).toList();
    }

    /**
     * Voids a record (R24, R25).
     *
     * @param done told when it is done, also where it had been voided before
     */
    void voidRecord(UUID id, String reason, Runnable done, Consumer<String> failed) {
        Post by = workplace.post();
        background.run(() -> station.gate().voidRecord(id, reason, by, station.clock().instant()), (Voids.Outcome _) -> {
            refresh();
            done.run();
        }, failed);
    }

    /** Writes what is shown. */
    void export(Path file, Runnable done) {
        Filter shown = filter;
        background.run(() -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                station.export().csv(workplace.conference(), shown, out);
            } catch (IOException unwritable) {
                throw new NotPossible(unwritable, "file.unwritable", file.getFileName());
            }
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
