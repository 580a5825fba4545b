package org.lanyard.hub;

import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import tools.jackson.databind.json.JsonMapper;

/**
 * First badges of the venue: one for each code. A station claims it before the first byte is sent; without an answer it prints,
 * and tells later: a second badge is then a conflict at the hub.
 */
final class FirstBadges {

    static final String KIND = "badge";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String LATE = "badge-late:";
    private static final String PRINTED = "badge:";
    private static final String PUT = "INSERT OR REPLACE INTO hub_state (key, value) VALUES (?, ?)";
    private static final String GET = "SELECT value FROM hub_state WHERE key = ?";
    private static final String DROP = "DELETE FROM hub_state WHERE key = ?";
    private static final String ALL_LATE = """
            SELECT substr(key, 12), value ->> 'conference', value ->> 'body' FROM hub_state
             WHERE key >= 'badge-late:' AND key < 'badge-late;'
            """;

    private final Ledger ledger;
    private final HubLink link;
    private final VenueSync sync;

    FirstBadges(Ledger ledger, HubLink link, VenueSync sync) {
        this.ledger = ledger;
        this.link = link;
        this.sync = sync;
    }

    /**
     * Waits a second at most.
     *
     * @return who printed it; empty where it may be printed here
     */
    Optional<Sentence> claim(Conference conference, String code, UUID job, String station, Instant at) {
        Optional<PostgresHub> hub = link.hub();
        if (hub.isEmpty()) {
            return Optional.empty();
        }
        String slug = conference.slug().toLowerCase(Locale.ROOT);
        String body = MAPPER.writeValueAsString(MAPPER.createObjectNode().put("code", code).put("at", at.toEpochMilli())
                .put("station", station));
        try {
            return switch (hub.get().ask(link.instance(), entry(slug, job.toString(), body))) {
                case Answer.Accepted _ -> Optional.empty();
                case Answer.Full(String _, long place) -> {
                    sync.followTo(hub.get(), place);
                    yield Optional.of(ledger.read(db -> printed(db, conference, code)));
                }
                // @formatter:off
                case Answer.Kept _, Answer.Undone _, Answer.Closed _ -> tellLater(slug, job, body);
                // @formatter:on
            };
        } catch (HubGone gone) {
            sync.lost();
            return tellLater(slug, job, body);
        }
    }

    private Optional<Sentence> tellLater(String conference, UUID job, String body) {
        ledger.writeNow(db -> db.run(PUT, LATE + job,
                MAPPER.writeValueAsString(MAPPER.createObjectNode().put("conference", conference).put("body", body))));
        return Optional.empty();
    }

    private static Entry entry(String conference, String job, String body) {
        String code = MAPPER.readTree(body).get("code").asString();
        return new Entry(conference, KIND, job, Entry.State.LIVE, body,
                List.of(new Claim(new Bucket(conference, KIND, 0), code, 1, 1)), 0);
    }

    private static Sentence printed(Db db, Conference conference, String code) throws SQLException {
        return db.one(row -> MAPPER.readTree(row.getString(1)), GET,
                PRINTED + conference.slug().toLowerCase(Locale.ROOT) + ":" + code)
                .map(body -> Sentence.of("hub.badge-printed",
                        TIME.format(Instant.ofEpochMilli(body.get("at").asLong()).atZone(conference.zone())),
                        body.get("station").asString()))
                .orElse(Sentence.of("hub.badge-printed-elsewhere"));
    }

    void send(Hub hub) throws HubGone {
        for (Entry badge : ledger.read(db -> db.list(row -> entry(row.getString(2), row.getString(1), row.getString(3)),
                ALL_LATE))) {
            hub.upload(link.instance(), List.of(badge));
            ledger.writeNow(db -> db.run(DROP, LATE + badge.key()));
        }
    }

    static void mirror(Db db, Placed placed) throws SQLException {
        if (placed.entry().state() == Entry.State.LIVE && !placed.conflict()) {
            String code = MAPPER.readTree(placed.entry().body()).get("code").asString();
            db.run(PUT, PRINTED + placed.entry().conference() + ":" + code, placed.entry().body());
        }
    }
}
