package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Contacted;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Grant;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.hub.protocol.Uploaded;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this station level with the hub: doubts are settled, records sent, those of others mirrored, buckets moved. */
final class VenueSync implements AutoCloseable {

    static final String NAME = "name";

    private static final Logger LOG = LoggerFactory.getLogger(VenueSync.class);
    private static final Duration NO_HURRY = Duration.ofDays(1);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String NAMELESS = "?";
    private static final int BATCH = 200;

    private final Ledger ledger;
    private final HubLog log;
    private final Mirror mirror;
    private final Follower follower;
    private final Rosters rosters;
    private final SharedSettings settings;
    private final Doubts doubts;
    private final HubLink link;
    private final InstantSource clock;
    private final Semaphore woken = new Semaphore(0);
    private Optional<FirstBadges> badges = Optional.empty();
    private volatile Optional<Instant> lostSince = Optional.empty();
    private volatile Sentence why = Sentence.NONE;
    private volatile List<StationView> stations = List.of();
    private volatile List<Sentence> notices = List.of();
    private volatile boolean copied;
    private volatile Optional<Thread> thread = Optional.empty();
    private volatile boolean closed;

    VenueSync(Ledger ledger, HubLog log, Mirror mirror, Rosters rosters, SharedSettings settings, Doubts doubts,
            HubLink link, InstantSource clock) {
        this.ledger = ledger;
        this.log = log;
        this.mirror = mirror;
        this.follower = new Follower(ledger, log, mirror);
        this.rosters = rosters;
        this.settings = settings;
        this.doubts = doubts;
        this.link = link;
        this.clock = clock;
    }

    void sendBadges(FirstBadges first) {
        badges = Optional.of(first);
    }

    void start() {
        if (thread.isEmpty()) {
            thread = Optional.of(Thread.ofVirtual().name("venue").start(this::loop));
        }
    }

    void wake() {
        woken.release();
    }

    Optional<Instant> lostSince() {
        return lostSince;
    }

    List<StationView> stations() {
        return stations;
    }

    List<Sentence> notices() {
        return notices;
    }

    Sentence why() {
        return why;
    }

    void lost() {
        if (lostSince.isEmpty()) {
            lostSince = Optional.of(clock.instant());
        }
    }

