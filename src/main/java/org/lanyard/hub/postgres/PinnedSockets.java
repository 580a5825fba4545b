package org.lanyard.hub.postgres;

import java.security.GeneralSecurityException;
import org.postgresql.ssl.WrappedFactory;

/** The driver makes one by its name, and hands it the property {@code sslfactoryarg}: the pinned fingerprint. */
public final class PinnedSockets extends WrappedFactory {

    public PinnedSockets(String fingerprint) throws GeneralSecurityException {
        factory = new Pin(fingerprint).context().getSocketFactory();
    }
}
