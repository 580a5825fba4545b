package org.lanyard.desk.dashboard;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Figures;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Product;

/** The dashboard without its widgets: figures that are fresh within a second of a change. On the FX thread. */
public final class DashboardModel implements AutoCloseable {

    /** A station that has been silent for so long, while others worked, may have a problem. */
    static final Duration SILENT = Duration.ofMinutes(15);
    private static final int LATEST = 50;

    private final Workplace workplace;
    private final Station station;
    private final Words words;
    private final Background background;
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private long seenChanges = -1;
    private Instant seenAt = Instant.EPOCH;
    private boolean looking;
    private boolean closed;

    public DashboardModel(Workplace workplace, Words words, Background background) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.words = words;
        this.background = background;
    }

    /** Everything the dashboard shows at one moment. */
    record Picture(Conference conference, Instant at, Figures figures, List<Entry> latest, List<Product> products) {

        /** What people call the product that a slug names, alone or after its kind. */
        String name(String slug) {
            return products.stream().filter(product -> slug.equals(product.slug())
                    || slug.equals(product.kind().prefix() + ":" + product.slug())).findFirst().map(Product::name)
                    .orElse(slug);
        }

        /** Whether this station stands out by its silence. */
        boolean silent(Figures.AtStation station) {
            return Duration.between(station.lastAt(), at).compareTo(SILENT) > 0 && figures.lately() > 0;
        }
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Looks anew where something was recorded since the last look, or a minute has gone by. */
    void refresh() {
        long changes = station.journal().changes();
        Instant now = station.clock().instant();
        boolean old = Duration.between(seenAt, now).abs().compareTo(Duration.ofMinutes(1)) > 0;
        if (closed || looking || changes == seenChanges && !old) {
            return;
        }
        looking = true;
        seenChanges = changes;
        seenAt = now;
        Conference conference = workplace.conference();
        background.run(() -> new Picture(conference, now, station.statistics().of(conference),
                station.journal().latest(conference, LATEST), station.roster().products(conference)), seen -> {
                    looking = false;
                    picture.set(seen);
                }, _ -> looking = false);
    }

    /** Forgets what was seen, so that the next look shows something, whatever it is. */
    void lookAfresh() {
        seenChanges = -1;
        refresh();
    }

    /**
     * Writes the figures as a CSV, one a row.
     *
     * @param failed told one plain sentence
     */
    void saveCsv(Path file, java.util.function.Consumer<String> failed) {
        Figures figures = picture.get().figures();
        background.run(() -> {
            PrivateFile.write(file, out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                write(figures, text);
                text.flush();
            });
            return file;
        }, _ -> {}, failed);
    }

    private void write(Figures figures, Writer out) throws IOException {
        FigureRows rows = new FigureRows(out);
        rows.row(words.say("dashboard.attendees"), "", figures.attendees());
        rows.row(words.say("dashboard.checked-in"), "", figures.checkedIn());
        rows.row(words.say("dashboard.today"), "", figures.today());
        for (Figures.AtStation at : figures.stations()) {
            rows.row(words.say("dashboard.stations"), at.station(), at.checkIns());
        }
        for (Figures.OfTicket ticket : figures.tickets()) {
            rows.row(words.say("dashboard.tickets"), ticket.name(), ticket.checkedIn());
        }
        for (Figures.OfItem item : figures.items()) {
            rows.row(words.say("dashboard.items"), item.item(), item.redeemed());
        }
        for (Figures.AtDoor door : figures.doors()) {
            rows.row(words.say("dashboard.doors"), door.door(), door.admitted());
        }
        for (Figures.Refused refused : figures.refusals()) {
            rows.row(words.say("dashboard.refused"), refused.verdict(), refused.count());
        }
        rows.end();
    }

    @Override
    public void close() {
        closed = true;
    }
}
