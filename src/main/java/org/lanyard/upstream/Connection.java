package org.lanyard.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.NotPossible;

/**
 * The address of a conference's registration server, and the user who signs in there.
 *
 * @param server      https, or http on this machine only; no path
 * @param prefix      path under which the conference's registration lives, such as {@code /pycon-us-2027/register}
 * @param signIn      path of the sign-in page
 * @param certificate SHA-256 fingerprint of a self-signed certificate to trust, as {@link Trust#fingerprint} writes it
 */
public record Connection(URI server, String prefix, String signIn, String user,
        Optional<String> certificate) {

    public static final String USUAL_SIGN_IN = "/accounts/login/";

    /** @throws NotPossible when the address cannot be used, or would send the password in the clear */
    public static Connection of(String server, String prefix, @Nullable String signIn, String user) {
        if (server.contains("@")) {   // first of all: what is said of it from here on repeats it
            throw new NotPossible("server.secret-in-address");
        }
        URI address = address(server);
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !https && !http) {
            throw new NotPossible("server.no-https", server);
        }
        if (http && !ownMachine(address.getHost())) {
            throw new NotPossible("server.plain");
        }
        if (user.isBlank()) {
            throw new NotPossible("server.user-name");
        }
        return new Connection(address, path(prefix), path(signIn == null ? USUAL_SIGN_IN : signIn) + "/", user.strip(),
                Optional.empty());
    }

    /** Identifies the registrations that a roster and its line ids belong to, whoever signs in. */
    String registration() {
        return server + prefix;
    }

    public URI call(String path) {
        return server.resolve(prefix + "/" + path);
    }

    public URI signInPage() {
        return server.resolve(signIn);
    }

    private static URI address(String server) {
        try {
            return new URI(server.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException malformed) {
            throw new NotPossible(malformed, "server.no-address", server);
        }
    }

    private static String path(String text) {
        String path = text.strip().replaceAll("^/+|/+$", "");
        try {
            return path.isEmpty() ? "" : "/" + new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException malformed) {
            throw new NotPossible(malformed, "server.no-path", text);
        }
    }

    private static boolean ownMachine(String host) {
        try {
            return host.equals("localhost") || host.matches("\\[.*]|[0-9.]+")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
