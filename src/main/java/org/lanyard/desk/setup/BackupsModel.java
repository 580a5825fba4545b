package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanyard.desk.Workplace;
import org.lanyard.ledger.Maintenance;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Role;

/** Backups, practice, and the file that prepares another station. On the FX thread. */
final class BackupsModel {

    private final Workplace workplace;
    private final Path database;
    private final PreparationFile preparation;
    private final RoleTasks tasks;
    private final BackupSchedule backups;
    private final WindowActions window;

    BackupsModel(Workplace workplace, Path database, PreparationFile preparation, RoleTasks tasks,
            BackupSchedule backups, WindowActions window) {
        this.workplace = workplace;
        this.database = database;
        this.preparation = preparation;
        this.tasks = tasks;
        this.backups = backups;
        this.window = window;
    }

    BackupSchedule backups() {
        return backups;
    }

    void schedule(Optional<Path> folder, int minutesBetween, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> {
            if (minutesBetween > 0 && folder.filter(BackupSchedule::writable).isEmpty()) {
                throw new NotPossible("backup.no-folder");
            }
            backups.set(folder, minutesBetween);
        }, done, failed);
    }

    // Needs a lead, because the queue is left alone meanwhile.
    void practise(Consumer<String> failed) {
        workplace.demand(Role.LEAD);
        window.startPractice(failed);
    }

    void backup(Path file, Runnable done, Consumer<String> failed) {
        tasks.run(Role.LEAD, () -> new Maintenance(database).backup(file), done, failed);
    }

    String preparedName() {
        return workplace.conference().slug() + PreparationFile.ENDING;
    }

    void prepare(Path file, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> PrivateFile.write(file, out -> preparation.write(conference, out)), done,
                failed);
    }

    void read(Path file, Consumer<PreparationFile.Offer> done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> preparation.read(file), done, failed);
    }

    void takeOver(PreparationFile.Offer accepted, Consumer<Conference> done, Consumer<String> failed) {
        tasks.run(Role.ADMINISTRATOR, () -> preparation.apply(accepted), conference -> {
            workplace.at(conference);
            done.accept(conference);
        }, failed);
    }
}
