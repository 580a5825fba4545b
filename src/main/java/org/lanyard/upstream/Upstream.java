package org.lanyard.upstream;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.venue.Venue;

/**
 * The registration server of each conference: the roster comes from it, the records go to it. No scan waits for it.
 * All methods may be called from any thread; those that say so ask the network, and take their time.
 */
public final class Upstream implements AutoCloseable {

    private final Ledger ledger;
    private final InstantSource clock;
    private final Patience patience;
    private final Roster roster;
    private final Connections connections;
    private final DeliveryTable table;
    private final UndeliveredRecords undelivered;
    private final Health health;
    private final Passwords passwords = new Passwords();
    private final Servers servers;
    private final Map<Long, Sync> syncs = new ConcurrentHashMap<>();
    // By conference, the record behind which the next push begins: those that failed before are not always the first.
    private final Map<Long, Long> resume = new ConcurrentHashMap<>();
    private final Turn turn;
    private final VenueStandings standings;

    /**
     * @param venueTurn among the stations behind a hub
     * @param lock      file by which processes on the same data folder take turns
     */
    public Upstream(Ledger ledger, Venue venue, Roster roster, RegistrationSystem system, VenueTurn venueTurn,
            InstantSource clock, Path lock, Patience patience) {
        this.ledger = ledger;
        this.clock = clock;
        this.patience = patience;
        this.roster = roster;
        this.connections = new Connections(venue);
        this.table = new DeliveryTable(ledger);
        this.undelivered = new UndeliveredRecords(ledger);
        this.health = new Health(venue);
        this.servers = new Servers(system, passwords, patience, clock);
        this.turn = new Turn(lock);
        this.standings = new VenueStandings(venueTurn, table);
    }

    public UpstreamStatus status(Conference conference) {
        DeliveryTable.Counts counts = table.counts(conference);
        Health.Contact contact = health.of(conference);
        Standing standing = connections.of(conference).isEmpty() ? Standing.LOCAL : standing(contact, counts);
        int undecided = counts.of(Delivery.State.UNDECIDED);
        return new UpstreamStatus(standing, Optional.of(contact.since()).filter(_ -> standing == Standing.OFFLINE),
                contact.sentence(), counts.of(Delivery.State.PENDING), counts.of(Delivery.State.SENT),
                counts.of(Delivery.State.CONFIRMED), counts.of(Delivery.State.REFUSED),
                counts.of(Delivery.State.IN_DOUBT) + undecided, undecided, counts.of(Delivery.State.UNDELIVERABLE),
                counts.twice(), health.lastPull(conference));
    }

    private static Standing standing(Health.Contact contact, DeliveryTable.Counts counts) {
        return switch (contact.result()) {
            case NEVER, SIGN_IN -> Standing.SIGN_IN_NEEDED;
            case OFFLINE -> Standing.OFFLINE;
            case GOOD -> counts.of(Delivery.State.PENDING) > 0 ? Standing.WAITING : Standing.LIVE;
        };
    }

    /**
     * Sets the server's address.
     *
     * @param moved the same registrations have a new address; else an address other than the one that the roster came
     *              from, or that records were sent to, is refused
     * @throws NotPossible where rosters of two servers would be mixed
     */
    public void set(Conference conference, Connection connection, boolean moved) {
        Optional<String> bound = connections.boundTo(conference);
        if (bound.isPresent() && !bound.get().equals(connection.registration())) {
            if (!moved) {
                throw new NotPossible("server.other", conference.slug(), bound.get());
            }
            connections.bind(conference, connection);
        }
        connections.set(conference, connection);
        health.forget(conference);
        servers.forget(conference);
    }

    public void trust(Conference conference, String fingerprint) {
        String normalised = Trust.normalise(fingerprint);
        if (normalised.length() != Trust.FINGERPRINT_LENGTH) {
            throw new NotPossible("server.fingerprint");
        }
        connections.needed(conference);
        connections.trust(conference, normalised);
        servers.forget(conference);
    }

    public Optional<Connection> connection(Conference conference) {
        return connections.of(conference);
    }

    public void password(Conference conference, char[] password) {
        passwords.remember(connections.needed(conference), password);
    }

    /** Takes a password, and keeps it in the key store; false where this machine has none, and it is only remembered. */
    public boolean keepPassword(Conference conference, char[] password) {
        return passwords.keep(connections.needed(conference), password);
    }

    public boolean knowsPassword(Conference conference) {
        return passwords.of(connections.needed(conference)).isPresent();
    }

