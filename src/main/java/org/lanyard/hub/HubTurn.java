package org.lanyard.hub;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Grant;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.VenueTurn;

/** Among the stations that have joined the hub, one at a time owns the bucket of the registration server. */
final class HubTurn implements VenueTurn {

    private static final int PAGE = 500;
    private static final String HEARD = "heard";

    private final Ledger ledger;
    private final HubLog log;
    private final HubLink link;
    private final VenueSync sync;
    private long told;

    HubTurn(Ledger ledger, HubLog log, HubLink link, VenueSync sync) {
        this.ledger = ledger;
        this.log = log;
        this.link = link;
        this.sync = sync;
    }

    private static String slug(Conference conference) {
        return conference.slug().toLowerCase(Locale.ROOT);
    }

    @Override
    public Standing take(Conference conference) {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            note(Whose.OURS);
            return new Standing(Whose.OURS, Sentence.NONE);
        }
        try {
            Standing standing = take(hub.get(), Deliveries.turn(slug(conference)));
            note(standing.whose());
            return standing;
        } catch (HubGone gone) {
            sync.lost();
            return new Standing(Whose.UNREACHABLE, Sentence.of("server.hub-away"));
        }
    }

    private Standing take(PostgresHub hub, Bucket turn) throws HubGone {
        Optional<Hub.Owned> owned = owner(hub, turn);
        if (owned.isEmpty()) {
            hub.grant(link.instance(), List.of(turn));
            sync.once();   // adopts it
            owned = owner(hub, turn);
        } else if (owned.get().station().equals(link.instance()) && !ours(turn) && !ending(turn)) {
            sync.once();
        }
        if (ours(turn)) {
            return new Standing(Whose.OURS, Sentence.NONE);
        }
        return ending(turn) ? new Standing(Whose.ENDING, Sentence.NONE)
                : new Standing(Whose.OTHERS, Sentence.of("server.other-station", owned.map(Hub.Owned::name).orElse("?")));
    }

    private static Optional<Hub.Owned> owner(PostgresHub hub, Bucket turn) throws HubGone {
        return hub.owned(turn.conference()).stream().filter(each -> each.bucket().equals(turn)).findFirst();
    }

    private boolean ours(Bucket turn) {
        return ledger.read(db -> log.holds(db, turn));
    }

    private boolean ending(Bucket turn) {
        return ledger.read(log::returned).stream().anyMatch(grant -> grant.bucket().equals(turn));
    }

    // Read by the view that tells what the server may have counted of ours.
    private void note(Whose whose) {
        String value = whose == Whose.OTHERS ? "others" : "ours";
        if (!ledger.read(db -> log.get(db, "server")).orElse("ours").equals(value)) {
            ledger.writeNow(db -> {
                log.put(db, "server", value);
                return true;
            });
        }
    }

    @Override
    public Claimed claim(Conference conference, String record, boolean again) {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            return Claimed.OURS;
        }
        if (!ours(Deliveries.turn(slug(conference)))) {
            return Claimed.NOT_NOW;
        }
        try {
            Deliveries.Claimed claimed = hub.get().claimDelivery(link.instance(), slug(conference), UUID.fromString(record),
                    again);
            return switch (claimed) {
                case OURS -> Claimed.OURS;
                case LOST -> Claimed.LOST;
                case NOT_NOW -> Claimed.NOT_NOW;
                case SETTLED -> {
                    heardUpTo(0);   // it was told before the record was here
                    yield Claimed.SETTLED;
                }
            };
        } catch (HubGone gone) {
            sync.lost();
            return Claimed.NOT_NOW;
        }
    }

    @Override
    public List<Outcome> hear() {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            return List.of();
        }
        try {
            long place = ledger.read(db -> log.get(db, HEARD)).map(Long::valueOf).orElse(0L);
            List<Deliveries.Heard> next = hub.get().deliveries(place, PAGE);
            if (next.isEmpty()) {
                return List.of();
            }
            told = next.getLast().changed();
            return next.stream().map(heard -> new Outcome(heard.outcome().record().toString(), heard.outcome().body()))
                    .toList();
        } catch (HubGone gone) {
            sync.lost();
            return List.of();
        }
    }

    @Override
    public void heard() {
        heardUpTo(told);
    }

    private void heardUpTo(long place) {
        ledger.writeNow(db -> {
            log.put(db, HEARD, Long.toString(place));
            return true;
        });
    }

    @Override
    public List<String> open(Conference conference) {
        try {
            Optional<PostgresHub> hub = link.hub().filter(_ -> sync.lostSince().isEmpty());
            return hub.isEmpty() ? List.of() : hub.get().openDeliveries(link.instance(), slug(conference)).stream()
                    .map(UUID::toString).toList();
        } catch (HubGone gone) {
            sync.lost();
            return List.of();
        }
    }

    @Override
    public void tell(Conference conference, List<Outcome> outcomes) {
        Optional<PostgresHub> hub = link.hub();
        if (outcomes.isEmpty() || hub.isEmpty()) {
            return;
        }
        try {
            hub.get().tellDeliveries(link.instance(), outcomes.stream()
                    .map(outcome -> new Deliveries.Told(slug(conference), UUID.fromString(outcome.record()), outcome.body()))
                    .toList());
        } catch (HubGone gone) {
            sync.lost();   // told again when the next turn begins
        }
    }

    @Override
    public void giveBack(Conference conference) {
        Bucket turn = Deliveries.turn(slug(conference));
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty() || sync.lostSince().isPresent() || !ours(turn)) {
            return;
        }
        ledger.writeNow(db -> {
            log.giveUp(db, turn);
            return true;
        });
        try {
            for (Grant grant : ledger.read(log::returned)) {
                if (grant.bucket().equals(turn)) {
                    hub.get().giveBack(link.instance(), turn, grant.number());
                }
            }
        } catch (HubGone gone) {
            sync.lost();   // given back at the next contact
        }
    }
}
