package org.lanyard.gate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lanyard.checkin.CheckIns;
import org.lanyard.checkin.Presence;
import org.lanyard.checkin.Ruling;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.redemption.Items;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.roster.PersonAccess;
import org.lanyard.roster.Roster;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.GroupDecision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/**
 * The one place where a scan is decided, whichever surface it came from (R13), in the order of arrival (R8): look up,
 * ask the venue's hub where there is one, then decide and record in one write transaction (R21, R26). With no hub to
 * ask, the look-up is part of that transaction.
 */
public final class Gate {

    private final Ledger ledger;
    private final Roster roster;
    private final VenueHub hub;
    private final Decider decider;
    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final ScanQueue queue;
    private final Voids voids;
    private final RepeatWindow repeats;

    /**
     * @param background   looks people up before the hub is asked
     * @param repeatWindow the time within which the same payload is the same scan (R7); zero: never
     * @param nanoTime     a monotonic clock, in nanoseconds
     * @param ids          makes a UUIDv7 for each record of a group
     * @param clock        says who is inside now
     */
    public Gate(Ledger ledger, Roster roster, VenueHub hub, List<AfterRecord> afterRecord, Executor background,
            Duration repeatWindow, LongSupplier nanoTime, Supplier<UUID> ids, InstantSource clock) {
        this.ledger = ledger;
        this.roster = roster;
        this.hub = hub;
        this.ids = ids;
        this.clock = clock;
        this.queue = new ScanQueue(background);
        RecordAges ages = new RecordAges(Voids.VOLUNTEERS_TIME, nanoTime);
        this.decider = new Decider(roster, hub, ages, afterRecord);
        this.voids = new Voids(ledger, ages);
        this.repeats = new RepeatWindow(repeatWindow, nanoTime);
    }

    public void setRepeatWindow(Duration length) {
        repeats.set(length);
    }

    /**
     * Decides a scan, and records what it leads to. Completes after the commit; fails with a
     * {@link org.lanyard.scan.StationFault}, and then nothing was recorded.
     */
    public CompletableFuture<Decision> decide(Post post, Scan scan) {
        Reading reading = Reading.of(scan.text());
        if (reading.unreadable()) {
            return ledger.write(db -> decider.refuse(db, post, scan, new Verdict.Unreadable()));
        }
        RepeatWindow.Sight sight = sight(post, reading);
        Search search = db -> new Search.Found(post, roster.lookup(db, post.conference(), reading, scan.source().keyed()));
        CompletableFuture<Decision> decided = repeats.seenAgain(sight)
                ? ledger.write(db -> decider.repeat(db, post, scan, search.in(db).lookup()))
                : decide(hub.decides(post), scan, search);
        return decided.whenComplete((_, fault) -> {
            if (fault != null) {
                repeats.forget(sight);
            }
        });
    }

    private static RepeatWindow.Sight sight(Post post, Reading reading) {
        return new RepeatWindow.Sight(reading.text(), post.stationId(), post.mode().word());
    }

    /**
     * Goes on with a person who is already shown, past the reading and the repeat window: an acknowledged note, a lead's
     * override, an item chosen, one of a group.
     */
    public CompletableFuture<Decision> decide(Post post, Scan scan, Attendee attendee) {
        return decide(hub.decides(post), scan, db -> new Search.Found(post, shown(db, post, scan, attendee)));
    }

    /**
     * Hands out one unit of an item to a person who is already shown.
     *
     * @param item slug of an add-on of theirs, as {@link org.lanyard.scan.Item#item()} has it
     */
    public CompletableFuture<Decision> handOut(Post post, Scan scan, Attendee attendee, String item) {
        return decide(hub.decides(post.in(new Mode.Choose())), scan, db -> new Search.Found(
                post.in(new Mode.Redeem(roster.addon(db, post.conference(), item).orElseThrow())),
                shown(db, post, scan, attendee)));
    }

    // A lead's override goes on with the code that was scanned, which may be a blocked one.
    private Lookup shown(Db db, Post post, Scan scan, Attendee attendee) throws SQLException {
        Person person = roster.person(db, attendee.id()).orElseThrow();
        Reading reading = Reading.of(scan.text());
        boolean blocked = scan.override() && !reading.unreadable()
                && roster.lookup(db, post.conference(), reading, scan.source().keyed()) instanceof Lookup.Found found
                && found.person().id() == person.id() && found.blocked();
        return new Lookup.Found(person, blocked);
    }

    private CompletableFuture<Decision> decide(boolean asks, Scan scan, Search search) {
        return asks || queue.waiting() ? queue.next(() -> askAndRecord(scan, search))
                : ledger.write(db -> decide(db, scan, search.in(db), FromHub.NOTHING));
    }

    private CompletableFuture<Decision> askAndRecord(Scan scan, Search search) {
        return new Question(ledger, decider, hub, scan, search).ask()
                .thenCompose(answer -> ledger.write(db -> decide(db, scan, search.in(db), answer)))
                .whenComplete((_, _) -> hub.over(scan));
    }

