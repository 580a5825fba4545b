package org.lanyard.gate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.lanyard.checkin.CheckIns;
import org.lanyard.journal.Refusals;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.redemption.Redemptions;
import org.lanyard.roster.Lookup;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/**
 * The one place where a scan is decided, whichever surface it came from (R13): in the order of arrival, on the writer,
 * in the transaction that records it (R8, R21, R26).
 */
public final class Gate {

    private final Ledger ledger;
    private final Roster roster;
    private final CheckIns checkIns = new CheckIns();
    private final Redemptions redemptions = new Redemptions();
    private final Refusals refusals;
    private final Voids voids;
    private final RepeatWindow repeats;

    /**
     * @param repeatWindow how long the same payload is the same scan (R7); zero: never
     * @param nanoTime     a monotonic clock, in nanoseconds
     */
    public Gate(Ledger ledger, Roster roster, Refusals refusals, Duration repeatWindow, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.roster = roster;
        this.refusals = refusals;
        this.voids = new Voids(ledger);
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
        RepeatWindow.Sight sight = new RepeatWindow.Sight(reading.text(), post.stationId(), post.mode().word());
        boolean repeat = !reading.unreadable() && repeats.seenAgain(sight);
        CompletableFuture<Decision> decided = ledger.write(db -> decide(db, post, scan, reading, repeat));
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
        return ledger.write(db -> {
            Person person = roster.person(db, attendee.id()).orElseThrow();
            return decided(db, post, scan, person, rule(db, post, scan, person));
        });
    }

    /**
     * Hands out one unit of an item to a person who is already shown.
     *
     * @param item slug of an add-on of theirs, as {@link Item#item()} has it
     */
    public CompletableFuture<Decision> handOut(Post post, Scan scan, Attendee attendee, String item) {
        return ledger.write(db -> {
            Person person = roster.person(db, attendee.id()).orElseThrow();
            Product addon = roster.addon(db, post.conference(), item).orElseThrow();
            Post there = post.in(new Mode.Redeem(addon));
            return decided(db, there, scan, person, rule(db, there, scan, person));
        });
    }

    /** Keeps a note that nobody acknowledged in the refusals, as sent away (R12). */
    public CompletableFuture<Void> sentAway(Decision decision) {
        return ledger.write(db -> {
            refusals.add(db, decision.post(), decision.scan(), decision.verdict());
            return null;
        });
    }

    /** Everything about one attendee, from a snapshot; records nothing. */
    public Dossier dossier(Conference conference, Person person) {
        return ledger.read(db -> new Dossier(person.attendee(), checkIns.firstCheckIn(db, person).orElse(null),
                checkIns.checkIns(db, person), redemptions.items(db, conference, person)));
    }

    /** Voids a record (R24, R25); see {@link Voids}. */
    public Voids.Outcome voidRecord(UUID id, String reason, Post by, Instant at) {
        Voids.Outcome outcome = voids.run(id, reason, by, at);
        repeats.clear();
        return outcome;
    }

    private Decision decide(Db db, Post post, Scan scan, Reading reading, boolean repeat) throws SQLException {
        if (reading.unreadable()) {
            return refused(db, post, scan, new Verdict.Unreadable());
        }
        Lookup lookup = roster.lookup(db, post.conference(), reading, scan.source().keyed());
        if (repeat) {
            return lookup instanceof Lookup.Found(Person person)
                    ? decided(db, post, scan, person, new Verdict.RepeatScan(person.attendee()))
                    : new Decision(scan, post, new Verdict.RepeatScan(null), null, List.of());
        }
        return switch (lookup) {
            case Lookup.Elsewhere(String other) -> refused(db, post, scan, new Verdict.WrongConference(other));
            case Lookup.Unknown(var lookAlike) ->
                    refused(db, post, scan, new Verdict.UnknownCode(reading.code(), lookAlike));
            case Lookup.Found(Person person) -> decided(db, post, scan, person, rule(db, post, scan, person));
        };
    }

    private Verdict rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (person.orders().isEmpty()) {
            return new Verdict.NoOrder(person.attendee());
        }
        if (person.withdrawn()) {
            return new Verdict.OrderNotActive(person.attendee(), Person.WITHDRAWN, null);
        }
        if (!person.active()) {
            Person.Order latest = person.orders().getLast();
            return new Verdict.OrderNotActive(person.attendee(), latest.status(), latest.reference());
        }
        return switch (post.mode()) {
            case Mode.CheckIn() -> checkIns.checkIn(db, post, scan, person);
            case Mode.Door(Product product) -> checkIns.admit(db, post, scan, person, product);
            case Mode.Redeem(Product addon) -> redemptions.redeem(db, post, scan, person, addon);
            case Mode.Choose() -> new Verdict.ChooseItem(person.attendee(),
                    redemptions.items(db, post.conference(), person));
        };
    }

    private Decision decided(Db db, Post post, Scan scan, Person person, Verdict found) throws SQLException {
        Verdict verdict = found.recorded() ? found : before(db, post, scan, person).orElse(found);
        if (verdict.kind() == Verdict.Kind.STOP) {
            refusals.add(db, post, scan, verdict);
        }
        List<Item> items = scan.source().onScreen() ? redemptions.items(db, post.conference(), person) : List.of();
        return new Decision(scan, post, verdict, count(db, post, person, verdict), items);
    }

    /** A scan that led to a record keeps its answer, whatever became of the order since (R27). */
    private Optional<Verdict> before(Db db, Post post, Scan scan, Person person) throws SQLException {
        return switch (post.mode()) {
            case Mode.CheckIn() -> checkIns.checkedInBefore(db, scan, person);
            case Mode.Door(Product product) -> checkIns.admittedBefore(db, scan, person, product);
            case Mode.Redeem(Product addon) -> redemptions.before(db, post, scan, person, addon);
            case Mode.Choose() -> Optional.empty();
        };
    }

    private Decision refused(Db db, Post post, Scan scan, Verdict verdict) throws SQLException {
        refusals.add(db, post, scan, verdict);
        return new Decision(scan, post, verdict, null, List.of());
    }

    private int count(Db db, Post post, Person person, Verdict verdict) throws SQLException {
        return switch (verdict) {
            // @formatter:off
            case Verdict.CheckedIn _, Verdict.Admitted _ -> 1;   // the first, however many came since
            // @formatter:on
            case Verdict.ReEntry v -> v.count();
            case Verdict.AdmittedAgain v -> v.count();
            // @formatter:off
            case Verdict.RepeatScan _, Verdict.NoOrder _, Verdict.OrderNotActive _, Verdict.NoTicket _,
                 Verdict.NeedsAttention _, Verdict.Redeemed _, Verdict.FullyRedeemed _, Verdict.ChooseItem _,
                 Verdict.DoorFull _, Verdict.NotPurchased _,
                 Verdict.Unreadable _, Verdict.WrongConference _, Verdict.UnknownCode _ -> soFar(db, post, person);
            // @formatter:on
        };
    }

    /** What was recorded of this person at a post of this kind so far. */
    private int soFar(Db db, Post post, Person person) throws SQLException {
        return switch (post.mode()) {
            case Mode.CheckIn() -> checkIns.checkIns(db, person);
            case Mode.Door(Product product) -> checkIns.admissions(db, person, product);
            case Mode.Redeem(Product addon) -> redemptions.redeemed(db, post.conference(), person, addon);
            case Mode.Choose() -> redemptions.redeemed(db, post.conference(), person, null);
        };
    }
}
