package org.lanyard.desk.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Workplace;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Role;

/** Copies of the station, and the file that prepares another one. On the FX thread. */
final class BackupsModel {

    private static final String ROSTER = "roster.json";
    private static final String STATION = "station.json";

    private final Workplace workplace;
    private final Station station;
    private final Background background;
    private final BackupSchedule backups;

    BackupsModel(Workplace workplace, Background background, BackupSchedule backups) {
        this.workplace = workplace;
        this.station = workplace.station();
        this.background = background;
        this.backups = backups;
    }

    BackupSchedule backups() {
        return backups;
    }

    /** @param folder null for none */
    void schedule(Path folder, int minutesBetween) {
        workplace.demand(Role.LEAD);
        if (minutesBetween > 0 && (folder == null || !BackupSchedule.writable(folder))) {
            throw new NotPossible("backup.no-folder");
        }
        backups.set(folder, minutesBetween);
    }

    /** Who practises leaves the queue alone: that is for a lead to say. */
    void practise(Runnable begin) {
        workplace.demand(Role.LEAD);
        begin.run();
    }

    void backup(Path file, Runnable done, Consumer<String> failed) {
        run(Role.LEAD, () -> {
            new Maintenance(station.config().database()).backup(file);
            return file;
        }, _ -> done.run(), failed);
    }

    /** Writes roster, doors, staff and settings, and no records. */
    void prepare(Path file, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        run(Role.ADMINISTRATOR, () -> {
            PrivateFile.write(file, out -> {
                ZipOutputStream zip = new ZipOutputStream(out);
                zip.putNextEntry(new ZipEntry(STATION));
                zip.write(station.preparation().write(conference).getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(ROSTER));
                station.roster().exportUnused(conference, zip);
                zip.finish();
            });
            return file;
        }, _ -> done.run(), failed);
    }

    /** Reads what another station prepared, and takes up its conference. */
    void takeOver(Path file, Consumer<Conference> done, Consumer<String> failed) {
        run(Role.ADMINISTRATOR, () -> {
            try (ZipFile zip = new ZipFile(file.toFile());
                    InputStream roster = entry(zip, ROSTER);
                    InputStream rest = entry(zip, STATION)) {
                ImportReport report = station.rosterFiles().importStream(roster,
                        ImportOptions.of(ImportOptions.Format.JSON, null), _ -> {});
                Conference conference = station.roster().conference(report.conference());
                station.preparation().read(new String(rest.readAllBytes(), StandardCharsets.UTF_8), conference,
                        station.roster().products(conference));
                return station.roster().conference(report.conference());
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
        return zip.getInputStream(entry);
    }

    private <T> void run(Role needed, Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        background.run(() -> {
            workplace.demand(needed);
            return work.get();
        }, done, failed);
    }
}