    private Decision decide(Db db, Scan scan, Search.Found found, FromHub fromHub) throws SQLException {
        return decider.decide(db, found.post(), scan, found.lookup(), fromHub);
    }

    /**
     * Checks in everybody on the order that a scan names, or everybody of a party, who may come in and is not yet in (R10,
     * R36); a code of one person is decided as {@link #decide} does.
     */
    public CompletableFuture<GroupDecision> checkInAll(Post post, Scan scan) {
        Reading reading = Reading.of(scan.text());
        boolean plain = reading.unreadable() || repeats.seenAgain(sight(post, reading));
        if (plain) {
            return decide(post, scan).thenApply(decision -> new GroupDecision(decision, List.of()));
        }
        return ledger.write(db -> {
            Lookup lookup = roster.lookup(db, post.conference(), reading, scan.source().keyed());
            GroupCheckIn group = new GroupCheckIn(decider, db, post, scan);
            return switch (lookup) {
                case Lookup.Group(String order, List<Person> people) -> group.all(order, people, people, ids);
                case Lookup.Found found -> new GroupDecision(group.party(found, ids), List.of());
                // @formatter:off
                case Lookup.Elsewhere _, Lookup.Unknown _ -> new GroupDecision(
                        decider.decide(db, post, scan, lookup, FromHub.NOTHING), List.of());
                // @formatter:on
            };
        });
    }

    /** Checks in those of these people who may come in and are not yet in, all in one transaction (R36). */
    public CompletableFuture<GroupDecision> checkInAll(Post post, Scan scan, String order, List<Attendee> chosen) {
        return ledger.write(db -> {
            List<Person> people = new ArrayList<>();
            for (Attendee attendee : chosen) {
                roster.person(db, attendee.id()).ifPresent(people::add);
            }
            Lookup everybody = roster.lookup(db, post.conference(), Reading.of(order), true);
            return new GroupCheckIn(decider, db, post, scan).all(order, people,
                    everybody instanceof Lookup.Group group ? group.people() : people, ids);
        });
    }

    /** Everybody on the orders of a person who is not alone there, with their state; records nothing. */
    public Optional<Verdict.ChoosePeople> group(Post post, Scan scan, Attendee attendee) {
        return ledger.read(db -> {
            Optional<Lookup.Group> group = roster.group(db, post.conference(), attendee.id());
            return group.isEmpty() ? Optional.empty() : Optional.of(new Verdict.ChoosePeople(group.get().order(),
                    new GroupCheckIn(decider, db, post, scan).members(group.get().people())));
        });
    }

    /** Keeps a note that nobody acknowledged in the refusals, as sent away (R12). */
    public CompletableFuture<Boolean> sentAway(Decision decision) {
        return ledger.write(db -> {
            decider.keepRefusal(db, decision.post(), decision.scan(), decision.verdict());
            return true;
        });
    }

    public CompletableFuture<Decision> notDecided(Post post, Scan scan) {
        return ledger.write(db -> decider.refuse(db, post, scan, new Verdict.NotDecided()));
    }

    public Dossier dossier(Conference conference, Person person) {
        return ledger.read(db -> {
            Terms terms = roster.terms(db, conference);
            return new Dossier(person.attendee(), CheckIns.first(db, person), CheckIns.count(db, person),
                    Items.of(db, conference, person),
                    person.orders().isEmpty() ? Optional.empty() : Optional.of(person.orders().getLast().reference()),
                    person.tickets().stream().map(type -> new Dossier.Ticket(type, terms.of(type).valid())).toList(),
                    PersonAccess.codes(db, person), Presence.party(db, person, terms.insideSince(clock.instant())));
        });
    }

    /** The first check-in of each of these people who has one, ours or made elsewhere. */
    public Map<Long, Instant> firstCheckIns(List<Person> people) {
        return ledger.read(db -> {
            Map<Long, Instant> first = new HashMap<>();
            for (Person person : people) {
                CheckIns.first(db, person).ifPresent(at -> first.put(person.id(), at));
            }
            return first;
        });
    }

    /** The verdicts on those of these people who would be stopped here now, by the attendee's id; records nothing. */
    public Map<Long, Verdict> stopped(Post post, List<Person> people) {
        Scan now = new Scan(ids.get(), "", Source.SEARCH, clock.instant());
        return ledger.read(db -> {
            Map<Long, Verdict> stopped = new HashMap<>();
            for (Person person : people) {
                if (decider.rule(db, post, now, Lookup.Found.of(person)) instanceof Ruling.Answered(Verdict verdict)
                        && verdict.kind() == Verdict.Kind.STOP) {
                    stopped.put(person.id(), verdict);
                }
            }
            return stopped;
        });
    }

    public Voids.Outcome voidRecord(UUID id, String reason, Post by, Instant at) {
        Voids.Outcome outcome = voids.run(id, reason, by, at);
        repeats.clear();
        return outcome;
    }
}
