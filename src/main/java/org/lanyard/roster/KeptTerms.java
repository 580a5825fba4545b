package org.lanyard.roster;

import java.sql.SQLException;
import java.util.Optional;
import org.lanyard.ledger.Db;

/** Keeps the terms of one conference for as long as {@link Db#cacheVersion} stays the same. */
final class KeptTerms {

    private volatile Optional<Kept> kept = Optional.empty();

    private record Kept(long conference, long cacheVersion, Terms terms) {}

    Terms of(Db db, long conference) throws SQLException {
        Optional<Kept> known = kept;
        long version = db.cacheVersion();
        if (version != 0 && known.isPresent() && known.get().cacheVersion() == version
                && known.get().conference() == conference) {
            return known.get().terms();
        }
        Terms terms = Terms.read(db, conference);
        if (version != 0) {
            kept = Optional.of(new Kept(conference, version, terms));
        }
        return terms;
    }
}
