package org.lanyard.hub.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Contacted;
import org.lanyard.hub.protocol.Deliveries;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Grant;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.hub.protocol.Uploaded;
import tools.jackson.databind.JsonNode;

/** The hub on a PostgreSQL server; decisions have a connection of their own, so that no upload delays them. */
public final class PostgresHub implements Hub, Deliveries {

    /** Waiting for a decision ends after this. */
    public static final Duration DECISION = Duration.ofSeconds(1);
    private static final String FOLLOW = "SELECT * FROM follow(?, ?)";
    private static final Duration OTHER = Duration.ofSeconds(10);
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Session decisions;
    private final Session others;

    public PostgresHub(HubLogin login) {
        decisions = new Session(login, DECISION, true);
        others = new Session(login, OTHER, true);
    }

    /**
     * Connects for the next decision, and has its functions compiled there, so that this does not take its second.
     *
     * @param lost the hub did not answer since: the connection may be one that nobody holds at its other end
     */
    public void prepare(boolean lost) throws HubGone {
        decisions.connect(CONNECTING, "SELECT warm_up()", lost);
    }

    @Override
    public Contacted contact(Contact contact) throws HubGone {
        return others.one(PostgresHub::contacted, "SELECT * FROM contact(?, ?, ?, ?, ?, ?, ?, ?)", contact.station(),
                contact.name(), contact.log(), contact.incarnation(), contact.mirrored(), contact.levelled(),
                contact.toSend(), contact.inDoubt());
    }

    private static Contacted contacted(ResultSet row) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        List<Bucket> wanted = new ArrayList<>();
        for (JsonNode node : Wire.read(row.getString("grants"))) {
            Bucket bucket = Wire.bucket(node.get("conference").asString(), node);
            grants.add(new Grant(bucket, node.get("grant").asLong(), node.get("place").asLong()));
            if (node.get("wanted").asBoolean()) {
                wanted.add(bucket);
            }
        }
        return new Contacted(row.getObject("at_incarnation", UUID.class), row.getLong("at_place"), grants, wanted,
                row.getBoolean("is_recovering"), row.getBoolean("is_outdated"), row.getBoolean("is_shut_out"),
                row.getBoolean("has_twin"));
    }

    @Override
    public Answer ask(UUID station, Entry unit) throws HubGone {
        return decisions.one(row -> answer(unit.conference(), row), "SELECT * FROM ask(?, ?, ?, ?, ?, ?::jsonb)", station,
                unit.conference(), unit.kind(), unit.key(), unit.body(), Wire.claims(unit.claims()));
    }

    private static Answer answer(String conference, ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return switch (answer) {
            case "accepted" -> new Answer.Accepted(row.getLong("at_place"));
            case "full" -> new Answer.Full(row.getString("at_pool"), row.getLong("at_place"));
            case "kept" -> new Answer.Kept(
                    new Bucket(conference, row.getString("at_product"), row.getInt("at_number")),
                    row.getObject("owned_by", UUID.class), row.getString("owner_name"));
            case "undone" -> new Answer.Undone();
            case "closed" -> new Answer.Closed();
            default -> throw new SQLException("a newer version's answer: " + answer);
        };
    }

    @Override
    public void settle(UUID station, Entry unit) throws HubGone {
        decisions.list(_ -> true, "SELECT settle(?, ?, ?, ?, ?::jsonb)", station, unit.conference(), unit.kind(), unit.key(),
                Wire.claims(unit.claims()));
    }

    @Override
    public List<Uploaded> upload(UUID station, List<Entry> entries) throws HubGone {
        return others.list(row -> row.getBoolean("kept")
                ? new Uploaded.Kept(row.getLong("at_place"), row.getLong("at_change"))
                : new Uploaded.Behind(row.getLong("at_change")), "SELECT * FROM upload(?, ?::jsonb)", station,
                Wire.entries(entries));
    }

    @Override
    public List<Placed> follow(long after, int limit) throws HubGone {
        return others.list(PostgresHub::placed, FOLLOW, after, limit);
    }

    /** {@link #follow} for a decision: within its second, and on its connection. */
    public List<Placed> followNow(long after, int limit) throws HubGone {
        return decisions.list(PostgresHub::placed, FOLLOW, after, limit);
    }

    private static Placed placed(ResultSet row) throws SQLException {
        String conference = row.getString("conference");
        Entry entry = new Entry(conference, row.getString("kind"), row.getString("key"),
                Entry.State.valueOf(row.getString("state")), row.getString("body"),
                Wire.claims(conference, Optional.ofNullable(row.getString("claims"))), row.getLong("changed"));
        return new Placed(entry, row.getLong("place"), row.getLong("changed"), row.getObject("station", UUID.class),
                row.getBoolean("conflict"));
    }

    @Override
    public void grant(UUID to, List<Bucket> buckets) throws HubGone {
        others.list(_ -> true, "SELECT grant_buckets(?, ?::jsonb)", to, Wire.buckets(buckets));
    }

    @Override
    public void giveBack(UUID station, Bucket bucket, long grant) throws HubGone {
        decisions.list(_ -> true, "SELECT give_back(?, ?, ?, ?, ?)", station, bucket.conference(), bucket.product(),
                bucket.number(), grant);
    }

    @Override
    public void want(List<Bucket> buckets) throws HubGone {
        others.list(_ -> true, "SELECT want(?::jsonb)", Wire.buckets(buckets));
    }

    @Override
    public void takeOver(UUID lost, String by, String reason) throws HubGone {
        others.list(_ -> true, "SELECT take_over(?, ?, ?)", lost, by, reason);
    }

    @Override
    public Claimed claimDelivery(UUID station, String conference, UUID record, boolean again) throws HubGone {
        return others.one(row -> Claimed.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                "SELECT claim_delivery(?, ?, ?, ?)", station, conference, record, again);
    }

    @Override
    public void tellDeliveries(UUID station, List<Told> outcomes) throws HubGone {
        others.list(_ -> true, "SELECT tell_deliveries(?, ?::jsonb)", station, Wire.outcomes(outcomes));
    }

    @Override
    public List<Heard> deliveries(long after, int limit) throws HubGone {
        return others.list(row -> new Heard(new Told(row.getString("conference"), row.getObject("record", UUID.class),
                row.getString("outcome")), row.getObject("station", UUID.class), row.getLong("changed")),
                "SELECT * FROM deliveries(?, ?)", after, limit);
    }

    @Override
    public List<UUID> openDeliveries(UUID station, String conference) throws HubGone {
        return others.list(row -> row.getObject(1, UUID.class), "SELECT open_deliveries(?, ?)", station, conference);
    }

    @Override
    public List<StationView> stations() throws HubGone {
        return others.list(row -> new StationView(row.getObject("instance", UUID.class), row.getString("name"),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(), row.getInt("owns"), row.getLong("to_send"),
                row.getLong("in_doubt"), row.getBoolean("shut_out")), "SELECT * FROM stations()");
    }

    @Override
    public List<Owned> owned(String conference) throws HubGone {
        return others.list(row -> new Owned(new Bucket(conference, row.getString("product"), row.getInt("number")),
                row.getObject("owner", UUID.class), row.getString("name")), "SELECT * FROM owned(?)", conference);
    }

    public Optional<Placed> latest(String kind) throws HubGone {
        return others.list(PostgresHub::placed, "SELECT * FROM latest(?)", kind).stream().findFirst();
    }

    @Override
    public List<Placed> conflicts(int limit) throws HubGone {
        return others.list(PostgresHub::placed, "SELECT * FROM conflicts(?)", limit);
    }

    @Override
    public void close() {
        decisions.close();
        others.close();
    }
}
