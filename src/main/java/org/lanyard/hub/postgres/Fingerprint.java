package org.lanyard.hub.postgres;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;

/** SHA-256 of a certificate, in upper-case hexadecimal digits. */
public final class Fingerprint {

    private static final int PATIENCE_MILLISECONDS = 5000;
    private static final int TLS_REQUEST = 80877103;

    private Fingerprint() {}

    static final class NoTls extends IOException {

        private static final long serialVersionUID = 1;
    }

    public static String of(X509Certificate certificate) {
        try {
            return HexFormat.of().withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException | java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Asks a PostgreSQL server for its certificate, whatever it is.
     *
     * @throws NoTls where it has none
     */
    static String ofServer(HubAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLISECONDS);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(2 * Integer.BYTES);
            out.writeInt(TLS_REQUEST);
            out.flush();
            if (socket.getInputStream().read() != 'S') {
                throw new NoTls();
            }
            Pin any = new Pin("");
            try (SSLSocket secured = (SSLSocket) any.context().getSocketFactory().createSocket(socket, address.host(),
                    address.port(), true)) {
                secured.startHandshake();
                return of((X509Certificate) secured.getSession().getPeerCertificates()[0]);
            }
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java has no TLS", lacking);
        }
    }
}
