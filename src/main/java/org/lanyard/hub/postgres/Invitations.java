package org.lanyard.hub.postgres;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.postgresql.util.PasswordUtil;

/** Lets stations in, one with each code, and shuts them out. A code's secret is the password of a role that may join, once. */
public final class Invitations {

    // Longer than a question has: people wait for it, and the hub's laptop may be busy. An address without a laptop takes less.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PASSWORD_BYTES = 24;
    private static final int ROLE_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HubLogin administrator;

    public Invitations(HubLogin administrator) {
        this.administrator = administrator;
    }

    public JoinCode invite(List<InetAddress> addresses, int port, String fingerprint) {
        JoinCode code = new JoinCode(addresses, port, fingerprint, random(JoinCode.SECRET));
        call(_ -> true, "SELECT invite(?, ?)", role(code), verifier(code.secret()));
        return code;
    }

    public boolean used(JoinCode code) {
        return call(row -> row.getBoolean(1), "SELECT is_used(?)", role(code));
    }

    /** The station's role may no longer log in, and its connections end. */
    public void shutOut(UUID station) {
        call(_ -> true, "SELECT shut_out(?)", station);
    }

    private <T> T call(Session.Rows<T> rows, String sql, Object... arguments) {
        try (Session session = new Session(administrator, PATIENCE)) {
            return session.one(rows, sql, arguments);
        } catch (HubGone gone) {
            throw new NotPossible(Sentence.ofLine(gone.getMessage()));
        }
    }

    /**
     * Uses a code up, at the first of its addresses that answers.
     *
     * @param  database    of the hub
     * @throws NotPossible where no address answers, the certificate is another one, or the code was used before
     */
    public static HubLogin join(JoinCode code, String database) {
        List<Sentence> why = new ArrayList<>();
        for (InetAddress address : code.addresses()) {
            HubAddress hub = new HubAddress(role(code), host(address), code.port(), database);
            try {
                return join(new HubLogin(hub, Optional.of(code.fingerprint()), code.secret()));
            } catch (HubGone gone) {
                why.add(reason(Sentence.ofLine(gone.getMessage())));
            }
        }
        throw new NotPossible(why.stream().filter(sentence -> !sentence.key().equals("hub.unreachable")).findFirst()
                .orElse(Sentence.of("hub.join.unreachable")));
    }

    // A role that cannot log in any more was used.
    private static Sentence reason(Sentence sentence) {
        return switch (sentence.key()) {
            case "hub.no-login", "hub.not-allowed", "hub.password" -> Sentence.of("hub.join.used");
            case "hub.certificate" -> Sentence.of("hub.join.certificate");
            default -> sentence;
        };
    }

    private static String host(InetAddress address) {
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static HubLogin join(HubLogin invited) throws HubGone {
        String password = random(PASSWORD_BYTES);
        try (Session session = new Session(invited, PATIENCE)) {
            String role = session.one(row -> row.getString(1), "SELECT join_venue(?)", verifier(password));
            HubAddress at = invited.address();
            return new HubLogin(new HubAddress(role, at.host(), at.port(), at.database()), invited.fingerprint(), password);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    // The form in which a server keeps a password, so that none is ever in a statement.
    private static String verifier(String password) {
        return PasswordUtil.encodeScramSha256(password.toCharArray());
    }

    private static String role(JoinCode code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.secret().getBytes(StandardCharsets.US_ASCII));
            return "invite_" + HexFormat.of().formatHex(digest).substring(0, ROLE_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