    private void loop() {
        while (!closed) {
            try {
                once();
            } catch (StationFault fault) {
                LOG.error("not level with the hub", fault);
            }
            try {
                if (woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    synchronized void once() {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            lostSince = Optional.empty();
            return;
        }
        try {
            workAsOurselves();
            hub.get().prepare(lostSince.isPresent());
            boolean left = ledger.read(db -> toSend(db) + Questions.count(db)) > 0;
            Contacted contacted = contact(hub.get());
            doubts.settle(hub.get()::settle);
            rosters.send(hub.get());
            if (badges.isPresent()) {
                badges.get().send(hub.get());
            }
            tellDeliveries(hub.get());
            upload(hub.get());
            if (!follower.follow(hub.get()::follow, Long.MAX_VALUE, NO_HURRY)) {
                return;
            }
            follower.mirrored(contacted.place());
            rosters.takeOver();
            settings.takeOver();
            if (!settings.send(hub.get())) {
                wake();
            }
            makeLeftOut();
            move(hub.get(), contacted);
            Contacted last = left ? contact(hub.get()) : contacted;   // the others see that nothing is left
            stations = hub.get().stations();
            notices = Stream.concat(
                    Notices.of(last, copied, link.instance(), ledger.read(this::name), clock.instant(), stations).stream(),
                    ledger.read(settings::refused).stream()).toList();
            lostSince = Optional.empty();
            why = Sentence.NONE;
        } catch (HubGone gone) {
            lost();
            why = Sentence.ofLine(String.valueOf(gone.getMessage()));
        }
    }

    private Contacted contact(Hub hub) throws HubGone {
        Contacted contacted = hub.contact(ledger.read(this::report));
        if (contacted.outdated()) {   // or another process of this folder has reported more meanwhile
            contacted = hub.contact(ledger.read(this::report));
        }
        if (contacted.outdated()) {
            link.newInstance();
            workAsOurselves();
            contacted = hub.contact(ledger.read(this::report));
        }
        String incarnation = contacted.incarnation().toString();
        long place = contacted.place();
        ledger.writeNow(db -> {
            if (!log.get(db, HubLog.INCARNATION).equals(Optional.of(incarnation))) {
                log.startAnew(db);
                rosters.beginAfter(db, place);
                log.put(db, HubLog.INCARNATION, incarnation);
            }
            return true;
        });
        return contacted;
    }

    // A copy of a data folder must not decide in the buckets of the original.
    void workAsOurselves() {
        UUID instance = link.instance();
        if (!ledger.read(db -> log.isOf(db, instance))) {
            ledger.writeNow(db -> {
                copied |= log.workAs(db, instance);
                return true;
            });
        }
    }

    private void makeLeftOut() {
        if (ledger.read(mirror::hasLeftOut)) {
            ledger.writeNow(db -> {
                mirror.makeLeftOut(db, BATCH);
                return true;
            });
        }
    }

    private Contact report(Db db) throws SQLException {
        long toSend = toSend(db);
        boolean levelled = toSend == 0 && log.untold(db, 1).isEmpty();
        UUID incarnation = log.get(db, HubLog.INCARNATION).map(UUID::fromString).orElse(Contact.NO_INCARNATION);
        return new Contact(link.instance(), name(db), db.number("SELECT seq FROM journal_next"),
                incarnation,
                log.place(db), levelled, toSend, Questions.count(db));
    }

    private String name(Db db) throws SQLException {
        return log.get(db, NAME).orElse(NAMELESS);
    }

    long toSend() {
        return ledger.read(this::toSend);
    }

    private long toSend(Db db) throws SQLException {
        return log.toSend(db) + rosters.toSend(db) + settings.toSend(db);
    }

    // Before the records: whoever works with the server then knows which of them are there.
    private void tellDeliveries(Deliveries hub) throws HubGone {
        List<Deliveries.Told> next = ledger.read(db -> log.untold(db, BATCH));
        while (!next.isEmpty() && !closed) {
            List<Deliveries.Told> told = next;
            hub.tellDeliveries(link.instance(), told);
            ledger.writeNow(db -> {
                log.told(db, told);
                return true;
            });
            next = ledger.read(db -> log.untold(db, BATCH));
        }
    }

    private void upload(Hub hub) throws HubGone {
        List<Entry> next = ledger.read(db -> log.toSend(db, BATCH));
        while (!next.isEmpty() && !closed) {
            List<Entry> sent = next;
            List<Uploaded> answers = hub.upload(link.instance(), sent);
            LOG.debug("{} records sent, {} answers", sent.size(), answers.size());
            ledger.writeNow(db -> {
                log.sent(db, sent);
                return true;
            });
            next = ledger.read(db -> log.toSend(db, BATCH));
        }
        if (ledger.read(log::hasNewCorrections)) {
            ledger.writeNow(db -> {
                log.allSent(db);
                return true;
            });
        }
    }

    void followTo(PostgresHub hub, long wanted) throws HubGone {
        if (!follower.follow(hub::followNow, wanted, PostgresHub.DECISION)) {
            throw new HubGone("", true);   // closing
        }
    }

    void followNews(PostgresHub hub) throws HubGone {
        followTo(hub, Long.MAX_VALUE);
    }

    // A grant is adopted once everything before it is mirrored, and not from a hub that is behind: there it may be an old
    // one, while another station that is cut off has a newer. What is wanted back is returned after the last upload.
    private void move(Hub hub, Contacted contacted) throws HubGone {
        ledger.writeNow(db -> {
            for (Grant mine : log.held(db)) {
                if (contacted.grants().stream().noneMatch(grant -> same(grant, mine))) {
                    log.handedBack(db, mine);
                }
            }
            for (Grant grant : contacted.grants()) {
                if (!contacted.recovering() && log.place(db) >= grant.place()) {
                    log.returnAgain(db, grant);
                    log.adopt(db, grant);
                }
            }
            for (var wanted : contacted.wanted()) {
                log.giveUp(db, wanted);
            }
            return true;
        });
        giveBack(hub);
    }

    private static boolean same(Grant one, Grant other) {
        return one.bucket().equals(other.bucket()) && one.number() == other.number();
    }

    private void giveBack(Hub hub) throws HubGone {
        List<Grant> returned = ledger.read(log::returned);
        if (returned.isEmpty()) {
            return;
        }
        upload(hub);
        if (closed) {
            return;   // perhaps before everything was sent
        }
        for (Grant grant : returned) {
            hub.giveBack(link.instance(), grant.bucket(), grant.number());
            ledger.writeNow(db -> {
                log.handedBack(db, grant);
                return true;
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        follower.stop();
        thread.ifPresent(running -> {
            running.interrupt();
            try {
                running.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
