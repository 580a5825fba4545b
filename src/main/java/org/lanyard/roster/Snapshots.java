package org.lanyard.roster;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/**
 * Keeps the snapshot of one conference, so that a scan need not ask the file who somebody is, and a search need not read
 * it. A scan may use it within one {@link Db#cacheVersion}; with another the file is asked, until the snapshot is brought up.
 */
final class Snapshots {

    private static final Kept NONE = new Kept(Optional.empty(), 0, 0);

    private final Ledger ledger;
    private volatile Kept kept = NONE;
    private volatile boolean ended;

    Snapshots(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param cacheVersion   in which scans may use it; 0: in none
     * @param foreign commits of other programs when it was read
     */
    private record Kept(Optional<Snapshot> snapshot, long cacheVersion, long foreign) {

        Optional<Snapshot> of(long conference) {
            return snapshot.filter(its -> its.conference() == conference);
        }
    }

    Optional<Person> byCode(Db db, long conference, String code) throws SQLException {
        Kept now = kept;
        Optional<Snapshot> snapshot =
                now.cacheVersion() != 0 && now.cacheVersion() == db.cacheVersion() ? now.of(conference) : Optional.empty();
        return snapshot.isPresent() ? snapshot.get().byCode(code) : People.byCode(db, conference, code);
    }

    List<Long> find(Db db, long conference, Query query, int limit) throws SQLException {
        return current(db, conference).find(query, limit);
    }

    private Snapshot current(Db db, long conference) throws SQLException {
        Optional<Snapshot> known = kept.of(conference);
        if (known.isPresent() && known.get().version() == Snapshot.version(db, conference)) {
            return known.get();
        }
        synchronized (this) {
            Kept before = kept;
            Snapshot now = broughtUp(db, conference, before.of(conference));
            kept = new Kept(Optional.of(now), 0, before.foreign());
            return now;
        }
    }

    private Snapshot broughtUp(Db db, long conference, Optional<Snapshot> before) throws SQLException {
        return before.isPresent() ? before.get().broughtUp(db, () -> ended) : Snapshot.read(db, conference, () -> ended);
    }

    /** Brings the snapshot up, or reads it where it is of another conference, or another program wrote to the file. */
    synchronized void keep(Conference conference) {
        Kept before = kept;
        record Now(long cacheVersion, long foreign) {}
        // asked before the snapshot is taken: whatever that misses has another cache version
        Now now = ledger.writeNow(db -> new Now(db.cacheVersion(), db.foreignCommits()));
        if (before.cacheVersion() == now.cacheVersion() && before.of(conference.id()).isPresent()) {
            return;
        }
        Optional<Snapshot> known = before.foreign() == now.foreign() ? before.of(conference.id()) : Optional.empty();
        Snapshot snapshot = ledger.read(db -> broughtUp(db, conference.id(), known));
        if (!ended) {
            kept = new Kept(Optional.of(snapshot), now.cacheVersion(), now.foreign());
        }
    }

    void end() {
        ended = true;
    }
}
