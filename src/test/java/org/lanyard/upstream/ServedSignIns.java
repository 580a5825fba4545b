package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who may ask: users, their sessions, and the check against requests forged by other sites. */
final class ServedSignIns {

    private static final Duration SESSION = Duration.ofDays(14);
    private static final Duration TOKEN = Duration.ofDays(364);

    private record Session(String user, Instant since) {}

    private static final class User {
        String password;
        boolean active = true;
        boolean permitted = true;
    }

    private final InstantSource clock;
    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private int signIns;

    ServedSignIns(InstantSource clock) {
        this.clock = clock;
    }

    void staff(String user, String password) {
        users.computeIfAbsent(user, _ -> new User()).password = password;
    }

    void permit(String user, boolean permitted) {
        users.get(user).permitted = permitted;
    }

    void activate(String user, boolean active) {
        users.get(user).active = active;
    }

    void endSessions() {
        sessions.clear();
    }

    int signIns() {
        return signIns;
    }

    /** The page keeps the visitor's token, and gives one to who has none. */
    ServedAnswer page(ServedRequest request) {
        String known = request.cookie("csrftoken");
        String token = known.isEmpty() ? secret() : known;
        return withToken(ServedAnswer.html(200, "Sign in", "<form method=\"post\"><input type=\"hidden\""
                + " name=\"csrfmiddlewaretoken\" value=\"" + token + "\"></form>"), token);
    }

    /** To be asked after {@link #forged}. */
    ServedAnswer signIn(ServedRequest request) {
        User user = users.get(request.formField("username"));
        if (user == null || !user.active || !user.password.equals(request.formField("password"))) {
            return page(request);
        }
        signIns++;
        String session = secret();
        sessions.put(session, new Session(request.formField("username"), clock.instant()));
        return withToken(ServedAnswer.bare(302), secret()).with("Location", next(request))
                .with("Set-Cookie", cookie("sessionid", session, SESSION) + "; HttpOnly");
    }

    /** Where the server's own page was asked for next, there; never to another server. */
    private static String next(ServedRequest request) {
        String next = request.formField("next");
        return next.startsWith("/") && !next.startsWith("//") ? next : "/accounts/profile/";
    }

    /** 403 where cookie and token differ or are missing, or where the request is said to come from elsewhere. */
    Optional<ServedAnswer> forged(ServedRequest request) {
        String origin = request.header("Origin");
        boolean foreign = origin != null && !origin.equals("http://" + request.header("Host"));
        String cookie = request.cookie("csrftoken");
        String field = request.formField("csrfmiddlewaretoken");
        String token = field.isEmpty() ? request.header("X-CSRFToken") : field;
        return foreign || cookie.isEmpty() || !cookie.equals(token) ? Optional.of(csrfFailed()) : Optional.empty();
    }

    static ServedAnswer csrfFailed() {
        return ServedAnswer.html(403, "CSRF verification failed. Request aborted.");
    }

    /** 401 or 403 for who may not use check-in. */
    Optional<ServedAnswer> refusal(ServedRequest request) {
        Session session = sessions.get(request.cookie("sessionid"));
        if (session == null || !users.get(session.user()).active
                || !clock.instant().isBefore(session.since().plus(SESSION))) {
            return Optional.of(ServedAnswer.json(401, ServedAnswer.object("error", "Authentication required")));
        }
        return users.get(session.user()).permitted ? Optional.empty()
                : Optional.of(ServedAnswer.json(403, ServedAnswer.object("error", "Staff access required")));
    }

    private static ServedAnswer withToken(ServedAnswer answer, String token) {
        return answer.with("Set-Cookie", cookie("csrftoken", token, TOKEN));
    }

    /** Expires by the client's clock, which the test does not move. */
    private static String cookie(String name, String value, Duration age) {
        String expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC).plus(age));
        return name + "=" + value + "; expires=" + expires + "; Max-Age=" + age.toSeconds() + "; Path=/; SameSite=Lax";
    }

    /** Every session's name and every token that was ever given to somebody. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    private String secret() {
        secrets.add(UUID.randomUUID().toString().replace("-", ""));
        return secrets.getLast();
    }
}
