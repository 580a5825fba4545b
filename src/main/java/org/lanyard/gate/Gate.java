package org.lanyard.gate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.lanyard.checkin.CheckIns;
import org.lanyard.checkin.Ruling;
import org.lanyard.journal.Refusals;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.redemption.Items;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/**
 * The one place where a scan is decided, whichever surface it came from (R13), in the order of arrival (R8): look up,
 * ask the venue's hub where there is one, then decide and record in one write transaction (R21, R26). With no hub to
 * ask, the look-up is part of that transaction.
 */
public final class Gate {

    private final Ledger ledger;
    private final Roster roster;
    private final Refusals refusals = new Refusals();
    private final VenueHub hub;
    private final List<AfterRecord> afterRecord;
    private final ScanQueue queue;
    private final RecordAges ages;
    private final Voids voids;
    private final RepeatWindow repeats;

    /**
     * @param background   looks people up before the hub is asked
     * @param repeatWindow the time within which the same payload is the same scan (R7); zero: never
     * @param nanoTime     a monotonic clock, in nanoseconds
     */
    public Gate(Ledger ledger, Roster roster, VenueHub hub, List<AfterRecord> afterRecord, Executor background,
            Duration repeatWindow, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.roster = roster;
        this.hub = hub;
        this.afterRecord = List.copyOf(afterRecord);
        this.queue = new ScanQueue(background);
        this.ages = new RecordAges(Voids.VOLUNTEERS_TIME, nanoTime);
        this.voids = new Voids(ledger, ages);
        this.repeats = new RepeatWindow(repeatWindow, nanoTime);
    }

    public void setRepeatWindow(Duration length) {
        repeats.set(length);
    }

    /** A post and the person that a scan names there. */
    private record Found(Post post, Lookup lookup) {}

    @FunctionalInterface
    private interface Search {

        Found in(Db db) throws SQLException;
    }

    /**
     * Decides a scan, and records what it leads to. Completes after the commit; fails with a
     * {@link org.lanyard.scan.StationFault}, and then nothing was recorded.
     */
    public CompletableFuture<Decision> decide(Post post, Scan scan) {
        Reading reading = Reading.of(scan.text());
        if (reading.unreadable()) {
            return ledger.write(db -> refuse(db, post, scan, new Verdict.Unreadable()));
        }
        RepeatWindow.Sight sight = new RepeatWindow.Sight(reading.text(), post.stationId(), post.mode().word());
        Search search = db -> new Found(post, roster.lookup(db, post.conference(), reading, scan.source().keyed()));
        CompletableFuture<Decision> decided = repeats.seenAgain(sight)
                ? ledger.write(db -> repeat(db, post, scan, search.in(db).lookup())) : decide(post, scan, search);
        return decided.whenComplete((_, fault) -> {
            if (fault != null) {
                repeats.forget(sight);
            }
        });
    }

    /**
     * Goes on with a person who is already shown, past the reading and the repeat window: an acknowledged note, a door
     * overridden, an item chosen.
     */
    public CompletableFuture<Decision> decide(Post post, Scan scan, Attendee attendee) {
        return decide(post, scan, db -> new Found(post, shown(db, attendee)));
    }

    /**
     * Hands out one unit of an item to a person who is already shown.
     *
     * @param item slug of an add-on of theirs, as {@link Item#item()} has it
     */
    public CompletableFuture<Decision> handOut(Post post, Scan scan, Attendee attendee, String item) {
        return decide(post, scan, db -> new Found(
                post.in(new Mode.Redeem(roster.addon(db, post.conference(), item).orElseThrow())), shown(db, attendee)));
    }

    private Lookup shown(Db db, Attendee attendee) throws SQLException {
        return new Lookup.Found(roster.person(db, attendee.id()).orElseThrow());
    }

    private CompletableFuture<Decision> decide(Post post, Scan scan, Search search) {
        return hub.decides(post) || queue.waiting() ? queue.next(() -> askAndRecord(scan, search))
                : ledger.write(db -> recordAndAnswer(db, scan, search.in(db), Optional.empty()));
    }

    private CompletableFuture<Decision> askAndRecord(Scan scan, Search search) {
        CompletableFuture<Optional<Verdict>> asked = ledger.read(db -> ask(db, scan, search.in(db)));
        return asked.thenCompose(answer -> ledger.write(db -> recordAndAnswer(db, scan, search.in(db), answer)));
    }

