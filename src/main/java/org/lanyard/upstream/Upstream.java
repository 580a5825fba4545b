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
import org.lanyard.upstream.Reply.Trouble;
import org.lanyard.venue.Venue;

/**
 * The registration server of each conference: the roster comes from it, the records go to it. Nothing here is waited for
 * by a scan. All methods may be called from any thread; those that say so ask the network, and take their time.
 */
public final class Upstream implements AutoCloseable {

    private final InstantSource clock;
    private final Patience patience;
    private final Roster roster;
    private final Connections connections;
    private final Deliveries deliveries;
    private final Health health;
    private final Passwords passwords = new Passwords();
    private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
    private final Map<Long, Session> asking = new ConcurrentHashMap<>();
    private final Map<Long, Sync> syncs = new ConcurrentHashMap<>();
    /** By conference, after which record the next push begins: those that failed before it are not always the first. */
    private final Map<Long, Long> resume = new ConcurrentHashMap<>();
    private final Turn turn;

    /** @param lock file by which processes on the same data folder take turns */
    public Upstream(Ledger ledger, Venue venue, Roster roster, InstantSource clock, Path lock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
        this.roster = roster;
        this.connections = new Connections(venue);
        this.deliveries = new Deliveries(ledger);
        this.health = new Health(venue);
        this.turn = new Turn(lock);
    }

