package org.lanyard.hub.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/**
 * A certificate signed by its own key, on P-256 with ECDSA and SHA-256. Stations know it by its fingerprint, so that neither
 * names nor dates in it matter: it never ends.
 *
 * <p>X.509 version 1 (RFC 5280, section 4.1) in DER, which the JDK reads and does not write.
 */
record SelfSigned(KeyPair keys, X509Certificate certificate) {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8 = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int SHORT_LENGTH = 0x80;
    // ecdsa-with-SHA256, 1.2.840.10045.4.3.2
    private static final byte[] ECDSA = HexFormat.of().parseHex("06082a8648ce3d040302");
    // commonName, 2.5.4.3
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    static SelfSigned make(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] content = content(name, keys);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] certificate =
                    der(SEQUENCE, content, der(SEQUENCE, ECDSA), der(BIT_STRING, new byte[1], signature.sign()));
            return new SelfSigned(keys, (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (GeneralSecurityException lacking) {
            throw new IllegalStateException("this Java makes no certificates", lacking);
        }
    }

    private static byte[] content(String name, KeyPair keys) {
        byte[] named = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, name.getBytes(StandardCharsets.UTF_8)))));
        byte[] always =
                der(SEQUENCE, der(UTC_TIME, ascii("000101000000Z")), der(GENERALIZED_TIME, ascii("99991231235959Z")));
        return der(SEQUENCE, der(INTEGER, new byte[] {1}), der(SEQUENCE, ECDSA), named, always, named,
                keys.getPublic().getEncoded());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length < SHORT_LENGTH) {
            whole.write(length);
        } else {
            whole.write(SHORT_LENGTH | 2);
            whole.write(length >> Byte.SIZE);
            whole.write(length);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
