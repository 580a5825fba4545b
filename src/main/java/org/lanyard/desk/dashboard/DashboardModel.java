package org.lanyard.desk.dashboard;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Entry;
import org.lanyard.journal.Figures;
import org.lanyard.journal.Journal;
import org.lanyard.journal.Statistics;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Product;

/** The dashboard's figures, fresh within a second of a change. On the FX thread. */
public final class DashboardModel implements AutoCloseable {

    /** A station without a scan for so long, while others worked, may have a problem. */
    static final Duration SILENT = Duration.ofMinutes(15);
    private static final int LATEST = 50;

    private final Workplace workplace;
    private final Statistics statistics;
    private final Journal journal;
    private final Roster roster;
    private final InstantSource clock;
    private final Words words;
    private final Background background;
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private long seenChanges = -1;
    private Instant seenAt = Instant.EPOCH;
    private boolean looking;
    private boolean closed;

    public DashboardModel(Workplace workplace, Words words, Statistics statistics, Journal journal, Roster roster,
            InstantSource clock, Background background) {
        this.workplace = workplace;
        this.words = words;
        this.statistics = statistics;
        this.journal = journal;
        this.roster = roster;
        this.clock = clock;
        this.background = background;
    }

    /** @param latest newest first */
    record Picture(Conference conference, Instant at, Figures figures, List<Entry> latest, List<Product> products) {

        String name(String slug) {
            return products.stream().filter(product -> slug.equals(product.slug())
                    || slug.equals(product.kind().prefix() + ":" + product.slug())).findFirst().map(Product::name)
                    .orElse(slug);
        }

        boolean silent(Figures.AtStation station) {
            return Duration.between(station.lastAt(), at).compareTo(SILENT) > 0 && figures.lately() > 0;
        }
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The reason for old figures; empty where they could be read. */
    ReadOnlyStringProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    void refresh() {
        long changes = journal.changes();
        Instant now = clock.instant();
        boolean old = Duration.between(seenAt, now).abs().compareTo(Duration.ofMinutes(1)) > 0;
        if (closed || looking || changes == seenChanges && !old) {
            return;
        }
        looking = true;
        seenChanges = changes;
        seenAt = now;
        Conference conference = workplace.conference();
        background.run(() -> new Picture(conference, now, statistics.of(conference),
                journal.latest(conference, LATEST), roster.products(conference)), seen -> {
                    looking = false;
                    unread.set("");
                    picture.set(seen);
                }, why -> {
                    looking = false;
                    unread.set(why);
                });
    }

    void reload() {
        seenChanges = -1;
        refresh();
    }

    void saveCsv(Path file, Consumer<String> failed) {
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

    void saveImage(Path file, RenderedImage image, Consumer<String> failed) {
        background.run(() -> {
            PrivateFile.write(file, out -> ImageIO.write(image, "png", out));
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
