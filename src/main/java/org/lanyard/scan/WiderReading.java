package org.lanyard.scan;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Codes that a payload may carry beside those of {@link Reading}, to be taken where exactly one attendee has one of them:
 * values and path segments of an address, the part before a slash, values of a small JSON object, and the payload in plain
 * characters.
 */
public final class WiderReading {

    private static final int MOST = 40;
    private static final Pattern URL = Pattern.compile("(?is)https?://[^/?#]*([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern JSON_TEXT = Pattern.compile(":\\s*\"((?:[^\"\\\\])*)\"");

    private WiderReading() {}

    /** @param typed by hand, where spaces and hyphens between groups do not matter */
    public static Set<String> codes(String text, boolean typed) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            address(url.group(1), url.group(2), codes);
        } else if (text.startsWith("{")) {
            Matcher value = JSON_TEXT.matcher(text);
            while (value.find()) {
                codes.add(value.group(1));
            }
        } else if (text.indexOf('/') > 0) {
            codes.add(text.substring(0, text.indexOf('/')));
        }
        String plain = plain(text);
        if (!plain.equals(text)) {
            Reading.of(plain).attempts().forEach(attempt -> codes.add(attempt.code()));
        }
        if (typed) {
            codes.add(plain.replaceAll("[\\s\\p{Pd}]", ""));
        }
        codes.removeIf(String::isBlank);
        return codes.stream().map(Reading::trim).limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void address(String path, String query, Set<String> codes) {
        Arrays.stream((query == null ? "" : query).split("&")).filter(pair -> pair.indexOf('=') >= 0)
                .forEach(pair -> codes.add(decoded(pair.substring(pair.indexOf('=') + 1))));
        Arrays.stream(path.split("/")).forEach(segment -> codes.add(decoded(segment)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }

    /** Compatibility forms unified, digits of other scripts as ASCII digits, without format characters. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
                    int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
                    plain.appendCodePoint(digit < 0 ? c : '0' + digit);
                });
        return plain.toString();
    }
}
