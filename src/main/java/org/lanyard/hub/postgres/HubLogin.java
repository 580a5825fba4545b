package org.lanyard.hub.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Everything that a connection to the hub needs.
 *
 * @param fingerprint of the pinned certificate, or its beginning; without one the connection has no TLS, which only a
 *                    loopback address may have
 * @param password    empty where the server asks for none
 */
public record HubLogin(HubAddress address, Optional<String> fingerprint, String password) {

    static final String SCHEMA = "lanyard";
    private static final int CONNECT_SECONDS = 5;

    public HubLogin {
        if (fingerprint.isEmpty() && !address.loopback()) {
            throw new IllegalArgumentException("TLS is missing");
        }
    }

    /** @param seconds after which the server counts as not there */
    Connection connect(int seconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "Lanyard");
        properties.setProperty("currentSchema", SCHEMA);
        properties.setProperty("options", "-c statement_timeout=10s -c idle_in_transaction_session_timeout=5s");
        properties.setProperty("connectTimeout", Integer.toString(Math.min(seconds, CONNECT_SECONDS)));
        properties.setProperty("loginTimeout", Integer.toString(seconds));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("channelBinding", "disable");   // TLS may end before the server
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("assumeMinServerVersion", "15");
        properties.setProperty("sslmode", fingerprint.isPresent() ? "require" : "disable");
        fingerprint.ifPresent(pinned -> {
            properties.setProperty("sslfactory", PinnedSockets.class.getName());
            properties.setProperty("sslfactoryarg", pinned);
        });
        return DriverManager.getConnection("jdbc:postgresql://" + address.host() + ":" + address.port() + "/"
                + address.database(), properties);
    }

    // Without the password, for whatever prints a value.
    @Override
    public String toString() {
        return "HubLogin[" + address.url() + "]";
    }
}
