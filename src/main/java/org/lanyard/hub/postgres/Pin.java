package org.lanyard.hub.postgres;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the one certificate whose {@link Fingerprint} begins like this; its names, dates and issuer do not matter. */
final class Pin extends X509ExtendedTrustManager {

    @SuppressWarnings("NullAway") private static final KeyManager[] NO_KEYS = null;
    @SuppressWarnings("NullAway") private static final SecureRandom USUAL_RANDOM = null;

    private final String beginning;

    Pin(String beginning) {
        this.beginning = beginning;
    }

    static final class OtherCertificate extends CertificateException {

        private static final long serialVersionUID = 1;
    }

    SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(NO_KEYS, new TrustManager[] {this}, USUAL_RANDOM);
        return context;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !Fingerprint.of(chain[0]).startsWith(beginning)) {
            throw new OtherCertificate();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no client is asked for a certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no client is asked for a certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no client is asked for a certificate");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
