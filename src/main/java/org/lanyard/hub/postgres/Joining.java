package org.lanyard.hub.postgres;

import java.io.IOException;
import java.util.Optional;
import org.lanyard.scan.JoinCode;
import org.lanyard.scan.NotPossible;

public final class Joining {

    private static final String DATABASE = "postgres";

    private final KeptLogin kept;

    public Joining(KeptLogin kept) {
        this.kept = kept;
    }

    /**
     * Uses a joining code up.
     *
     * @throws NotPossible where it is none, was used, or the hub does not answer; and where another hub was joined
     */
    public HubLogin byCode(String text) {
        return join(JoinCode.read(text).orElseThrow(() -> new NotPossible("hub.join.no-code")));
    }

    public boolean joined() {
        return kept.joined();
    }

    public HubLogin join(JoinCode code) {
        if (joined()) {
            HubLogin before = kept.load().orElseThrow();
            if (before.fingerprint().filter(pinned -> pinned.startsWith(code.fingerprint())).isPresent()) {
                return before;   // this very hub: the code stays good for another station
            }
            throw new NotPossible("hub.joined");
        }
        return keep(Invitations.join(code, DATABASE));
    }

    /**
     * Joins a hub in a database of somebody's server. Its certificate is pinned as it is now.
     *
     * @param password empty where the server asks for none
     */
    public HubLogin byUrl(String url, String password) {
        HubAddress address = HubAddress.of(url);
        Optional<HubLogin> before = kept.load();
        if (before.filter(login -> !login.address().equals(address)).isPresent()) {
            throw new NotPossible("hub.joined");
        }
        return keep(login(address, password));
    }

    private HubLogin keep(HubLogin login) {
        HubTables.check(login);
        kept.save(login);
        return login;
    }

    /** The hub keeps what it has of this station. */
    public void leave() {
        if (!joined()) {
            throw new NotPossible("hub.not-joined");
        }
        kept.forget();
    }

    public static HubLogin login(HubAddress address, String password) {
        try {
            return new HubLogin(address,
                    address.loopback() ? Optional.empty() : Optional.of(Fingerprint.ofServer(address)), password);
        } catch (Fingerprint.NoTls lacking) {
            throw new NotPossible(lacking, "hub.no-tls");
        } catch (IOException gone) {
            throw new NotPossible(gone, "hub.unreachable");
        }
    }
}
