package org.lanyard.desk.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.lanyard.Station;
import org.lanyard.desk.Background;
import org.lanyard.desk.FxClock;
import org.lanyard.desk.NextScan;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.hub.HubAdministration;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.OwnHub;

/** Models of Setup pages over one station. */
record SetupModels(Station at, Workplace workplace, Background background) {

    /** Every model; that of the venue with a hub in this folder. */
    static final List<BiFunction<SetupModels, Path, Object>> ALL = List.of((m, _) -> m.station(), (m, _) -> m.staff(),
            (m, _) -> m.roster(), (m, _) -> m.backups(), (m, _) -> m.upstream(), (m, _) -> m.badges(), (m, _) -> m.kiosk(),
            (m, _) -> m.paper(), (m, _) -> m.people(), (m, _) -> m.products(), SetupModels::venue);

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
        return new BackupsModel(workplace, at.config().database(), preparation(), tasks(), schedule(), window());
    }

    private PreparationFile preparation() {
        return new PreparationFile(at.roster(), at.rosterFiles(), at.preparation(), at.preparedCorrections());
    }

    UpstreamModel upstream() {
        return new UpstreamModel(workplace, at.upstream(), tasks());
    }

    BadgesModel badges() {
        return new BadgesModel(workplace, at.roster(), at.printing(), at.settings(), tasks());
    }

    KioskSetupModel kiosk() {
        return new KioskSetupModel(workplace, at.pins(), at.settings(), tasks(), window());
    }

    PaperModel paper() {
        return new PaperModel(workplace, at.paperLists(), at.till(), at.settings(), at.clock(), new Words(Locale.ENGLISH),
                tasks());
    }

    PeopleModel people() {
        return new PeopleModel(workplace, new PeopleModel.Services(at.roster(), at.corrections(), at.till(), at.ids()),
                background, new NextScan(new FxClock()), window());
    }

    ProductsModel products() {
        return new ProductsModel(workplace, at.roster(), at.venue(), at.clock(), tasks());
    }

    VenueModel venue(Path hubFolder) {
        KeptLogin login = new KeptLogin(at.config().dataFolder());
        Joining joining = new Joining(login);
        return new VenueModel(workplace, at.roster(), new OwnHub(hubFolder, joining), joining, new HubAdministration(login),
                preparation(), tasks());
    }

    private static WindowActions window() {
        return new WindowActions() {
            @Override
            public void startKiosk() {}

            @Override
            public void showMirror(boolean open) {}

            @Override
            public void startPractice(Consumer<String> told) {
                told.accept("begun");
            }

            @Override
            public void showPerson(String code) {}

            @Override
            public void checkIn(String code) {}
        };
    }
}
