package org.lanyard.desk.setup;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Role;

/** Imports a roster in two steps: what would change, then the change; either can be broken off. On the FX thread. */
public final class RosterModel {

    private final Workplace workplace;
    private final Roster roster;
    private final RosterFiles files;
    private final RoleTasks tasks;
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicBoolean brokenOff = new AtomicBoolean();
    private final ReadOnlyLongWrapper read = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AnimationTimer counter = new AnimationTimer() {
        @Override
        public void handle(long now) {
            read.set(arrived.get());
        }
    };

    RosterModel(Workplace workplace, Roster roster, RosterFiles files, RoleTasks tasks) {
        this.workplace = workplace;
        this.roster = roster;
        this.files = files;
        this.tasks = tasks;
    }

    String conference() {
        return workplace.conference().slug();
    }

    /** Says what would change, and changes nothing. */
    void preview(ImportRequest request, Consumer<ImportReport> done, Consumer<String> failed) {
        run(request, true, done, failed);
    }

    /** Imports, and takes up the conference whose roster it is. */
    public void apply(ImportRequest request, Consumer<ImportReport> done, Consumer<String> failed) {
        run(request, false, report -> {
            if (report.applied()) {
                tasks.read(() -> roster.conference(report.conference()), conference -> {
                    workplace.at(conference);
                    done.accept(report);
                }, failed);
            } else {
                done.accept(report);
            }
        }, failed);
    }

    private void run(ImportRequest request, boolean dryRun, Consumer<ImportReport> done, Consumer<String> failed) {
        brokenOff.set(false);
        arrived.set(0);
        busy.set(true);
        counter.start();
        tasks.run(dryRun ? Role.VOLUNTEER : Role.LEAD,
                () -> files.importFile(request.file(), request.options(dryRun), this::progress), report -> {
                    ended();
                    done.accept(report);
                }, sentence -> {
                    ended();
                    failed.accept(sentence);
                });
    }

    private void progress(long people) {
        arrived.set(people);
        if (brokenOff.get()) {
            throw new NotPossible(new CancellationException(), "roster.broken-off");
        }
    }

    private void ended() {
        counter.stop();
        busy.set(false);
    }

    void breakOff() {
        brokenOff.set(true);
    }

    /** Attendees read so far. */
    ReadOnlyLongProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public void demo(Consumer<Conference> done, Consumer<String> failed) {
        tasks.run(Role.LEAD, files::loadDemo, conference -> {
            workplace.at(conference);
            done.accept(conference);
        }, failed);
    }
}