    void noteMissingPassword(Conference conference) {
        health.note(conference, Optional.of(Trouble.of(Trouble.FaultKind.SIGN_IN, "server.no-password",
                connections.needed(conference).user())), clock.instant());
    }

    /** Asks the network: goes through the steps of a connection to the first that fails; changes nothing there. */
    public List<ConnectionStep> test(Conference conference) {
        try (RegistrationServer server = servers.connect(connections.needed(conference))) {
            List<ConnectionStep> steps = server.check(conference);
            if (steps.getLast().passed()) {
                health.note(conference, Optional.empty(), clock.instant());
            }
            return steps;
        }
    }

    /**
     * Asks the network: brings the server's roster here. Records in doubt are settled before, as they would else be
     * counted as handed out elsewhere.
     *
     * @param force    also where more than 20 % of the people would be withdrawn
     * @param progress told how many people have arrived; an exception it throws ends the pull before anything is changed
     * @throws NotPossible why it could not be done; then nothing was changed
     */
    public ImportReport pull(Conference conference, boolean force, LongConsumer progress) {
        waitOutPause(conference, new Backoff(patience)).ifPresent(asked -> {
            throw new NotPossible(asked.sentence());
        });
        return switch (pullOnce(conference, force, progress)) {
            case PullRun.Outcome.Failed(Trouble trouble) -> throw new NotPossible(trouble.sentence());
            case PullRun.Outcome.Applied(ImportReport report, ServerRoster _) -> report;
        };
    }

    Optional<Trouble> pauseLeft(Conference conference) {
        return health.pauseLeft(conference, clock.instant());
    }

    // Waits for as long as the server asked for; where that is too long, returns what it asked for.
    private Optional<Trouble> waitOutPause(Conference conference, Backoff backoff) {
        Optional<Trouble> asked = pauseLeft(conference);
        if (asked.isPresent() && !(backoff.worthwhile(asked) && backoff.pause(asked))) {
            return asked;
        }
        asked.ifPresent(_ -> health.pauseIsOver(conference));
        return Optional.empty();
    }

    PullRun.Outcome pullOnce(Conference conference, boolean force, LongConsumer progress) {
        Connection connection = connections.needed(conference);
        return turn.take(() -> {
            VenueTurn.Standing standing = standings.take(conference);
            if (standing.whose() == VenueTurn.Whose.UNREACHABLE) {
                return new PullRun.Outcome.Failed(VenueStandings.away(standing));
            }
            RegistrationServer server = servers.working(conference, connection);
            if (standing.whose() != VenueTurn.Whose.OTHERS) {
                new PushRun(delivery(conference, server), table, conference).settle();
            }
            PullRun.Outcome outcome = new PullRun(roster, conference, health, clock).run(server, force, progress);
            if (outcome instanceof PullRun.Outcome.Applied(ImportReport _, ServerRoster pulled)) {
                connections.bind(conference, connection);
                table.noteCounted(conference);
                if (standing.whose() == VenueTurn.Whose.OURS) {
                    undelivered.sendAgain(conference, pulled);
                }
                new AskedPeople(ledger, roster, conference).askAgain(server, pulled);
            }
            health.note(conference, outcome instanceof PullRun.Outcome.Failed(Trouble trouble) ? Optional.of(trouble)
                    : Optional.empty(), clock.instant());
            return outcome;
        });
    }

    /**
     * Asks the network, for a moment only, about a code that nobody here has. A person whom the server knows joins the
     * roster, and can be decided anew: paid, or with the real reason.
     *
     * @param code a bare access code
     * @return whether somebody joined
     */
    public boolean ask(Conference conference, String code) {
        Optional<Connection> connection = connections.of(conference);
        if (connection.isEmpty() || health.of(conference).result() == Health.Contact.Result.OFFLINE
                || !knowsPassword(conference)) {
            return false;
        }
        return new AskedPeople(ledger, roster, conference).ask(servers.answering(conference, connection.get()), code);
    }

    /** Keeps in step with the conference's server from now on, in the background; with none set, does nothing. */
    public void keepInStep(Conference conference) {
        if (connections.of(conference).isPresent()) {
            syncs.computeIfAbsent(conference.id(), _ -> new Sync(this, conference, patience));
        }
    }

    public void wake(Conference conference) {
        Optional.ofNullable(syncs.get(conference.id())).ifPresent(Sync::wake);
    }

    private RecordDelivery delivery(Conference conference, RegistrationServer server) {
        return new RecordDelivery(server, table, roster, new ServerOrders(roster, conference), clock, patience,
                standings.claims(conference));
    }

