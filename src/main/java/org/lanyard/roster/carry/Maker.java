package org.lanyard.roster.carry;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.lanyard.ledger.Db;

/** Writes corrections into the journal, whoever makes them. */
public class Maker {

    private static final String RECORD = """
            INSERT INTO correction (seq, id, conference_id, attendee_id, corrected_at, corrected_by, station_id, what, about,
                                    value, amount, means, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final InstantSource clock;
    private final Supplier<UUID> ids;

    public Maker(InstantSource clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @param staff   empty for an import, or where nobody is signed in
     * @param station empty for an import
     */
    public record By(long conference, Optional<Long> staff, Optional<Long> station, String reason) {}

    /** @param means empty where no money was taken */
    public record What(String what, String about, String value, Optional<Long> amount, Optional<String> means) {

        public What(String what, String about, String value) {
            this(what, about, value, Optional.empty(), Optional.empty());
        }
    }

    /** One for another station's correction: the first record of this kind has its id, and all of them its time. */
    public Maker as(UUID id, Instant at, String what) {
        AtomicReference<Optional<UUID>> given = new AtomicReference<>(Optional.of(id));
        return new Maker(() -> at, ids) {
            @Override
            UUID id(What it) {
                return it.what().equals(what) ? given.getAndSet(Optional.empty()).orElseGet(ids) : ids.get();
            }
        };
    }

    UUID id(What it) {
        return ids.get();
    }

    public long record(Db db, By by, long attendee, What it) throws SQLException {
        long place = db.place();
        db.insert(RECORD, place, id(it), by.conference(), attendee, clock.instant(), by.staff(), by.station(), it.what(),
                it.about(), it.value(), it.amount(), it.means(), by.reason());
        return place;
    }
}
