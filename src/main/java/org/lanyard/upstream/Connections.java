package org.lanyard.upstream;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.venue.Venue;

/** The connection of each conference, among the settings of this station; never its password. */
final class Connections {

    private final Venue venue;

    Connections(Venue venue) {
        this.venue = venue;
    }

    static String key(Conference conference, String what) {
        return "upstream." + conference.slug().toLowerCase(Locale.ROOT) + "." + what;
    }

    Optional<Connection> of(Conference conference) {
        return setting(conference, "server").map(server -> new Connection(URI.create(server),
                setting(conference, "prefix").orElse(""),
                setting(conference, "sign-in").orElse(Connection.USUAL_SIGN_IN),
                setting(conference, "user").orElse(""), setting(conference, "certificate")));
    }

    Connection needed(Conference conference) {
        return of(conference).orElseThrow(() -> new NotPossible("server.unset", conference.slug()));
    }

    void set(Conference conference, Connection connection) {
        boolean same = of(conference).filter(before -> before.server().equals(connection.server())).isPresent();
        venue.set(key(conference, "server"), connection.server().toString());
        venue.set(key(conference, "prefix"), connection.prefix());
        venue.set(key(conference, "sign-in"), connection.signIn());
        venue.set(key(conference, "user"), connection.user());
        if (!same) {
            venue.clear(key(conference, "certificate"));
        }
    }

    void trust(Conference conference, String fingerprint) {
        venue.set(key(conference, "certificate"), fingerprint);
    }

    /** Registrations that the roster or the records belong to; empty before the first contact that left something. */
    Optional<String> boundTo(Conference conference) {
        return setting(conference, "registration");
    }

    void bind(Conference conference, Connection connection) {
        if (!boundTo(conference).equals(Optional.of(connection.registration()))) {
            venue.set(key(conference, "registration"), connection.registration());
        }
    }

    private Optional<String> setting(Conference conference, String what) {
        return venue.setting(key(conference, what));
    }
}