    /** How a station stands with its server; its word is the command line's. */
    public enum Standing {
        /** no server is set for this conference */
        LOCAL("offline"), LIVE("live"), WAITING("waiting"), OFFLINE("offline"), SIGN_IN_NEEDED("sign-in needed");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What has not reached the server, and what became of the rest.
     *
     * @param since        when an offline time began; null while it is none
     * @param sentence     what the last contact failed of; {@link Sentence#NONE} where it did not
     * @param inDoubt      those a person has to decide included
     * @param undeliverable what the server has no call for: door checks, voids of what it was told, items it does not know
     */
    public record Status(Standing standing, Instant since, Sentence sentence, int pending, int sent, int confirmed,
            int refused, int inDoubt, int undecided, int undeliverable) {

        /** Whether the server knows everything that it can know. */
        public boolean nothingLeft() {
            return pending == 0 && sent == 0 && inDoubt == 0;
        }
    }

    public Status status(Conference conference) {
        Deliveries.Counts counts = deliveries.counts(conference);
        Health.Contact contact = health.of(conference);
        Standing standing = connections.of(conference).isEmpty() ? Standing.LOCAL : switch (contact.kind()) {
            case NEVER, SIGN_IN -> Standing.SIGN_IN_NEEDED;
            case OFFLINE -> Standing.OFFLINE;
            case GOOD -> counts.pending() > 0 ? Standing.WAITING : Standing.LIVE;
        };
        return new Status(standing, standing == Standing.OFFLINE ? contact.since() : null, contact.sentence(),
                counts.pending(), counts.sent(), counts.confirmed(), counts.refused(),
                counts.inDoubt() + counts.undecided(), counts.undecided(), counts.undeliverable());
    }

    /**
     * Says where the server is.
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
        forgetSession(conference);
    }

    /** Trusts the server's certificate, although nobody vouches for it. */
    public void trust(Conference conference, String fingerprint) {
        String normalised = Trust.normalised(fingerprint);
        if (normalised.length() != 95) {
            throw new NotPossible("server.fingerprint");
        }
        connections.needed(conference);
        connections.trust(conference, normalised);
        forgetSession(conference);
    }

    public Optional<Connection> connection(Conference conference) {
        return connections.of(conference);
    }

    /** Takes a password for as long as the station runs. */
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

    /** Asks the network: goes through the steps of a connection to the first that fails; changes nothing there. */
    public List<ConnectionCheck.Step> test(Conference conference) {
        Connection connection = connections.needed(conference);
        try (Session session = session(connection, patience)) {
            return new ConnectionCheck(session, conference).run();
        }
    }

    /**
     * Asks the network: brings the server's roster here, all of it or nothing. What is in doubt is settled before, as it
     * would else be counted as handed out elsewhere.
     *
     * @param force    also where more than a fifth of the attendees would vanish
     * @param progress told how many attendees have arrived; what it throws ends the pull before anything is changed
     * @throws NotPossible why it could not be done; then nothing was changed
     */
    public ImportReport pull(Conference conference, boolean force, LongConsumer progress) {
        satOut(conference, new Backoff(patience)).ifPresent(asked -> {
            throw new NotPossible(asked.sentence());
        });
        return switch (pullOnce(conference, force, progress)) {
            case Pull.Outcome.Failed(Trouble trouble) -> throw new NotPossible(trouble.sentence());
            case Pull.Outcome.Applied(ImportReport report) -> report;
        };
    }

    /** For how long the server, when it was last asked, wanted to be left alone, be it by another process. */
    Optional<Trouble> asked(Conference conference) {
        return health.asked(conference, clock.instant());
    }

    /** Waits for as long as the server asked for; where that is too long, what it asked for. */
    private Optional<Trouble> satOut(Conference conference, Backoff backoff) {
        Optional<Trouble> asked = asked(conference);
        if (asked.isPresent() && !(backoff.worthwhile(asked) && backoff.pause(asked))) {
            return asked;
        }
        asked.ifPresent(_ -> health.satOut(conference));
        return Optional.empty();
    }

    /** {@link #pull}, with what the network met. */
    Pull.Outcome pullOnce(Conference conference, boolean force, LongConsumer progress) {
        Connection connection = connections.needed(conference);
        return turn.take(() -> {
            new Push(session(conference), deliveries, conference, clock, patience.settle()).settle();
            Pull.Outcome outcome = pulled(conference, force, progress);
            if (outcome instanceof Pull.Outcome.Failed(Trouble trouble)) {
                health.note(conference, Optional.of(trouble), clock.instant());
            } else {
                connections.bind(conference, connection);
                health.note(conference, Optional.empty(), clock.instant());
            }
            return outcome;
        });
    }

    /** A roster that was refused is worth a sentence as much as a network that failed. */
    private Pull.Outcome pulled(Conference conference, boolean force, LongConsumer progress) {
        try {
            return new Pull(session(conference), roster, conference, force).run(progress);
        } catch (NotPossible refused) {
            health.note(conference, Optional.of(new Trouble(Trouble.Kind.MISDIRECTED, refused.sentence(),
                    Duration.ZERO)), clock.instant());
            throw refused;
        }
    }

    /**
     * Asks the network, for a moment only, about a code that nobody here has. Whom the server knows joins the roster,
     * and can be decided anew: paid, or with the real reason.
     *
     * @param code a bare access code
     * @return whether somebody joined
     */
    public boolean ask(Conference conference, String code) {
        Optional<Connection> connection = connections.of(conference);
        if (connection.isEmpty() || status(conference).standing() == Standing.OFFLINE || !knowsPassword(conference)) {
            return false;
        }
        Session session = asking.compute(conference.id(), (_, open) -> opened(open, connection.get(), patience.brief()));
        synchronized (session) {
            return new Ask(session, roster, conference).about(code);
        }
    }

    /** Keeps in step with the conference's server from now on, in the background; with none set, does nothing. */
    public void keepInStep(Conference conference) {
        if (connections.of(conference).isPresent()) {
            syncs.computeIfAbsent(conference.id(), _ -> new Sync(this, conference, patience));
        }
    }

    /** Looks at once for what waits, instead of at the end of a pause. */
    public void wake(Conference conference) {
        Sync sync = syncs.get(conference.id());
        if (sync != null) {
            sync.wake();
        }
    }

    /**
     * Asks the network: sends each record that waits, once through.
     *
     * @return what it ended of; empty where each was seen to
     */
    Optional<Trouble> pushOnce(Conference conference) {
        Connection connection = connections.needed(conference);
        return turn.take(() -> {
            Push push = new Push(session(conference), deliveries, conference, clock, patience.settle());
            Optional<Trouble> trouble = push.run(resume.getOrDefault(conference.id(), 0L));
            resume.put(conference.id(), push.resume());
            if (deliveries.any(conference)) {
                connections.bind(conference, connection);
            }
            if (trouble.isPresent() || push.asked()) {
                health.note(conference, trouble, clock.instant());
            }
            return trouble;
        });
    }

    /**
     * Asks the network: sends until nothing more can be sent now, pausing where the server asks for it or fails.
     *
     * @return what it ended of; empty where nothing is left to be sent or settled
     * @throws NotPossible when no server is set
     */
    public Optional<Sentence> push(Conference conference) {
        Backoff backoff = new Backoff(patience);
        Optional<Trouble> asked = satOut(conference, backoff);
        if (asked.isPresent()) {
            return asked.map(Trouble::sentence);
        }
        int ended = deliveries.counts(conference).ended();
        while (true) {
            Optional<Trouble> trouble = pushOnce(conference);
            Deliveries.Counts now = deliveries.counts(conference);
            backoff.tried(now.ended() > ended);
            ended = now.ended();
            if (now.nothingToSend() || !backoff.worthwhile(trouble) || !backoff.pause(trouble)) {
                return trouble.map(Trouble::sentence);
            }
        }
    }

    /** Records about which somebody has to decide, then those refused, in doubt, or staying here; the latest first. */
    public List<Undelivered> undelivered(Conference conference, int limit) {
        return deliveries.undelivered(conference, limit);
    }

    /**
     * Decides what asking could not settle.
     *
     * @param seq     of an {@link Undelivered} that is {@code undecided}
     * @param arrived whether the server has it; else it is sent again
     * @throws NotPossible when it is not open any more
     */
    public void decide(long seq, boolean arrived) {
        if (!deliveries.decide(seq, arrived)) {
            throw new NotPossible("server.decided");
        }
    }

    private Session session(Conference conference) {
        Connection connection = connections.needed(conference);
        return sessions.compute(conference.id(), (_, open) -> opened(open, connection, patience));
    }

    /** The open session where it still fits, else a new one. */
    private Session opened(Session open, Connection connection, Patience with) {
        if (open != null && open.connection().equals(connection)) {
            return open;
        }
        if (open != null) {
            open.close();
        }
        return session(connection, with);
    }

    private Session session(Connection connection, Patience with) {
        return new Session(connection, () -> passwords.of(connection), with, clock);
    }

    private void forgetSession(Conference conference) {
        for (Map<Long, Session> open : List.of(sessions, asking)) {
            Session session = open.remove(conference.id());
            if (session != null) {
                session.close();
            }
        }
    }

    /** Breaks off what is under way; a record whose answer is then missing is in doubt, and is asked for next time. */
    @Override
    public void close() {
        syncs.values().forEach(Sync::close);
        sessions.values().forEach(Session::close);
        asking.values().forEach(Session::close);
    }
}