    Optional<Trouble> pushOnce(Conference conference) {
        Connection connection = connections.needed(conference);
        return turn.take(() -> {
            VenueTurn.Standing standing = standings.take(conference);
            return switch (standing.whose()) {
                case OURS, ENDING -> push(conference, connection, standing.whose() == VenueTurn.Whose.OURS);
                case OTHERS -> Optional.empty();
                case UNREACHABLE -> {
                    Optional<Trouble> away = Optional.of(VenueStandings.away(standing));
                    health.note(conference, away, clock.instant());
                    yield away;
                }
            };
        });
    }

    private Optional<Trouble> push(Conference conference, Connection connection, boolean sends) {
        RecordDelivery delivery = delivery(conference, servers.working(conference, connection));
        PushRun push = new PushRun(delivery, table, conference);
        Optional<Trouble> trouble = Optional.empty();
        standings.endClaims(conference);
        if (sends) {
            trouble = push.send(resume.getOrDefault(conference.id(), 0L));
        } else {
            push.settle();
        }
        resume.put(conference.id(), push.resume());
        if (table.any(conference)) {
            connections.bind(conference, connection);
        }
        if (trouble.isPresent() || delivery.asked()) {
            health.note(conference, trouble, clock.instant());
        }
        return trouble;
    }

    /**
     * Asks the network: sends until nothing more can be sent now, pausing where the server asks for it or fails.
     *
     * @return what ended it; empty where nothing is left to be sent or settled
     * @throws NotPossible when no server is set
     */
    public Optional<Sentence> push(Conference conference) {
        Backoff backoff = new Backoff(patience);
        Optional<Trouble> asked = waitOutPause(conference, backoff);
        if (asked.isPresent()) {
            return asked.map(Trouble::sentence);
        }
        int ended = table.counts(conference).ended();
        while (true) {
            Optional<Trouble> trouble = pushOnce(conference);
            DeliveryTable.Counts now = table.counts(conference);
            Optional<Sentence> elsewhere = standings.elsewhere(conference);
            if (elsewhere.isPresent()) {
                return elsewhere.filter(_ -> !now.nothingToSend());
            }
            backoff.tried(now.ended() > ended);
            ended = now.ended();
            if (now.nothingToSend() || !backoff.worthwhile(trouble) || !backoff.pause(trouble)) {
                return trouble.map(Trouble::sentence);
            }
        }
    }

    /** Time until every request whose answer was lost can no longer arrive; zero where there is none. */
    public Duration untilSettled(Conference conference) {
        long oldest = table.oldestDoubt(conference).orElse(0);
        Duration left = Duration.between(clock.instant(), Instant.ofEpochMilli(oldest).plus(patience.arrive()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Records that a person should know of, the most urgent first. */
    public List<Undelivered> undelivered(Conference conference, int limit) {
        return undelivered.list(conference, limit);
    }

    /**
     * Decides what asking could not settle.
     *
     * @param seq     of an {@link Undelivered} that is {@code undecided}
     * @param arrived whether the server has it; else it is sent again
     * @throws NotPossible when it is not open any more
     */
    public void decide(long seq, boolean arrived) {
        standings.checkOurs();
        if (!undelivered.decide(seq, arrived)) {
            throw new NotPossible("server.decided");
        }
    }

    /**
     * Lets one refused record be sent again.
     *
     * @param record its number as {@code upstream status} shows it, or its id
     * @throws NotPossible when it was not refused
     */
    public void retry(Conference conference, String record) {
        standings.checkOurs();
        undelivered.sendAgain(List.of(undelivered.find(conference, record)));
        wake(conference);
    }

    /**
     * Lets refused records be sent again.
     *
     * @param reason a part of the reason in English; empty for any
     * @return how many
     */
    public int retryAll(Conference conference, String reason) {
        standings.checkOurs();
        int again = undelivered.sendAgain(undelivered.list(conference, Integer.MAX_VALUE).stream()
                .filter(Undelivered::refused)
                .filter(record -> record.reason().toString().toLowerCase(java.util.Locale.ROOT)
                        .contains(reason.strip().toLowerCase(java.util.Locale.ROOT)))
                .map(Undelivered::seq).toList());
        wake(conference);
        return again;
    }

    public int noteSeen(Conference conference) {
        return undelivered.note(conference, clock.instant());
    }

    /** Interrupts what is under way; a record whose answer is then missing is in doubt, and is asked for next time. */
    @Override
    public void close() {
        syncs.values().forEach(Sync::close);
        standings.ours().forEach(conference -> turn.take(() -> {
            standings.giveBack(conference);
            return true;
        }));
        servers.close();
    }
}
