package org.lanyard.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What wands, cameras, badges of other events and hostile people send to a station: one line of bytes each. */
final class Payloads {

    private static final List<String> JUNK = List.of("' OR 1=1 --", "1; DROP TABLE attendee; --", "%s%s%s%n%x%d",
            "{0} ${jndi:ldap://x/a} #{7*7}", "<script>alert(1)</script>", "<html><img src=x onerror=alert(1)>",
            "{\"code\":\"A\",\"verdict\":\"checked_in\"}", "[]", "null", "-1", "NaN", "0x41", "javascript:alert",
            "mailto:zoe@example.org", "WIFI:S:net;T:WPA;P:secret;;", "BEGIN:VCARD", "tel:+49123", "ftp://example.org/A",
            "../../etc/passwd", "C:\\temp", "12:30", "A:B:C", ":", "::", ":A", "pycon-us_2027", "pycon-us_2027:",
            "rustfest-2027:", "naïve:A", "a b:A", "A B", "\uD83D\uDE00", "👩‍👩‍👧‍👦", "مرحبا", "\u202Eabc",
            "Ａ", "ﬀ", "İ", "ı", "ſ", "K", "a\u0301", "]", "]Q", "]Q1]C0A", "]q1A", "]Z9A", "\\u0041", "&#65;", "%41",
            "\u0000A\u0000B", "A\rB", "A\tB", "*", "?", "A%", "_", "A_______", "''", "\"", "`");
    private static final List<String> AROUND = List.of(" ", "  ", "\t", "\r", "\uFEFF", "\u0000", "\u001D", "\u001B",
            "\u007F", "\r\t ", "\u00A0", "\u3000", "\u0085", "\u2028");
    private static final List<String> AIM = List.of("]Q1", "]C0", "]d2", "]E0", "]A0", "]e0", "]L2", "]Q1");
    private static final List<String> BASES = List.of("https://example.org", "http://example.org/",
            "HTTPS://Example.ORG/c",
            "https://user:pw@example.org:8443/a/b", "http://[::1]/x", "https://example.org/check in", "https://例え.jp/道",
            "http://localhost", "https://example.org/a%2Fb");

    private final Random random;
    private final List<String> here;
    private final List<String> elsewhere;

