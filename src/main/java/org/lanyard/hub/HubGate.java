package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.lanyard.gate.AfterRecord;
import org.lanyard.gate.VenueHub;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
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
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Ledger ledger;
    private final HubLog log;
    private final Mirror mirror;
    private final HubLink link;
    private final VenueSync sync;
    private final Doubts doubts;
    private final InstantSource clock;
    private final Claims claims;
    private final Executor executor;
    // Questions on their way, which are no doubts yet, and the place of the yes to each; 0 until it came.
    private final Map<String, Long> underWay = new ConcurrentHashMap<>();

    HubGate(Ledger ledger, HubLog log, Mirror mirror, HubLink link, VenueSync sync, Doubts doubts, InstantSource clock,
            Executor executor) {
        this.ledger = ledger;
        this.log = log;
        this.mirror = mirror;
        this.claims = new Claims(log);
        this.link = link;
        this.sync = sync;
        this.doubts = doubts;
        this.clock = clock;
        this.executor = executor;
        doubts.watch(this::isUnderWay);
    }

    private boolean isUnderWay(String id) {
        return underWay.containsKey(id);
    }

    @Override
    public boolean decides(Post post) {
        return switch (post.mode()) {
            case Mode.Redeem _,Mode.Door _,Mode.Choose _ -> link.joined();
            case Mode.CheckIn _,Mode.Exit _ -> false;
        };
    }

    @Override
    public CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ask(hub(), post, scan, person);
            } catch (HubGone gone) {
                sync.lost();
            } catch (StationFault fault) {
                LOG.error("the hub was not asked", fault);
            }
            return unreachable(person, List.of());
        }, executor);
    }

    @Override
    public CompletableFuture<Boolean> catchUp() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                sync.workAsOurselves();
                doubts.settle(hub()::settle);
                sync.followNews(hub());
                return true;
            } catch (HubGone gone) {
                sync.lost();
            } catch (StationFault fault) {
                LOG.error("the hub was not heard", fault);
            }
            return false;
        }, executor);
    }

    private PostgresHub hub() throws HubGone {
        return link.hub().orElseThrow(() -> new HubGone("", true));
    }

    @Override
    public boolean consents(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (!decides(post) || isUnderWay(scan.id().toString()) && Questions.isOpen(db, scan.id().toString())) {
            return true;
        }
        List<Claim> claims = this.claims.of(db, post, person);
        return owned(db, claims).size() == claims.size();
    }

    @Override
    public void over(Scan scan) {
        if (underWay.remove(scan.id().toString()) != null) {
            sync.wake();
        }
    }

    private static Optional<Verdict> unreachable(Person person, List<String> keepers) {
        return Optional.of(new Verdict.HubUnreachable(person.attendee(), keepers));
    }

    private Optional<Verdict> ask(PostgresHub hub, Post post, Scan scan, Person person) throws HubGone {
        String id = scan.id().toString();
        sync.workAsOurselves();
        doubts.settle(hub::settle);   // an earlier question under this id too: it may still be executed after a no
        if (ledger.read(db -> log.isRecorded(db, id))) {
            return Optional.empty();
        }
        underWay.put(id, 0L);
        makeLeftOut(person);
        List<Claim> claims = ledger.read(db -> this.claims.of(db, post, person));
        List<Claim> owned = ledger.read(db -> owned(db, claims));
        if (!owned.isEmpty()) {
            return owned.size() == claims.size() ? Optional.empty() : bringTogether(owned, person);
        }
        List<Claim> day = ledger.read(db -> this.claims.ofDay(db, post, scan, person));
        for (Claim claim : claims) {
            List<Claim> both = Stream.concat(Stream.of(claim), day.stream()).toList();
            switch (ask(hub, Claims.entry(post, scan, person, both))) {
                case Answer.Accepted _ -> {
                    return Optional.empty();
                }
                case Answer.Full _ -> LOG.debug("full: {}", claim.pool());
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

    // In the log before it is sent; everything before the place of a yes is mirrored when this returns.
    private Answer ask(PostgresHub hub, Entry unit) throws HubGone {
        ledger.writeNow(db -> {
            Questions.begin(db, unit, clock.instant());
            return true;
        });
        Answer answer = askWhileKept(hub, unit);
        if (answer instanceof Answer.Accepted(long place)) {
            sync.followTo(hub, place - 1);
            underWay.replace(unit.key(), place);
            return answer;
        }
        ledger.writeNow(db -> Questions.end(db, unit.key()));
        if (answer instanceof Answer.Full(String _, long place)) {
            sync.followTo(hub, place);
        }
        return answer;
    }

    // Asks on: the station that keeps the bucket may return it within the deadline.
    private Answer askWhileKept(PostgresHub hub, Entry unit) throws HubGone {
        long end = System.nanoTime() + PostgresHub.DECISION.toNanos();
        Answer answer = hub.ask(link.instance(), unit);
        while (answer instanceof Answer.Kept && System.nanoTime() < end) {
            LockSupport.parkNanos(AGAIN.toNanos());
            answer = hub.ask(link.instance(), unit);
        }
        return answer;
    }

    // A unit that came before its person did counts before anything is decided.
    private void makeLeftOut(Person person) {
        if (ledger.read(mirror::hasLeftOut)) {
            ledger.writeNow(db -> {
                mirror.makeLeftOut(db, person.accessCode());
                return true;
            });
        }
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

    // A person's lines are decided where all of their buckets have one owner.
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

    @Override
    public void recorded(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        String id = scan.id().toString();
        if (isUnderWay(id) && Questions.end(db, id)) {
            log.sent(db, id, false);
            log.placed(db, id, underWay.getOrDefault(id, 0L));   // followed while the question was open, it was not noted
        }
        sync.wake();
    }
}
