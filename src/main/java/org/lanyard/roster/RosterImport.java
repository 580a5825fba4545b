package org.lanyard.roster;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.carry.Carrying;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;

/** Brings a file's roster into the database: read and compared outside the write transaction, which applies what differs. */
final class RosterImport {

    private static final int MOST_COMPARISONS = 5;

    private final Ledger ledger;
    private final Conferences conferences;
    private final ZoneId machineZone;
    private final RosterArchive archive;
    private final Maker maker;
    private volatile AfterImport afterImport = AfterImport.NONE;

    RosterImport(Ledger ledger, Conferences conferences, ZoneId machineZone, RosterArchive archive, Maker maker) {
        this.maker = maker;
        this.archive = archive;
        this.ledger = ledger;
        this.conferences = conferences;
        this.machineZone = machineZone;
    }

    void tell(AfterImport listener) {
        afterImport = listener;
    }

    /**
     * @param goesBack to a roster that was kept: no correction ends by that
     * @param step     run at every step; what it throws ends the import, and nothing is changed
     */
    ImportReport apply(StatedRoster stated, ImportOptions options, boolean goesBack, Runnable step) {
        return apply(stated, options, goesBack, step, afterImport);
    }

    // Tells nobody: it is they who told.
    ImportReport follow(StatedRoster stated, ImportOptions options) {
        return apply(stated, options, true, () -> {}, AfterImport.NONE);
    }

    private ImportReport apply(StatedRoster stated, ImportOptions options, boolean goesBack, Runnable step,
            AfterImport told) {
        for (int i = 0; i < MOST_COMPARISONS; i++) {
            Compared compared = ledger.read(db -> compare(db, stated, options, goesBack, step));
            if (compared.report().applied() && !compared.changes().isEmpty() && stated.source() == RosterSource.ROSTER
                    && !compared.isNew()) {
                archive.keep(compared.conference(), ledger.read(db -> StoredRoster.uncorrected(db, compared.conference())));
            }
            Optional<ImportReport> applied = compared.apply(ledger, maker, step, told);
            if (applied.isPresent()) {
                return applied.get();
            }
        }
        throw new NotPossible("roster.meanwhile");
    }

    private Compared compare(Db db, StatedRoster stated, ImportOptions options, boolean goesBack, Runnable step)
            throws SQLException {
        KnownRoster known = new KnownRoster(db, conference(db, stated, options));
        CorrectedRoster corrected = CorrectedRoster.of(db, stated, known, !goesBack);
        Comparison comparison =
                new Comparison(db, corrected.roster().watched(step), known, ConferenceSettings.of(stated, options),
                        options.partial()).noting(corrected);
        boolean write = !options.dryRun() && (comparison.unusable().isEmpty() || options.skipBadRows());
        // rows that cannot be used are told first: with them mended the rest may be there
        comparison.run(options.force() || !write && !(options.dryRun() && comparison.unusable().isEmpty()));
        return new Compared(comparison.report(write), comparison.changes(), known.version, known.conference, known.isNew);
    }

    // The differences, valid as long as nobody else changes a roster meanwhile.
    private record Compared(ImportReport report, Changes changes, long version, Conference conference, boolean isNew) {

        /** Empty when the comparison is out of date, and nothing was written. */
        Optional<ImportReport> apply(Ledger ledger, Maker maker, Runnable step, AfterImport told) {
            if (changes.isEmpty() || isNew && !report.applied()) {
                return Optional.of(report);
            }
            return report.applied() ? ledger.writeNow(db -> {
                Optional<ImportReport> written = write(db, maker, step);
                if (written.isPresent()) {
                    told.imported(db, conference.slug().toLowerCase(Locale.ROOT));
                }
                return written;
            }) : trial(ledger, maker, step);
        }

        // Writes, to see what would be carried, and undoes it.
        private Optional<ImportReport> trial(Ledger ledger, Maker maker, Runnable step) {
            AtomicReference<Optional<ImportReport>> seen = new AtomicReference<>();
            try {
                return ledger.writeNow(db -> {
                    if (!Carrying.inUse(db, conference.id())) {
                        return Optional.of(report);
                    }
                    seen.set(write(db, maker, step));
                    throw new NotPossible("roster.meanwhile");
                });
            } catch (NotPossible undone) {
                return Optional.ofNullable(seen.get()).orElseThrow(() -> undone);
            }
        }

        private Optional<ImportReport> write(Db db, Maker maker, Runnable step) throws SQLException {
            if (db.number(KnownRoster.VERSION) != version) {
                return Optional.empty();
            }
            Maker.By by = new Maker.By(conference.id(), Optional.empty(), Optional.empty(), "import");
            Carrying carrying = Carrying.before(db, maker, by, changes.people(), changes.orders());
            changes.write(db, conference.id(), step);
            Carrying.Outcome outcome = carrying.settle(changes.newcomers(), changes.orders(), changes.counted());
            if (!outcome.noted().isEmpty()) {
                Conferences.rosterChanged(db, conference.id(), outcome.noted(), List.of());
            }
            return Optional.of(report.withMoved(outcome.moved()));
        }
    }

    private Conference conference(Db db, StatedRoster stated, ImportOptions options) throws SQLException {
        String asked = options.conference();
        if (asked != null && stated.slug().filter(slug -> !slug.equalsIgnoreCase(asked)).isPresent()) {
            throw new NotPossible("roster.other-conference", stated.slug().get(), asked);
        }
        String slug = asked != null ? asked : stated.slug().orElse(null);
        if (slug == null && Conferences.all(db).isEmpty()) {
            throw new NotPossible("roster.which-conference");
        }
        if (slug == null) {
            slug = conferences.only(Conferences.all(db)).slug();
        }
        ConferenceSettings settings = ConferenceSettings.of(stated, options);
        String wanted = slug;
        List<Conference> known = Conferences.all(db).stream().filter(c -> c.slug().equalsIgnoreCase(wanted)).toList();
        return known.isEmpty() ? new Conference(0, Conferences.checkedSlug(slug),
                settings.name().orElse(slug), settings.zone().orElse(machineZone), Conference.RedeemPer.ATTENDEE)
                : known.getFirst();
    }
}
