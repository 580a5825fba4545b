package org.lanyard.roster;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;

/** Brings a file's roster into the database: read and compared outside the write transaction, which applies what differs. */
final class RosterImport {

    private static final int MOST_COMPARISONS = 5;

    private final Ledger ledger;
    private final Conferences conferences;
    private final ZoneId machineZone;
    private final RosterArchive archive;

    RosterImport(Ledger ledger, Conferences conferences, ZoneId machineZone, RosterArchive archive) {
        this.archive = archive;
        this.ledger = ledger;
        this.conferences = conferences;
        this.machineZone = machineZone;
    }

    ImportReport apply(StatedRoster stated, ImportOptions options) {
        for (int i = 0; i < MOST_COMPARISONS; i++) {
            Compared compared = ledger.read(db -> compare(db, stated, options));
            if (compared.writes() && stated.source() == RosterSource.ROSTER && !compared.isNew()) {
                archive.keep(compared.conference(), ledger.read(db -> StoredRoster.uncorrected(db, compared.conference())));
            }
            Optional<ImportReport> applied = compared.apply(ledger);
            if (applied.isPresent()) {
                return applied.get();
            }
        }
        throw new NotPossible("roster.meanwhile");
    }

    private Compared compare(Db db, StatedRoster stated, ImportOptions options) throws SQLException {
        KnownRoster known = new KnownRoster(db, conference(db, stated, options));
        Comparison comparison = new Comparison(db, stated, known, ConferenceSettings.of(stated, options),
                options.partial());
        boolean write = !options.dryRun() && (comparison.unusable().isEmpty() || options.skipBadRows());
        // rows that cannot be used are told first: with them mended the rest may be there
        comparison.run(options.force() || !write && !(options.dryRun() && comparison.unusable().isEmpty()));
        return new Compared(comparison.report(write), comparison.changes(), known.version, known.conference, known.isNew);
    }

    /** The differences, valid as long as nobody else changes a roster meanwhile. */
    private record Compared(ImportReport report, Changes changes, long version, Conference conference, boolean isNew) {

        boolean writes() {
            return report.applied() && !changes.isEmpty();
        }

        /** Empty when the comparison is out of date, and nothing was written. */
        Optional<ImportReport> apply(Ledger ledger) {
            boolean done = !writes() || ledger.writeNow(this::write);
            return done ? Optional.of(report) : Optional.empty();
        }

        private boolean write(Db db) throws SQLException {
            if (db.number(KnownRoster.VERSION) != version) {
                return false;
            }
            changes.write(db, conference.id());
            return true;
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
