package org.lanyard.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.lanyard.scan.NotPossible;

/**
 * Where a conference's registration server is, and as whom it is asked.
 *
 * @param server https, or http on this machine only; no path
 * @param prefix path under which the conference's registration lives, such as {@code /pycon-us-2027/register}
 * @param signIn path of the sign-in page
 */
public record Connection(URI server, String prefix, String signIn, String user) {

    /** The usual sign-in path; {@code /admin/login/} refuses check-in staff who are no site staff. */
    public static final String USUAL_SIGN_IN = "/accounts/login/";

    /** @throws NotPossible when the address cannot be used, or would send the password in the clear */
    public static Connection of(String server, String prefix, String signIn, String user) {
        URI address;
        try {
            address = new URI(server.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException malformed) {
            throw new NotPossible("\"" + server + "\" is no server address.", malformed);
        }
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !https && !http) {
            throw new NotPossible("\"" + server + "\" is no server address; it begins with https://.");
        }
        if (http && !ownMachine(address.getHost())) {
            throw new NotPossible("The server must be asked over https; plain http is for this machine only.");
        }
        if (user.isBlank()) {
            throw new NotPossible("The server needs the name of a user.");
        }
        return new Connection(address, path(prefix), path(signIn == null ? USUAL_SIGN_IN : signIn) + "/", user.strip());
    }

    /** The address of a call under {@code checkin/}; {@code call} ends in a slash. */
    URI call(String call) {
        return server.resolve(prefix + "/checkin/" + call);
    }

    URI signInPage() {
        return server.resolve(signIn);
    }

    private static String path(String text) {
        String path = text.strip().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "" : "/" + path;
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
