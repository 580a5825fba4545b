package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Sentence;

/** Follows the venue's order, page by page. */
final class Follower {

    private static final int PAGE = 800;

    private final Ledger ledger;
    private final HubLog log;
    private final Mirror mirror;
    private volatile boolean stopped;

    Follower(Ledger ledger, HubLog log, Mirror mirror) {
        this.ledger = ledger;
        this.log = log;
        this.mirror = mirror;
    }

    void stop() {
        stopped = true;
    }

    @FunctionalInterface
    interface Pages {

        List<Placed> after(long place, int limit) throws HubGone;
    }

    /**
     * The next page comes while this one is written. Several may follow at once: what was mirrored already changes nothing.
     *
     * @return false where it was stopped before the end
     */
    boolean follow(Pages pages, long wanted, Duration longest) throws HubGone {
        long start = System.nanoTime();
        Optional<String> incarnation = ledger.read(db -> log.get(db, HubLog.INCARNATION));
        long place = ledger.read(log::place);
        List<Placed> next = place < wanted ? pages.after(place, PAGE) : List.of();
        while (!next.isEmpty() && !stopped) {
            List<Placed> page = next;
            place = page.getLast().changed();
            boolean more = page.size() == PAGE && place < wanted;
            CompletableFuture<Boolean> written = ledger.write(db -> {
                mirror(db, page, incarnation);
                return true;
            });
            try {
                next = more ? pages.after(place, PAGE) : List.of();
            } finally {
                Ledger.await(written);
            }
            if (more && System.nanoTime() - start > longest.toNanos()) {
                throw new HubGone(Sentence.of("hub.unreachable").line(), true);
            }
        }
        return next.isEmpty();
    }

    private void mirror(Db db, List<Placed> page, Optional<String> incarnation) throws SQLException {
        boolean sameHub = log.get(db, HubLog.INCARNATION).equals(incarnation);   // else the places are those of a hub that is no more
        long before = sameHub ? log.place(db) : 0;
        Mirror.Page records = mirror.page(db);
        for (Placed placed : page) {
            if (placed.changed() > before) {
                switch (placed.entry().kind()) {
                    case Rosters.KIND -> Rosters.mirror(db, placed);
                    case FirstBadges.KIND -> FirstBadges.mirror(db, placed);
                    case SharedSettings.KIND -> SharedSettings.mirror(db, placed);
                    default -> records.mirror(placed);
                }
            }
        }
        records.end();
        if (sameHub) {
            log.put(db, "place", Long.toString(Math.max(before, page.getLast().changed())));
        }
    }

    /** Notes that everything is here up to a place that was given out before the last page was asked for; grants take places too. */
    void mirrored(long place) {
        ledger.writeNow(db -> {
            log.put(db, "place", Long.toString(Math.max(place, log.place(db))));
            return true;
        });
    }
}
