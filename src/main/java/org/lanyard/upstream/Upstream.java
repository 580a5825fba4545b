package org.lanyard.upstream;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.venue.Venue;

/** The registration server of each conference: where it is, and whether it can be reached. */
public final class Upstream {

    private static final String PENDING = """
            SELECT (SELECT count(*) FROM check_in WHERE conference_id = ?1 AND voided_at IS NULL)
                 + (SELECT count(*) FROM product_redemption WHERE conference_id = ?1 AND voided_at IS NULL)
            """;
    private static final String UNDELIVERABLE = "SELECT count(*) FROM door_check WHERE conference_id = ?";

    private final Ledger ledger;
    private final Venue venue;

    public Upstream(Ledger ledger, Venue venue) {
        this.ledger = ledger;
        this.venue = venue;
    }

    /**
     * What has not reached the server. Nothing has been sent by this version: every live check-in and redemption waits.
     *
     * @param state         {@code offline} where no server is set, else {@code sign-in needed}
     * @param undeliverable door checks, for which the server has no call
     */
    public record Status(String state, int pending, int undeliverable) {}

    public Status status(Conference conference) {
        String state = connection(conference).isPresent() ? "sign-in needed" : "offline";
        return ledger.read(db -> new Status(state, (int) db.number(PENDING, conference.id()),
                (int) db.number(UNDELIVERABLE, conference.id())));
    }

    public void set(Conference conference, Connection connection) {
        venue.set(key(conference, "server"), connection.server().toString());
        venue.set(key(conference, "prefix"), connection.prefix());
        venue.set(key(conference, "sign-in"), connection.signIn());
        venue.set(key(conference, "user"), connection.user());
    }

    /** The connection set for this conference, if any. */
    public Optional<Connection> connection(Conference conference) {
        return venue.setting(key(conference, "server")).map(server -> new Connection(URI.create(server),
                venue.setting(key(conference, "prefix")).orElse(""),
                venue.setting(key(conference, "sign-in")).orElse(Connection.USUAL_SIGN_IN),
                venue.setting(key(conference, "user")).orElse("")));
    }

    /**
     * Goes through the steps of a connection, one by one, to the first that fails; changes nothing on either side.
     *
     * @throws NotPossible when no connection is set
     */
    public List<ConnectionCheck.Step> test(Conference conference, char[] password) {
        Connection connection = connection(conference).orElseThrow(() -> new NotPossible(
                "No server is set for " + conference.slug() + "; see \"upstream set\"."));
        return new ConnectionCheck(connection, conference).run(password);
    }

    private static String key(Conference conference, String what) {
        return "upstream." + conference.slug().toLowerCase(java.util.Locale.ROOT) + "." + what;
    }
}