    Payloads(Random random, List<String> here, List<String> elsewhere) {
        this.random = random;
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /** What goes into one call of the program. A line beyond a megabyte is in it, too. */
    List<byte[]> next(int count) {
        List<byte[]> lines = new ArrayList<>(count);
        lines.add("A".repeat(1_200_000).getBytes(StandardCharsets.US_ASCII));
        while (lines.size() < count) {
            lines.add(next());
        }
        return lines;
    }

    private byte[] next() {
        int kind = random.nextInt(100);
        if (kind < 2) {
            return invalidUtf8();
        }
        String text = kind < 55 ? usual(kind) : hostile(kind);
        return text.replace('\n', ' ').getBytes(StandardCharsets.UTF_8);
    }

    private String usual(int kind) {
        if (kind < 26) {
            return code();
        }
        if (kind < 31) {
            return anyCase(code());
        }
        if (kind < 42) {
            return anyCase(RegisterMaker.HERE) + ":" + (random.nextInt(5) == 0 ? anyCase(code()) : code());
        }
        return kind < 46 ? around(code()) : kind < 49 ? around(RegisterMaker.HERE + ":" + code()) : url();
    }

    private String hostile(int kind) {
        if (kind < 62) {
            return kind < 58 ? url() : otherEvent();
        }
        if (kind < 74) {
            return kind < 68 ? confused(code()) : garbled();
        }
        if (kind < 82) {
            return kind < 77 ? nothing() : kind < 80 ? nearMiss(code()) : junk() + code();
        }
        return kind < 84 ? lengthy() : kind < 95 ? junk() : around(junkUrl());
    }

    private String junk() {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    private String code() {
        return here.get(random.nextInt(here.size()));
    }

    private String foreign() {
        return elsewhere.get(random.nextInt(elsewhere.size()));
    }

    private String anyCase(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> Keyboard.swapCase(text);
            default -> text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        };
    }

    private String around(String text) {
        String before = AROUND.get(random.nextInt(AROUND.size()));
        String after = AROUND.get(random.nextInt(AROUND.size()));
        return switch (random.nextInt(5)) {
            case 0 -> AIM.get(random.nextInt(AIM.size())) + text;
            case 1 -> before + AIM.get(random.nextInt(AIM.size())) + text + after;
            case 2 -> before + text;
            case 3 -> text + after;
            default -> before + text + after;
        };
    }

    private String url() {
        String base = BASES.get(random.nextInt(BASES.size()));
        String carried = random.nextInt(3) == 0 ? RegisterMaker.HERE + ":" + code() : code();
        String encoded = encoded(random.nextInt(4) == 0 ? anyCase(carried) : carried);
        String name = List.of("code", "c", "access_code").get(random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 -> base + "?" + name + "=" + encoded;
            case 1 -> base + "?utm=1&" + name + "=" + encoded + "&x=%F0%9F%98%80#top";
            case 2 -> base + "/" + encoded;
            case 3 -> base + "/badge/" + encoded + "/?x=1#code=A";
            case 4 -> base + "//" + encoded + "//";
            default -> base + "/" + code() + "?" + name + "=" + encoded;
        };
    }

    /** Sometimes every byte in percents, sometimes what has to be. */
    private String encoded(String text) {
        if (random.nextInt(3) > 0) {
            return random.nextBoolean() ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", b));
        }
        return encoded.toString();
    }

    private String junkUrl() {
        String base = BASES.get(random.nextInt(BASES.size()));
        return switch (random.nextInt(10)) {
            case 0 -> base;
            case 1 -> base + "?code=";
            case 2 -> base + "?code=%zz" + code();
            case 3 -> base + "/%";
            case 4 -> base + "?CODE=" + code();
            case 5 -> base + "?q=" + code();
            case 6 -> base + "?code=" + RegisterMaker.ELSEWHERE + "%3A" + code();
            case 7 -> base + "/" + foreign();
            case 8 -> "https:" + code();
            default -> "https://" + code();
        };
    }

    private String otherEvent() {
        return switch (random.nextInt(5)) {
            case 0 -> foreign();
            case 1 -> RegisterMaker.HERE + ":" + foreign();
            case 2 -> RegisterMaker.ELSEWHERE + ":" + foreign();
            case 3 -> anyCase(RegisterMaker.ELSEWHERE) + ":" + code();
            default -> "no-such_event-" + random.nextInt(9) + ":" + code();
        };
    }

    private String confused(String code) {
        StringBuilder typed = new StringBuilder();
        for (char c : code.toCharArray()) {
            int at = "O0I1S5B8".indexOf(c);
            typed.append(at < 0 || random.nextInt(3) == 0 ? c : "0O1I5S8B".charAt(at));
        }
        return random.nextInt(6) == 0 ? RegisterMaker.HERE + ":" + typed : anyCase(typed.toString());
    }

    /** With a wrong layout. How Caps Lock works on a badge's colon differs by system, so codes alone there. */
    private String garbled() {
        String code = plain();
        String text = random.nextInt(3) == 0 ? RegisterMaker.HERE + ":" + code : code;
        Keyboard layout = List.of(Keyboard.AZERTY, Keyboard.QWERTZ, Keyboard.AZERTY_CAPS, Keyboard.QWERTZ_CAPS)
                .get(random.nextInt(4));
        return switch (random.nextInt(8)) {
            case 0 -> Keyboard.AZERTY_LETTERS.garbled(code);
            case 1 -> Keyboard.QWERTZ_LETTERS.garbled(code);
            case 2 -> layout.garbled("]Q1" + text);
            case 3 -> Keyboard.swapCase(text);
            default -> layout.garbled(text);
        };
    }

    /** A code that every keyboard has keys for. */
    private String plain() {
        String code = code();
        return code.matches("[A-Za-z0-9]+") ? code : plain();
    }

    private String nothing() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> AIM.get(random.nextInt(AIM.size()));
            default -> around("");
        };
    }

    private String nearMiss(String code) {
        return switch (random.nextInt(5)) {
            case 0 -> code + code.charAt(0);
            case 1 -> code.substring(1);
            case 2 -> code + " " + code;
            case 3 -> code.charAt(0) + "\u200B" + code.substring(1);
            default -> code + code() + code();
        };
    }

    private String lengthy() {
        return switch (random.nextInt(7)) {
            case 0 -> "X".repeat(512);
            case 1 -> "X".repeat(513);
            case 2 -> " ".repeat(600) + code() + "\t".repeat(600);
            case 3 -> "😀".repeat(300);
            case 4 -> "😀".repeat(513);
            case 5 -> "https://example.org/" + "a/".repeat(random.nextInt(400)) + code();
            default -> "<%s'>".repeat(20_000 / 5);
        };
    }

    private byte[] invalidUtf8() {
        byte[] code = code().getBytes(StandardCharsets.UTF_8);
        byte[] wrong = List.of(new byte[] {(byte) 0xC3}, new byte[] {(byte) 0xFF, (byte) 0xFE},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80}).get(random.nextInt(5));
        byte[] both = new byte[code.length + wrong.length];
        boolean first = random.nextBoolean();
        System.arraycopy(code, 0, both, first ? wrong.length : 0, code.length);
        System.arraycopy(wrong, 0, both, first ? 0 : code.length, wrong.length);
        return both;
    }
}
