package org.lanyard.hub.postgres;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanyard.scan.NotPossible;

public record HubAddress(String user, String host, int port, String database) {

    private static final int USUAL_PORT = 5432;
    private static final Pattern NAME = Pattern.compile("[^\\s/?&#:@]{1,63}");
    private static final Pattern PATH = Pattern.compile("/(" + NAME + ")");

    /**
     * @param  url         {@code postgresql://user@host:port/database}; without a password, which would be seen by others
     * @throws NotPossible where it is none
     */
    public static HubAddress of(String url) {
        try {
            URI uri = URI.create(url.strip());
            Matcher database = PATH.matcher(String.valueOf(uri.getPath()));
            String user = String.valueOf(uri.getUserInfo());
            if ("postgresql".equals(uri.getScheme()) && uri.getHost() != null && database.matches()
                    && NAME.matcher(user).matches() && uri.getUserInfo() != null) {
                return new HubAddress(user, uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                        database.group(1));
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotPossible(malformed, "hub.url");
        }
        throw new NotPossible("hub.url");
    }

    public boolean loopback() {
        try {
            return InetAddress.getByName(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    public String url() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
