package org.lanyard.upstream;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lanyard.scan.NotPossible;
import org.lanyard.venue.Setting;

/** The settings of a conference's registration server that a preparation file may carry; never its password. */
public final class UpstreamSettings {

    // Escaped, without an empty part: what begins with two slashes would name another server.
    private static final Pattern PATH = Pattern.compile("(/[\\w.~%!$&'()*+,;=:@-]+)*");
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9A-F]{2}:){31}[0-9A-F]{2}");

    public static final List<Setting<?>> SHARED = List.of(
            shared("server", UpstreamSettings::usable),
            shared("prefix", PATH.asMatchPredicate()),
            shared("sign-in", page -> page.endsWith("/") && PATH.matcher(page.substring(0, page.length() - 1)).matches()),
            shared("user", user -> !user.isBlank()),
            shared("certificate", FINGERPRINT.asMatchPredicate()));

    private UpstreamSettings() {}

    private static Setting<Optional<String>> shared(String what, Predicate<String> valid) {
        return Setting.line("upstream.{conference}." + what, valid).shared();
    }

    // An address as the screens store it: https, or http on this machine only.
    private static boolean usable(String server) {
        try {
            return Connection.of(server, "", null, "user").server().toString().equals(server);
        } catch (NotPossible refused) {
            return false;
        }
    }
}
