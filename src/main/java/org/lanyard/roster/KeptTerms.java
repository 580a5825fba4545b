package org.lanyard.roster;

import java.sql.SQLException;
import org.lanyard.ledger.Db;

/** Keeps the terms of one conference for as long as {@link Db#cacheVersion} stays the same. */
final class KeptTerms {

    private volatile Kept kept = new Kept(0, 0, null);

    private record Kept(long conference, long cacheVersion, Terms terms) {}

    Terms of(Db db, long conference) throws SQLException {
        Kept known = kept;
        long version = db.cacheVersion();
        if (version != 0 && known.cacheVersion() == version && known.conference() == conference) {
            return known.terms();
        }
        Terms terms = Terms.read(db, conference);
        if (version != 0) {
            kept = new Kept(conference, version, terms);
        }
        return terms;
    }
}
