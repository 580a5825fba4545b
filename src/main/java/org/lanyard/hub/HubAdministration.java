package org.lanyard.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.HubTables;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;

/**
 * An organizer's acts at the hub that this station has joined, over a connection of its own. Each waits for the hub, and fails
 * with a {@link NotPossible} that says why.
 */
public final class HubAdministration implements AutoCloseable {

    private static final int MOST_CONFLICTS = 500;

    private final KeptLogin kept;
    private Optional<HubLogin> login = Optional.empty();
    private Optional<PostgresHub> hub = Optional.empty();

    public HubAdministration(KeptLogin kept) {
        this.kept = kept;
    }

    public Optional<String> address() {
        return kept.load().map(known -> known.address().host() + ":" + known.address().port());
    }

    @FunctionalInterface
    private interface Act<T> {

        T at(PostgresHub hub) throws HubGone;
    }

    private synchronized <T> T run(Act<T> act) {
        HubLogin now = kept.load().orElseThrow(() -> new NotPossible("hub.not-joined"));
        if (!login.equals(Optional.of(now))) {
            close();
            login = Optional.of(now);
            hub = Optional.of(new PostgresHub(now));
        }
        try {
            return act.at(hub.orElseThrow());
        } catch (HubGone gone) {
            throw new NotPossible(Sentence.ofLine(gone.getMessage()));
        }
    }

    public Duration test() {
        HubTables.check(kept.load().orElseThrow(() -> new NotPossible("hub.not-joined")));
        return run(there -> {
            there.stations();
            long start = System.nanoTime();
            there.stations();
            return Duration.ofNanos(System.nanoTime() - start);
        });
    }

    public List<StationView> stations() {
        return run(Hub::stations);
    }

    /**
     * Keeps at the hub what prepares a station that joins: roster, doors and staff, as they are now.
     *
     * @param by this station's instance
     */
    public void prepare(UUID by, String conference, byte[] file) {
        String body = Base64.getEncoder().encodeToString(file);
        run(there -> {
            Optional<Placed> before = there.latest(HubLog.PREPARATION);
            boolean same = before.filter(known -> known.entry().conference().equals(conference)).isPresent();
            there.upload(by, List.of(new Entry(conference, HubLog.PREPARATION, conference, Entry.State.LIVE, body, List.of(),
                    same ? before.get().changed() : 0)));
            return true;
        });
    }

    public Optional<byte[]> preparation() {
        return run(there -> there.latest(HubLog.PREPARATION)
                .map(kept -> Base64.getDecoder().decode(kept.entry().body())));
    }

    public List<Hub.Owned> owned(String conference) {
        return run(there -> there.owned(conference));
    }

    /** Units beyond the quantity, the latest first. */
    public List<Conflict> conflicts() {
        return run(there -> {
            List<StationView> stations = there.stations();
            return there.conflicts(MOST_CONFLICTS).stream().map(placed -> Conflict.of(placed, stations)).toList();
        });
    }

    /**
     * Shares an add-on's buckets out among stations in turn, those that the hub owns; others stay where they are.
     *
     * @param addon slug
     * @param names of the stations
     */
    public void share(String conference, String addon, List<String> names) {
        List<StationView> to = names.stream().map(this::station).toList();
        run(there -> {
            List<Bucket> buckets = buckets(conference, addon);
            for (int at = 0; at < to.size(); at++) {
                List<Bucket> part = new ArrayList<>();
                for (int bucket = at; bucket < buckets.size(); bucket += to.size()) {
                    part.add(buckets.get(bucket));
                }
                there.grant(to.get(at).station(), part);
            }
            return true;
        });
    }

    public void keep(String conference, String addon) {
        run(there -> {
            there.want(buckets(conference, addon));
            return true;
        });
    }

    private static List<Bucket> buckets(String conference, String addon) {
        return IntStream.range(0, Bucket.COUNT).mapToObj(number -> new Bucket(conference, "addon:" + addon, number))
                .toList();
    }

    /** The one unsafe act: only if that station is off and stays off. */
    public void takeOver(StationView lost, String by, String reason) {
        if (reason.isBlank()) {
            throw new NotPossible("hub.take-over.reason");
        }
        run(there -> {
            there.takeOver(lost.station(), by, reason.strip());
            return true;
        });
    }

    public StationView station(String name) {
        return stations().stream().filter(each -> !each.shutOut() && each.name().equalsIgnoreCase(name.strip()))
                .max((one, other) -> one.lastSeen().compareTo(other.lastSeen()))
                .orElseThrow(() -> new NotPossible("hub.no-station", name));
    }

    @Override
    public synchronized void close() {
        hub.ifPresent(PostgresHub::close);
        hub = Optional.empty();
        login = Optional.empty();
    }
}
