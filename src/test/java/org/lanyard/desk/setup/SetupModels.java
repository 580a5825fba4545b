package org.lanyard.desk.setup;

import java.util.Locale;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;

/** Models of Setup pages over one station. */
record SetupModels(Station at, Workplace workplace, Background background) {

    static SetupModels of(Workplace workplace, Locale language) {
        return new SetupModels(workplace.station(), workplace,
                new Background(workplace.station().background(), new Words(language)));
    }

    RoleTasks tasks() {
        return new RoleTasks(workplace, background);
    }

    StationModel station() {
        return new StationModel(workplace, at.roster(), at.venue(), tasks());
    }

    StaffModel staff() {
        return new StaffModel(workplace, at.venue(), at.pins(), at.settings(), tasks());
    }

    RosterModel roster() {
        return new RosterModel(workplace, at.roster(), at.rosterFiles(), tasks());
    }

    BackupSchedule schedule() {
        return new BackupSchedule(at.settings(), at.config().database(), at.clock(), background);
    }

    BackupsModel backups() {
        return new BackupsModel(workplace, at.config().database(),
                new PreparationFile(at.roster(), at.rosterFiles(), at.preparation(), at.preparedCorrections()), tasks(),
                schedule(),
                new WindowActions() {
                    @Override
                    public void startKiosk() {}

                    @Override
                    public void showMirror(boolean open) {}

                    @Override
                    public void startPractice() {}

                    @Override
                    public void showPerson(String code) {}

                    @Override
                    public void checkIn(String code) {}
                });
    }
}
