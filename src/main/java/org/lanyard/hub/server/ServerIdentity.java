package org.lanyard.hub.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.lanyard.hub.postgres.Fingerprint;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;

/** The hub's key and certificate, made once and kept in a file for this machine's user alone. */
final class ServerIdentity {

    private static final String ENTRY = "hub";
    // The file's permissions protect it; the format wants a password.
    private static final char[] PASSWORD = ENTRY.toCharArray();
    @SuppressWarnings("NullAway") private static final TrustManager[] NO_CLIENT_CERTIFICATES = null;
    @SuppressWarnings("NullAway") private static final SecureRandom USUAL_RANDOM = null;
    @SuppressWarnings("NullAway") private static final InputStream NEW = null;

    private final KeyStore store;

    private ServerIdentity(KeyStore store) {
        this.store = store;
    }

    static ServerIdentity of(Path file) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, PASSWORD);
                }
                return new ServerIdentity(store);
            }
            store.load(NEW, PASSWORD);
            SelfSigned made = SelfSigned.make("Lanyard hub");
            store.setKeyEntry(ENTRY, made.keys().getPrivate(), PASSWORD, new Certificate[] {made.certificate()});
            PrivateFile.write(file, out -> save(store, out));
            return new ServerIdentity(store);
        } catch (IOException | GeneralSecurityException failure) {
            throw new StationFault(failure, "hub.server.certificate", file);
        }
    }

    private static void save(KeyStore store, java.io.OutputStream out) throws IOException {
        try {
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String fingerprint() {
        try {
            return Fingerprint.of((X509Certificate) store.getCertificate(ENTRY));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), NO_CLIENT_CERTIFICATES, USUAL_RANDOM);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
