package org.lanyard.hub;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.AfterImport;
import org.lanyard.roster.Roster;
import org.lanyard.roster.format.RosterState;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions of the roster: an import or a pull at one station becomes one change of the venue, which the others follow. Each
 * version is the whole roster without corrections; the latest in the venue's order counts.
 */
final class Rosters implements AfterImport {

    static final String KIND = "roster";

    private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);
    private static final String OUT = "roster-out:";
    private static final String OWN = "roster-own:";
    private static final String NEW = "roster-new:";
    private static final String FROM = "roster-from";
    private static final String PUT = "INSERT OR REPLACE INTO hub_state (key, value) VALUES (?, ?)";
    private static final String DROP = "DELETE FROM hub_state WHERE key = ? AND value = ?";
    private static final String GET = "SELECT value FROM hub_state WHERE key = ?";
    private static final String ALL = "SELECT key, value FROM hub_state WHERE key >= ? AND key < ?";

    private final Ledger ledger;
    private final Roster roster;
    private final Supplier<UUID> ids;
    private final HubLink link;

    Rosters(Ledger ledger, Roster roster, Supplier<UUID> ids, HubLink link) {
        this.ledger = ledger;
        this.roster = roster;
        this.ids = ids;
        this.link = link;
        roster.afterImport(this);
    }

    void beginAfter(Db db, long place) throws SQLException {
        db.run(PUT, FROM, place);
    }

    @Override
    public void imported(Db db, String conference) throws SQLException {
        if (link.joined()) {
            db.run(PUT, OUT + conference, ids.get());
        }
    }

    long toSend(Db db) throws SQLException {
        return all(db, OUT).size();
    }

    private static Map<String, String> all(Db db, String prefix) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        db.each(row -> found.put(row.getString(1).substring(prefix.length()), row.getString(2)), ALL, prefix,
                prefix.substring(0, prefix.length() - 1) + ";");
        return found;
    }

    // A lost answer leads to the same id again; another import meanwhile to another.
    void send(Hub hub) throws HubGone {
        for (var each : ledger.read(db -> all(db, OUT)).entrySet()) {
            Optional<Conference> conference = conference(each.getKey());
            if (conference.isPresent()) {
                String body = RosterState.write(roster.uncorrected(conference.get()));
                hub.upload(link.instance(), List.of(new Entry(each.getKey(), KIND, each.getValue(), Entry.State.LIVE, body,
                        List.of(), 0)));
            }
            ledger.writeNow(db -> {
                db.run(PUT, OWN + each.getKey(), each.getValue());
                db.run(DROP, OUT + each.getKey(), each.getValue());
                return true;
            });
        }
    }

    private Optional<Conference> conference(String slug) {
        return roster.conferences().stream().filter(known -> known.slug().equalsIgnoreCase(slug)).findFirst();
    }

    /** A version of this station that is not in the venue's order yet comes later than this one, and counts. */
    static void mirror(Db db, Placed placed) throws SQLException {
        String conference = placed.entry().conference();
        boolean own = db.run(DROP, OWN + conference, placed.entry().key()) != 0;
        long from = db.one(row -> row.getLong(1), GET, FROM).orElse(0L);
        if (own || placed.place() <= from || db.one(row -> true, GET, OWN + conference).isPresent()
                || db.one(row -> true, GET, OUT + conference).isPresent()) {
            return;
        }
        db.run(PUT, NEW + conference, placed.entry().body());
    }

    // Takes over what was mirrored, outside of its transaction: a whole roster is compared first.
    void takeOver() {
        for (var each : ledger.read(db -> all(db, NEW)).entrySet()) {
            try {
                roster.follow(RosterState.read(each.getValue()), each.getKey());
            } catch (NotPossible refused) {
                LOG.warn("a roster of another station was not taken over: {}", refused.getMessage());
            }
            ledger.writeNow(db -> {
                SharedSettings.cameWithRoster(db);
                return db.run(DROP, NEW + each.getKey(), each.getValue());
            });
        }
    }
}