    /** The hub is asked only for what the rules here allow. */
    private CompletableFuture<Optional<Verdict>> ask(Db db, Scan scan, Found found) throws SQLException {
        boolean needed = hub.decides(found.post()) && found.lookup() instanceof Lookup.Found(Person person)
                && rule(db, found.post(), scan, person) instanceof Ruling.Allowed;
        return needed ? hub.ask(found.post(), scan, ((Lookup.Found) found.lookup()).person())
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private Decision recordAndAnswer(Db db, Scan scan, Found found, Optional<Verdict> fromHub) throws SQLException {
        Post post = found.post();
        return switch (found.lookup()) {
            case Lookup.Elsewhere(String other) -> refuse(db, post, scan, new Verdict.WrongConference(other));
            case Lookup.Unknown(var lookAlike) ->
                    refuse(db, post, scan, new Verdict.UnknownCode(Reading.of(scan.text()).code(), lookAlike));
            case Lookup.Found(Person person) ->
                    answer(db, post, scan, person, recordOrRefuse(db, post, scan, person, fromHub));
        };
    }

    private Verdict recordOrRefuse(Db db, Post post, Scan scan, Person person, Optional<Verdict> fromHub)
            throws SQLException {
        return switch (rule(db, post, scan, person)) {
            case Ruling.Answered(Verdict verdict) -> earlierAnswer(db, post, scan, person).orElse(verdict);
            case Ruling.Allowed _ when fromHub.isPresent() ->
                    earlierAnswer(db, post, scan, person).orElse(fromHub.get());
            case Ruling.Allowed(Ruling.Recording recording) -> record(db, post, scan, person, recording);
        };
    }

    private static Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        Optional<Verdict> refusal = Rules.refuse(person);
        return refusal.isPresent() ? new Ruling.Answered(refusal.get())
                : Rules.of(post.mode()).rule(db, post, scan, person);
    }

    private Verdict record(Db db, Post post, Scan scan, Person person, Ruling.Recording recording) throws SQLException {
        Optional<Verdict> recorded = recording.record(db);
        if (recorded.isEmpty()) {
            return earlierAnswer(db, post, scan, person).orElseThrow();
        }
        ages.note(db.latestPlace());
        for (AfterRecord listener : afterRecord) {
            listener.recorded(db, post, scan, person, recorded.get());
        }
        return recorded.get();
    }

    /** A scan that led to a record keeps its answer, whatever became of the order since (R27). */
    private static Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        return Rules.of(post.mode()).earlierAnswer(db, post, scan, person);
    }

    private Decision repeat(Db db, Post post, Scan scan, Lookup lookup) throws SQLException {
        if (!(lookup instanceof Lookup.Found(Person person))) {
            return new Decision(scan, post, new Verdict.RepeatScan(Optional.empty()), OptionalInt.empty(), List.of());
        }
        Optional<Verdict> earlier = earlierAnswer(db, post, scan, person);
        return answer(db, post, scan, person,
                earlier.orElse(new Verdict.RepeatScan(Optional.of(person.attendee()))));
    }

    private Decision answer(Db db, Post post, Scan scan, Person person, Verdict verdict) throws SQLException {
        if (verdict.kind() == Verdict.Kind.STOP) {
            refusals.add(db, post, scan, verdict);
        }
        List<Item> items = scan.source().onScreen() ? Items.of(db, post.conference(), person) : List.of();
        return new Decision(scan, post, verdict, OptionalInt.of(count(db, post, person, verdict)), items);
    }

    private Decision refuse(Db db, Post post, Scan scan, Verdict verdict) throws SQLException {
        refusals.add(db, post, scan, verdict);
        return new Decision(scan, post, verdict, OptionalInt.empty(), List.of());
    }

    private static int count(Db db, Post post, Person person, Verdict verdict) throws SQLException {
        return switch (verdict) {
            // @formatter:off
            case Verdict.CheckedIn _, Verdict.Admitted _ -> 1;   // the first, however many came since
            // @formatter:on
            case Verdict.ReEntry again -> again.count();
            case Verdict.AdmittedAgain again -> again.count();
            // @formatter:off
            case Verdict.RepeatScan _, Verdict.NoOrder _, Verdict.OrderNotActive _, Verdict.NoTicket _,
                 Verdict.NeedsAttention _, Verdict.Redeemed _, Verdict.FullyRedeemed _, Verdict.ChooseItem _,
                 Verdict.DoorFull _, Verdict.NotPurchased _,
                 Verdict.Unreadable _, Verdict.NotDecided _, Verdict.WrongConference _, Verdict.UnknownCode _ ->
                    Rules.of(post.mode()).count(db, post, person);
            // @formatter:on
        };
    }

    /** Keeps a note that nobody acknowledged in the refusals, as sent away (R12). */
    public CompletableFuture<Void> sentAway(Decision decision) {
        return ledger.write(db -> {
            refusals.add(db, decision.post(), decision.scan(), decision.verdict());
            return null;
        });
    }

    /** Keeps a scan at a station where nobody was signed in, in the refusals. */
    public CompletableFuture<Decision> notDecided(Post post, Scan scan) {
        return ledger.write(db -> refuse(db, post, scan, new Verdict.NotDecided()));
    }

    /** Everything about one attendee, from a snapshot; records nothing. */
    public Dossier dossier(Conference conference, Person person) {
        return ledger.read(db -> new Dossier(person.attendee(), CheckIns.first(db, person), CheckIns.count(db, person),
                Items.of(db, conference, person)));
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

    /** Voids a record (R24, R25); see {@link Voids}. */
    public Voids.Outcome voidRecord(UUID id, String reason, Post by, Instant at) {
        Voids.Outcome outcome = voids.run(id, reason, by, at);
        repeats.clear();
        return outcome;
    }
}
