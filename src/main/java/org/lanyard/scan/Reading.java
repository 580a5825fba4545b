package org.lanyard.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The possible meanings of a payload (R1 to R5), before any roster is asked.
 *
 * @param text     the payload without what R4 says does not matter
 * @param attempts codes to look for, in this order, until one is decided; empty when the payload is unreadable
 */
public record Reading(String text, List<Attempt> attempts) {

    /** Longest readable payload, in characters (code points), after R4. */
    public static final int MAX_LENGTH = 512;

    private static final Pattern URL = Pattern.compile("(?is)https?://[^/?#]*([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern SLUG_AND_CODE = Pattern.compile("([A-Za-z0-9_-]+):([^:]+)", Pattern.DOTALL);
    private static final List<String> PARAMETERS = List.of("code", "c", "access_code");

    /** @param slug of the conference that the payload names; empty where it names none */
    public record Attempt(Optional<String> slug, String code) {

        public boolean isFor(Conference conference) {
            return slug.isEmpty() || slug.get().equalsIgnoreCase(conference.slug());
        }

        /** False where the word before the colon is a URI scheme or a vCard key: then it names no other conference. */
        public boolean namesAConference() {
            return slug.isPresent() && !UriSchemes.contains(slug.get());
        }
    }

    /** Never throws, whatever the payload. */
    public static Reading of(String payload) {
        String text = withoutAimPrefix(trim(payload));
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return new Reading(text, List.of());
        }
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(new Attempt(Optional.empty(), text));
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            carried(url.group(2), url.group(1)).ifPresent(code -> {
                attempts.add(new Attempt(Optional.empty(), code));
                slugAndCode(code).ifPresent(attempts::add);
            });
        } else {
            slugAndCode(text).ifPresent(attempts::add);
        }
        return new Reading(text, List.copyOf(attempts));
    }

    public boolean unreadable() {
        return attempts.isEmpty();
    }

    /** The code as people would name it: what is left of slug and address. */
    public String code() {
        return attempts.reversed().stream().filter(attempt -> attempt.slug().isEmpty() || attempt.namesAConference())
                .map(Attempt::code).findFirst().orElse(text);
    }

    public static String cut(String payload) {
        return payload.codePointCount(0, payload.length()) <= MAX_LENGTH ? payload
                : payload.substring(0, payload.offsetByCodePoints(0, MAX_LENGTH));
    }

    static String trim(String payload) {
        int from = 0;
        int to = payload.length();
        while (from < to && insignificant(payload.charAt(from))) {
            from++;
        }
        while (to > from && insignificant(payload.charAt(to - 1))) {
            to--;
        }
        return payload.substring(from, to);
    }

    private static boolean insignificant(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == '\uFEFF';
    }

    // AIM symbology identifiers (ISO/IEC 15424): a bracket, a letter, and a modifier character.
    private static String withoutAimPrefix(String text) {
        boolean prefixed = text.length() >= 3 && text.charAt(0) == ']' && asciiLetter(text.charAt(1))
                && (asciiLetter(text.charAt(2)) || Character.digit(text.charAt(2), 10) >= 0);
        return prefixed ? trim(text.substring(3)) : text;
    }

    private static boolean asciiLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static Optional<Attempt> slugAndCode(String text) {
        Matcher parts = SLUG_AND_CODE.matcher(text);
        boolean fits = parts.matches()
                && parts.group(2).codePointCount(0, parts.group(2).length()) <= AccessCode.MAX_LENGTH;
        return fits ? Optional.of(new Attempt(Optional.of(parts.group(1)), parts.group(2))) : Optional.empty();
    }

    private static Optional<String> carried(String query, String path) {
        for (String name : PARAMETERS) {
            Optional<String> value = parameter(query == null ? "" : query, name);
            if (value.isPresent()) {
                return value;
            }
        }
        String[] segments = path.split("/");
        for (int i = segments.length - 1; i >= 0; i--) {
            if (!segments[i].isEmpty()) {
                return Optional.of(percentDecoded(segments[i]));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parameter(String query, String name) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1 && pair.substring(0, equals).equalsIgnoreCase(name)) {
                return Optional.of(percentDecoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    // Escapes that are none stay as they stand, so that no payload throws.
    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                decoded.write(high * 16 + low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
