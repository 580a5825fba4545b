package org.lanyard.scan;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Lets one other station join a hub, once: addresses, port, certificate and a secret, as text for a wand, a camera or a
 * keyboard. It is a secret itself, so nothing writes it to a log, a record or a file.
 *
 * <p>{@code HUB}, then base 32 in Crockford's alphabet of: version, for each address its length and its bytes, a zero, the
 * port, the certificate's fingerprint, the secret, three bytes of a CRC-32. Dashes, spaces and case do not matter.
 *
 * @param addresses   the hub's, to be tried in this order; numeric
 * @param fingerprint the first {@value #FINGERPRINT} bytes of the certificate's SHA-256, in hexadecimal digits
 * @param secret      {@value #SECRET} bytes in hexadecimal digits
 */
public record JoinCode(List<InetAddress> addresses, int port, String fingerprint, String secret) {

    /** Bytes: a second certificate with the same beginning takes 2^96 tries. */
    public static final int FINGERPRINT = 12;
    /** Bytes: guessed only at the hub itself, and used up by the first station. */
    public static final int SECRET = 8;

    private static final String PREFIX = "HUB";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int VERSION = 1;
    private static final int CHECK = 3;
    private static final int BITS = 5;
    private static final int GROUP = 5;
    // Characters; one address of 4 bytes needs 55 of them.
    private static final int SHORTEST = 50;
    // Characters; three addresses of 16 bytes need 144.
    private static final int LONGEST = 300;

    public JoinCode {
        addresses = List.copyOf(addresses);
        fingerprint = fingerprint.substring(0, 2 * FINGERPRINT).toUpperCase(Locale.ROOT);
    }

    /** Reads a code, also one that a wand with another keyboard layout has sent; empty where the text is none. */
    public static Optional<JoinCode> read(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(text), KeyboardLayout.undone(text).stream()).map(JoinCode::parse)
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<JoinCode> parse(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        if (!letters.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String digits = letters.substring(PREFIX.length()).replace('O', '0').replace('I', '1').replace('L', '1');
        byte[] bytes = decode(digits);
        if (bytes.length <= CHECK || !encode(bytes).equals(digits)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - CHECK);
        boolean whole = Arrays.equals(check(content), Arrays.copyOfRange(bytes, content.length, bytes.length));
        return whole ? parse(ByteBuffer.wrap(content)) : Optional.empty();
    }

    private static Optional<JoinCode> parse(ByteBuffer content) {
        try {
            if (content.get() != VERSION) {
                return Optional.empty();
            }
            List<InetAddress> addresses = new ArrayList<>();
            for (int length = content.get(); length > 0; length = content.get()) {
                addresses.add(InetAddress.getByAddress(next(content, length)));
            }
            int port = content.getShort() & 0xFFFF;
            return Optional.of(new JoinCode(addresses, port, HexFormat.of().formatHex(next(content, FINGERPRINT)),
                    HexFormat.of().formatHex(next(content, SECRET))));
        } catch (BufferUnderflowException | UnknownHostException cut) {
            return Optional.empty();
        }
    }

    private static byte[] next(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    public String text() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(VERSION);
        for (InetAddress address : addresses) {
            content.write(address.getAddress().length);
            content.writeBytes(address.getAddress());
        }
        content.write(0);
        content.write(port >> Byte.SIZE);
        content.write(port);
        content.writeBytes(HexFormat.of().parseHex(fingerprint));
        content.writeBytes(HexFormat.of().parseHex(secret));
        byte[] bytes = content.toByteArray();
        content.writeBytes(check(bytes));
        return PREFIX + "-" + encode(content.toByteArray()).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static byte[] check(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return Arrays.copyOf(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array(), CHECK);
    }

    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte next : bytes) {
            waiting = waiting << Byte.SIZE | next & 0xFF;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt(waiting >> bits - BITS & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(ALPHABET.charAt(waiting << BITS - bits & 31)).toString();
    }

    private static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int waiting = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            int value = ALPHABET.indexOf(letter);
            if (value < 0) {
                return new byte[0];
            }
            waiting = waiting << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(waiting >> bits);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "JoinCode[" + addresses + ":" + port + "]";
    }
}
