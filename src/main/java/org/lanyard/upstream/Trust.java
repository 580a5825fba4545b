package org.lanyard.upstream;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom this machine trusts, and besides them the one certificate whose fingerprint a person has compared; a
 * certificate that is not trusted is remembered, so that its fingerprint can be shown.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager machine;
    private final String trusted;
    private volatile X509Certificate refused;

    private Trust(X509ExtendedTrustManager machine, String trusted) {
        this.machine = machine;
        this.trusted = trusted;
    }

    /** @param fingerprint of the certificate to trust besides; null for none */
    static Trust of(String fingerprint) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new Trust((X509ExtendedTrustManager) factory.getTrustManagers()[0], fingerprint);
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java has no list of trusted certificates", lacking);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java has no TLS", lacking);
        }
    }

    /** The certificate last refused, as {@link #fingerprint} writes it; null where none was. */
    String refused() {
        return refused == null ? null : fingerprint(refused);
    }

    /** SHA-256 of the certificate: 32 pairs of hexadecimal digits in upper case, joined by colons. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same fingerprint however it was typed: with or without colons, spaces, in either case. */
    static String normalised(String typed) {
        String digits = typed.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
        return String.join(":", digits.split("(?<=\\G..)"));
    }

    @FunctionalInterface
    private interface Check {

        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check machines) throws CertificateException {
        if (chain.length > 0 && fingerprint(chain[0]).equals(trusted)) {
            return;
        }
        try {
            machines.run();
        } catch (CertificateException untrusted) {
            refused = chain.length > 0 ? chain[0] : null;
            throw untrusted;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> machine.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> machine.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> machine.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        machine.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        machine.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        machine.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return machine.getAcceptedIssuers();
    }
}
