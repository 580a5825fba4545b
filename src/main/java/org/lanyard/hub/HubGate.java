package org.lanyard.hub;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.lanyard.gate.AfterRecord;
import org.lanyard.gate.VenueHub;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StaffMember;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the hub before a unit is handed out. The question is in the station's own log before it is sent; an answer that does not
 * come leaves a doubt there, which is settled before this person is decided again.
 */
final class HubGate implements VenueHub, AfterRecord {

    private static final Logger LOG = LoggerFactory.getLogger(HubGate.class);

    private final Ledger ledger;
    private final HubLog log;
    private final HubLink link;
    private final VenueSync sync;
    private final InstantSource clock;
    private final Executor executor;
    /** Questions on their way, which are no doubts yet. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    HubGate(Ledger ledger, HubLog log, HubLink link, VenueSync sync, InstantSource clock, Executor executor) {
        this.ledger = ledger;
        this.log = log;
        this.link = link;
        this.sync = sync;
        this.clock = clock;
        this.executor = executor;
    }

    boolean isUnderWay(String id) {
        return underWay.contains(id);
    }

    @Override
    public boolean decides(Post post) {
        return post.mode() instanceof Mode.Redeem && link.joined();
    }

    @Override
    public CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person) {
        return CompletableFuture.supplyAsync(() -> {
            String id = scan.id().toString();
            try {
                return ask(link.hub().orElseThrow(() -> new HubGone("", true)), post, scan, person);
            } catch (HubGone gone) {
                sync.lost();
                return unreachable(person, List.of());
            } catch (StationFault fault) {
                LOG.error("the hub was not asked", fault);
                return unreachable(person, List.of());
            } finally {
                underWay.remove(id);
            }
        }, executor);
    }

    private static Optional<Verdict> unreachable(Person person, List<String> keepers) {
        return Optional.of(new Verdict.HubUnreachable(person.attendee(), keepers));
    }

    private Optional<Verdict> ask(Hub hub, Post post, Scan scan, Person person) throws HubGone {
        sync.workAsOurselves();
        sync.settleDoubts(hub);   // an earlier question under this id too: it may still be executed after a no
        underWay.add(scan.id().toString());
        makeLeftOut(person);
        List<Claim> claims = ledger.read(db -> claims(db, post, person));
        List<Claim> owned = ledger.read(db -> owned(db, claims));
        if (!owned.isEmpty()) {
            return owned.size() == claims.size() ? Optional.empty() : bringTogether(owned, person);
        }
        for (Claim claim : claims) {
            Entry unit = unit(post, scan, person, claim);
            ledger.writeNow(db -> {
                log.asked(db, unit, clock.instant());
                return true;
            });
            Answer answer = hub.ask(link.instance(), unit);
            if (answer instanceof Answer.Accepted(long place)) {
                sync.followTo(hub, place - 1);
                return Optional.empty();
            }
            ledger.writeNow(db -> log.endQuestion(db, unit.key()));
            switch (answer) {
                case Answer.Accepted _ -> throw new IllegalStateException();
                case Answer.Full(String _, long place) -> sync.followTo(hub, place);
                case Answer.Kept kept -> {
                    return unreachable(person, List.of(kept.name()));
                }
                // @formatter:off
                case Answer.Undone _, Answer.Closed _ -> {
                    return unreachable(person, List.of());
                }
                // @formatter:on
            }
        }
        // the units of the others are mirrored now, and the rule says where they went
        return claims.isEmpty() ? Optional.empty() : unreachable(person, List.of());
    }

    /** A unit that came before its person did counts before anything is decided. */
    private void makeLeftOut(Person person) {
        if (ledger.read(log::hasLeftOut)) {
            ledger.writeNow(db -> {
                log.makeLeftOut(db, person.accessCode());
                return true;
            });
        }
    }

    private List<Claim> claims(Db db, Post post, Person person) throws SQLException {
        Product addon = ((Mode.Redeem) post.mode()).addon();
        List<Long> lines = person.activeOrders().flatMap(order -> order.lines().stream())
                .filter(line -> line.product().is(addon) && line.quantity() > 0).map(Person.Line::id).toList();
        List<Claim> claims = new ArrayList<>();
        for (long line : lines) {
            claims.add(log.claim(db, line, person.accessCode()));
        }
        return claims;
    }

    private List<Claim> owned(Db db, List<Claim> claims) throws SQLException {
        List<Claim> owned = new ArrayList<>();
        for (Claim claim : claims) {
            if (log.holds(db, claim.bucket())) {
                owned.add(claim);
            }
        }
        return owned;
    }

    /** A person's lines are decided where all of their buckets have one owner. */
    private Optional<Verdict> bringTogether(List<Claim> owned, Person person) {
        ledger.writeNow(db -> {
            for (Claim claim : owned) {
                log.giveUp(db, claim.bucket());
            }
            return true;
        });
        sync.wake();
        return unreachable(person, List.of());
    }

    private static Entry unit(Post post, Scan scan, Person person, Claim claim) {
        String body = HubLog.body(person.accessCode(), claim, scan.at(),
                Optional.ofNullable(post.staff()).map(StaffMember::name), post.station(), Optional.ofNullable(scan.note()));
        return new Entry(claim.bucket().conference(), "redemption", scan.id().toString(), Entry.State.LIVE, body,
                List.of(claim), 0);
    }

    /** A unit is recorded under the hub's yes, or in buckets that this station still owns in this very transaction. */
    @Override
    public void recorded(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        if (!decides(post)) {
            sync.wake();
            return;
        }
        UUID id = scan.id();
        if (log.endQuestion(db, id.toString())) {
            log.sent(db, id.toString(), false);
        } else {
            List<Claim> claims = claims(db, post, person);
            if (owned(db, claims).size() < claims.size()) {
                throw new StationFault("hub.moved");
            }
        }
        sync.wake();
    }
}
