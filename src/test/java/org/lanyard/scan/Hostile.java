package org.lanyard.scan;

import java.util.List;
import java.util.Random;

/** Payloads that nobody printed on a badge: noise in every plane of Unicode, half URLs, SQL, HTML, format strings. */
public final class Hostile {

    private static final List<String> PIECES = List.of("http://", "https://", "?code=", "&c=", "%", "%4", "%C3", "%00",
            "conf:", ":", "/", "#", "]Q1", "\uFEFF", "\u0000", "\r", "\n", "\t", "' OR 1=1 --", "\"; DROP TABLE attendee;",
            "<script>alert(1)</script>", "%s%n%x", "{0}", "${jndi:ldap://x}", "\\", "QA", "QUJD", "\uD83D\uDC0D", "\uD800",
            "\uDFFF", "\u202E", "é", "e\u0301", "ADA1", "ada1", "SELECT", "?", "??", "_", "*", "=cmd()");

    private Hostile() {}

    /** From one piece to three hundred. */
    public static String payload(Random random) {
        StringBuilder payload = new StringBuilder();
        int pieces = 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 8);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(4)) {
                case 0 -> payload.append((char) random.nextInt(0x10000));
                case 1 -> payload.appendCodePoint(random.nextInt(0x110000));
                case 2 -> payload.append((char) (32 + random.nextInt(95)));
                default -> payload.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return payload.toString();
    }
}
