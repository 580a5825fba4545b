package org.lanyard.desk.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lanyard.desk.Background;
import org.lanyard.ledger.Maintenance;
import org.lanyard.venue.Settings;

/** Copies of the station's database to a folder, every so often while the window is open. On the FX thread. */
final class BackupSchedule implements AutoCloseable {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss")
            .withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final Path database;
    private final InstantSource clock;
    private final Background background;
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private final Timeline minutes = new Timeline(new KeyFrame(javafx.util.Duration.minutes(1), _ -> look()));
    private Instant lastAt;

    BackupSchedule(Settings settings, Path database, InstantSource clock, Background background) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.background = background;
        this.lastAt = clock.instant();
        minutes.setCycleCount(Timeline.INDEFINITE);
        minutes.play();
    }

    Optional<Path> folder() {
        return settings.get(Settings.BACKUP_FOLDER);
    }

    /** In minutes; 0 is never. */
    int every() {
        return settings.get(Settings.BACKUP_EVERY);
    }

    void set(Optional<Path> folder, int minutesBetween) {
        settings.set(Settings.BACKUP_FOLDER, folder);
        settings.set(Settings.BACKUP_EVERY, minutesBetween);
    }

    void look() {
        Instant now = clock.instant();
        int every = every();
        if (every > 0 && folder().isPresent() && Duration.between(lastAt, now).abs().toMinutes() >= every) {
            lastAt = now;
            into(folder().get());
        }
    }

    private void into(Path folder) {
        Path file = folder.resolve("lanyard-" + STAMP.format(lastAt) + ".db");
        background.run(() -> {
            new Maintenance(database).backup(file);
            return file;
        }, done -> last.set(done.getFileName().toString()), last::set);
    }

    ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    static boolean writable(Path folder) {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    @Override
    public void close() {
        minutes.stop();
    }
}
