package org.lanyard.desk.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.lanyard.desk.Workplace;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Conference;
import org.lanyard.scan.LimitedInput;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Role;
import org.lanyard.venue.Preparation;
import org.lanyard.venue.PreparedStation;

/** Backups, practice, and the file that prepares another station. On the FX thread. */
final class BackupsModel {

    private static final String ROSTER = "roster.json";
    private static final String STATION = "station.json";
    /** Of one part of a preparation, unpacked; and how much more that may be than what is packed. */
    private static final long MOST_BYTES = 256_000_000;
    private static final long MOST_RATIO = 100;
    private static final long SMALL = 20_000;
    private static final int MOST_SETTINGS_BYTES = 2_000_000;

    private final Workplace workplace;
    private final Path database;
    private final Roster roster;
    private final RosterFiles files;
    private final Preparation preparation;
    private final RoleTasks tasks;
    private final BackupSchedule backups;
    private final WindowActions window;

    BackupsModel(Workplace workplace, Path database, Roster roster, RosterFiles files, Preparation preparation,
            RoleTasks tasks, BackupSchedule backups, WindowActions window) {
        this.workplace = workplace;
        this.database = database;
        this.roster = roster;
        this.files = files;
        this.preparation = preparation;
        this.tasks = tasks;
        this.backups = backups;
        this.window = window;
    }

    BackupSchedule backups() {
        return backups;
    }

    void schedule(Optional<Path> folder, int minutesBetween) {
        workplace.demand(Role.LEAD);
        if (minutesBetween > 0 && folder.filter(BackupSchedule::writable).isEmpty()) {
            throw new NotPossible("backup.no-folder");
        }
        backups.set(folder, minutesBetween);
    }

    /** Needs a lead, because the queue is left alone meanwhile. */
    void practise() {
        workplace.demand(Role.LEAD);
        window.startPractice();
    }

    void backup(Path file, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> new Maintenance(database).backup(file), done, failed);
    }

    /** Writes roster, doors, staff and settings, and no records. */
    void prepare(Path file, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> PrivateFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(STATION));
            zip.write(preparation.write(conference, roster.products(conference), false).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ROSTER));
            files.exportUnused(conference, zip);
            zip.finish();
        }), done, failed);
    }

    /** Reads what another station prepared, and takes up its conference. */
    void takeOver(Path file, Consumer<Conference> done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> {
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream people = entry(zip, ROSTER);
                    InputStream rest = entry(zip, STATION)) {
                ImportReport report = files.importStream(people,
                        ImportOptions.of(ImportOptions.Format.JSON, null), _ -> {});
                Conference conference = roster.conference(report.conference());
                String text = new String(rest.readNBytes(MOST_SETTINGS_BYTES), StandardCharsets.UTF_8);
                PreparedStation prepared = preparation.read(text, conference);
                roster.set(conference, null, null, prepared.redeemPer());
                preparation.apply(prepared, conference, roster.products(conference));
                return roster.conference(report.conference());
            } catch (ZipException other) {
                throw new NotPossible(other, "file.other-station", file.getFileName());
            } catch (IOException unreadable) {
                throw new NotPossible(unreadable, "file.unreadable", file.getFileName());
            }
        }, conference -> {
            workplace.at(conference);
            done.accept(conference);
        }, failed);
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        return new LimitedInput(zip.getInputStream(entry),
                Math.min(MOST_BYTES, MOST_RATIO * Math.max(entry.getCompressedSize(), SMALL)));
    }
}
