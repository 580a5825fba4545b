package org.lanyard;

import com.fasterxml.uuid.Generators;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.Printing;
import org.lanyard.gate.Gate;
import org.lanyard.gate.PaperLists;
import org.lanyard.hub.VenueStation;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.OwnHub;
import org.lanyard.journal.CorrectionExport;
import org.lanyard.journal.Export;
import org.lanyard.journal.Inside;
import org.lanyard.journal.Journal;
import org.lanyard.journal.Statistics;
import org.lanyard.journal.Till;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.PersonAccess;
import org.lanyard.roster.PreparedCorrections;
import org.lanyard.roster.Roster;
import org.lanyard.roster.SharedCorrections;
import org.lanyard.roster.SharedTerms;
import org.lanyard.roster.carry.Maker;
import org.lanyard.roster.format.KeptRosters;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.upstream.Upstream;
import org.lanyard.upstream.UpstreamSettings;
import org.lanyard.upstream.django.DjangoProgram;
import org.lanyard.upstream.django.PreloadForm;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Preparation;
import org.lanyard.venue.Setting;
import org.lanyard.venue.Settings;
import org.lanyard.venue.Venue;

/**
 * The composition root: every part, constructed in order. Desk and command line are handed it; nothing else knows it.
 *
 * @param ids        makes a UUIDv7 for each record (R27)
 * @param background for reading what a screen then shows
 */
public record Station(StationConfig config, InstantSource clock, Supplier<UUID> ids, Ledger ledger, Roster roster,
        RosterFiles rosterFiles, Corrections corrections, PersonAccess access, Inside inside, Venue venue, Settings settings,
        Pins pins, Preparation preparation, PreparedCorrections preparedCorrections,
        Gate gate, Printing printing,
        Journal journal,
        Statistics statistics,
        Export export, CorrectionExport correctionExport, Till till, PaperLists paperLists, Upstream upstream,
        VenueStation hub, OwnHub ownHub, ExecutorService background)
        implements AutoCloseable {

    public static Station open(StationConfig config) {
        return open(config, InstantSource.system(), Generators.timeBasedEpochGenerator()::generate, System::nanoTime,
                ZoneId.systemDefault());
    }

    /**
     * @param nanoTime    a monotonic clock, in nanoseconds
     * @param machineZone for conferences that do not say where they are
     * @throws org.lanyard.scan.StationFault when the data folder or its database cannot be used
     */
    public static Station open(StationConfig config, InstantSource clock, Supplier<UUID> ids, LongSupplier nanoTime,
            ZoneId machineZone) {
        Ledger ledger = Ledger.open(config.database());
        Maker corrected = new Maker(clock, ids);
        Roster roster = new Roster(ledger, machineZone, new KeptRosters(config.dataFolder().resolve("rosters"), clock),
                corrected);
        Venue venue = new Venue(ledger);
        Settings settings = new Settings(ledger);
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        VenueStation hub = new VenueStation(ledger, config.dataFolder(), clock, ids,
                new SharedCorrections(corrected), new SharedTerms(corrected), roster, background);
        Printing printing = new Printing(ledger, roster, settings, clock, ids, background,
                config.dataFolder().resolve("printing.lock"));
        printing.claimFirst(job -> hub.claimFirstBadge(job.id(), job.attendee(), job.accessCode(), job.station(), job.at()));
        Gate gate = new Gate(ledger, roster, hub.hub(), List.of(hub.afterRecord(), printing.onCheckIn()), background,
                config.repeatWindow(),
                nanoTime, ids, clock);
        Journal journal = new Journal(ledger);
        Till till = new Till(ledger);
        Inside inside = new Inside(ledger, clock);
        return new Station(config, clock, ids, ledger, roster,
                new RosterFiles(roster, machineZone, List.of(new PreloadForm())),
                new Corrections(ledger, roster, corrected), new PersonAccess(ledger, clock, ids), inside,
                venue, settings,
                new Pins(ledger, clock, nanoTime, config.pinCost()), new Preparation(ledger, venue, settings, shared()),
                new PreparedCorrections(ledger), gate, printing,
                journal,
                new Statistics(ledger, clock),
                new Export(journal), new CorrectionExport(ledger, till), till, new PaperLists(roster, gate, inside),
                new Upstream(ledger, venue, roster, DjangoProgram::new, hub.serverTurn(), clock,
                        config.dataFolder().resolve("upstream.lock"), config.patience()),
                hub, new OwnHub(config.dataFolder(), new Joining(new KeptLogin(config.dataFolder()))), background);
    }

    private static List<Setting<?>> shared() {
        return Stream.of(Settings.ALL.stream().filter(Setting::shareable), UpstreamSettings.SHARED.stream(),
                BadgeSettings.SHARED.stream()).<Setting<?>>flatMap(settings -> settings).toList();
    }

    @Override
    public void close() {
        roster.endKeeping();
        upstream.close();
        hub.close();
        printing.close();
        background.close();
        ownHub.close();
        printing.giveTurn();
        ledger.close();
    }
}
