package org.lanyard.upstream;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

public final class Trust extends X509ExtendedTrustManager {

    static final int FINGERPRINT_LENGTH = 95;

    @SuppressWarnings("NullAway")   // the interface's word for the store of this machine
    private static final KeyStore THIS_MACHINES = null;
    @SuppressWarnings("NullAway") private static final KeyManager[] NO_KEYS = null;
    @SuppressWarnings("NullAway") private static final SecureRandom USUAL_RANDOM = null;

    private final X509ExtendedTrustManager machine;
    private final Optional<String> trusted;
    private volatile Optional<String> refused = Optional.empty();

    private Trust(X509ExtendedTrustManager machine, Optional<String> trusted) {
        this.machine = machine;
        this.trusted = trusted;
    }

    public static Trust of(Optional<String> fingerprint) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(THIS_MACHINES);
            return new Trust((X509ExtendedTrustManager) factory.getTrustManagers()[0], fingerprint);
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java has no list of trusted certificates", lacking);
        }
    }

    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(NO_KEYS, new TrustManager[] {this}, USUAL_RANDOM);
            return context;
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java has no TLS", lacking);
        }
    }

    /** The certificate last refused, as {@link #fingerprint} writes it. */
    public Optional<String> refused() {
        return refused;
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
    static String normalise(String typed) {
        String digits = typed.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
        return String.join(":", digits.split("(?<=\\G..)"));
    }

    @FunctionalInterface
    private interface Check {

        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check machines) throws CertificateException {
        if (chain.length > 0 && trusted.equals(Optional.of(fingerprint(chain[0])))) {
            return;
        }
        try {
            machines.run();
        } catch (CertificateException untrusted) {
            refused = Stream.of(chain).map(Trust::fingerprint).findFirst();
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
