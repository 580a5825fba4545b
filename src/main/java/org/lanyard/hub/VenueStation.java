package org.lanyard.hub;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.lanyard.gate.AfterRecord;
import org.lanyard.gate.VenueHub;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Roster;
import org.lanyard.roster.SharedCorrections;
import org.lanyard.roster.SharedTerms;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.VenueTurn;

/** This station's side of the venue's hub: what {@code gate} asks, what keeps it level, and how it stands. */
public final class VenueStation implements AutoCloseable {

    private static final int MOST_CONFLICTS = 500;

    private final Ledger ledger;
    private final HubLog log;
    private final HubLink link;
    private final VenueSync sync;
    private final FirstBadges badges;
    private final Roster roster;
    private final HubGate gate;
    private final HubTurn turn;

    public VenueStation(Ledger ledger, Path dataFolder, InstantSource clock, Supplier<UUID> ids,
            SharedCorrections corrections, SharedTerms terms, Roster roster, ExecutorService background) {
        this.ledger = ledger;
        Facts facts = new Facts(corrections);
        this.log = new HubLog(facts);
        Mirror mirror = new Mirror(log, facts);
        this.link = new HubLink(dataFolder, ids);
        Rosters rosters = new Rosters(ledger, roster, ids, link);
        Doubts doubts = new Doubts(ledger, link);
        this.sync = new VenueSync(ledger, log, mirror, rosters, new SharedSettings(ledger, terms, link, ids), doubts, link,
                clock);
        this.badges = new FirstBadges(ledger, link, sync);
        this.roster = roster;
        sync.sendBadges(badges);
        this.gate = new HubGate(ledger, log, mirror, link, sync, doubts, clock, background);
        this.turn = new HubTurn(ledger, log, link, sync);
        roster.beforeCounting(this::refuseWhileItemsAreOut);
    }

    // R19: a pool is counted in another way then, and whoever owns it alone would not know.
    private void refuseWhileItemsAreOut(Conference conference) {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            return;
        }
        try {
            List<String> owners = hub.get().owned(conference.slug().toLowerCase(Locale.ROOT)).stream()
                    .filter(owned -> owned.bucket().product().startsWith("addon:")).map(Hub.Owned::name).distinct().toList();
            if (!owners.isEmpty()) {
                throw new NotPossible("hub.counting.out", String.join(", ", owners));
            }
        } catch (HubGone gone) {
            sync.lost();
            throw new NotPossible(gone, "hub.counting.away");
        }
    }

    public VenueHub hub() {
        return gate;
    }

    public VenueTurn serverTurn() {
        return turn;
    }

    public AfterRecord afterRecord() {
        return gate;
    }

    /**
     * Claims the first badge of a person for this station; waits a second at most.
     *
     * @param job     the badge's
     * @param station that made it; empty for this one
     * @return        when and where it was printed, empty where it may be printed here
     */
    public Optional<Sentence> claimFirstBadge(UUID job, long attendee, String code, String station, Instant at) {
        Conference conference = roster.conferenceOf(attendee);
        String from = station.isEmpty() ? ledger.read(db -> log.get(db, VenueSync.NAME)).orElse("") : station;
        return badges.claim(conference, code, job, from, at);
    }

    public void setName(String name) {
        ledger.write(db -> {
            log.put(db, VenueSync.NAME, name.strip());
            return true;
        });
    }

    public UUID instance() {
        return link.instance();
    }

    /** A database that came out of a backup joins the hub as another station, which owns nothing. */
    public static void forgetInstance(Path dataFolder) {
        HubLink.forgetInstance(dataFolder);
    }

    public void keepLevel() {
        sync.start();
    }

    public VenueStatus syncNow() {
        sync.once();
        return status();
    }

    /** Returns every bucket that this station owns, as soon as the hub answers. */
    public VenueStatus returnAll() {
        ledger.writeNow(db -> {
            log.giveUpAll(db);
            return true;
        });
        return syncNow();
    }

    /** From this station's own file; waits for nothing. */
    public VenueStatus known() {
        if (!link.joined()) {
            return new VenueStatus(VenueStatus.State.NONE, Optional.empty(), sync.why(), List.of(), List.of(), 0, 0,
                    0, false);
        }
        long toSend = sync.toSend();
        long inDoubt = ledger.read(Questions::count);
        VenueStatus.State answering = toSend + inDoubt > 0 ? VenueStatus.State.SENDING : VenueStatus.State.LIVE;
        return new VenueStatus(sync.lostSince().isPresent() ? VenueStatus.State.ALONE : answering, sync.lostSince(),
                sync.why(), sync.notices(), sync.stations(), toSend, inDoubt, 0, ledger.read(log::keeps));
    }

    /** With the stations as the hub knows them; waits for the hub. */
    public VenueStatus status() {
        VenueStatus known = known();
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            return known;
        }
        try {
            List<StationView> stations = hub.get().stations();
            long conflicts = hub.get().conflicts(MOST_CONFLICTS).size();
            return new VenueStatus(known.state(), known.since(), known.why(), known.notices(), stations,
                    known.toSend(), known.inDoubt(), conflicts, known.keeps());
        } catch (HubGone gone) {
            sync.lost();
            return known();
        }
    }

    @Override
    public void close() {
        sync.close();
        link.close();
    }
}
