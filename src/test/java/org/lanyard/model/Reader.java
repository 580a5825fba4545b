package org.lanyard.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanyard.model.Register.Person;

/** R1 to R6 as the rules word them: which person of one conference a payload names. */
final class Reader {

    private static final int LONGEST = 512;
    private static final Pattern AIM = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
    private static final Pattern AROUND = Pattern.compile("^[\\p{IsWhite_Space}\\p{Cc}\uFEFF]+"
            + "|[\\p{IsWhite_Space}\\p{Cc}\uFEFF]+$");
    private static final Pattern BADGE = Pattern.compile("([A-Za-z0-9_-]+):([^:]{1,128})", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("(?i:https?)://[^/?#]*([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
            Pattern.DOTALL);
    /** Those that {@link Payloads} makes: of URIs, and of lines of a vCard. */
    private static final Set<String> SCHEMES =
            Set.of("https", "http", "ftp", "javascript", "mailto", "tel", "wifi", "begin");
    private static final Pattern JSON_TEXT = Pattern.compile(":\\s*\"([^\"\\\\]*)\"");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** What came of it. A person only where one is found; the look-alike is offered, never taken. */
    record Reading(String refusal, Person person, Person lookAlike) {
        static final Reading UNREADABLE = new Reading("unreadable", null, null);
        static final Reading WRONG_CONFERENCE = new Reading("wrong_conference", null, null);
        static final Reading UNKNOWN = new Reading("unknown_code", null, null);

        static Reading of(Person person) {
            return new Reading(null, person, null);
        }
    }

    private final Register here;
    private final Register elsewhere;
    private final Map<String, List<Person>> folded;
    private final Map<String, List<Person>> confused;
    private final Map<String, List<Person>> foreign;

    Reader(Register here, Register elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
        this.folded = index(here, Reader::fold);
        this.confused = index(here, Reader::lookAlike);
        this.foreign = index(elsewhere, Reader::fold);
    }

    private static Map<String, List<Person>> index(Register register, UnaryOperator<String> key) {
        Map<String, List<Person>> index = new TreeMap<>();
        register.people().values().forEach(person -> index
                .computeIfAbsent(key.apply(person.code()), _ -> new ArrayList<>()).add(person));
        return index;
    }

    /** R4: what is around a payload does not matter. */
    static String stripped(String payload) {
        String text = AROUND.matcher(payload).replaceAll("");
        return AROUND.matcher(AIM.matcher(text).replaceFirst("")).replaceAll("");
    }

    Reading read(String payload) {
        String text = stripped(payload);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            return Reading.UNREADABLE;
        }
        Reading plain = understood(text);
        if (plain != null) {
            return plain;
        }
        List<Person> carrying = elsewhereInIt(text).stream().map(code -> asCode(stripped(code)))
                .filter(reading -> reading != null && reading.person() != null).map(Reading::person).distinct().toList();
        if (carrying.size() == 1) {
            return Reading.of(carrying.getFirst());
        }
        Reading undone = layoutUndone(text);
        return undone != null ? undone : offered(code(text));
    }

    /** R3's order: the whole as a code, then as a URL, then as a badge; null where it is none of them. */
    private Reading understood(String text) {
        Reading whole = asCode(text);
        if (whole != null) {
            return whole;
        }
        String carried = carried(text);
        if (carried == null) {
            // The rules leave open whether "https://x" is a badge of the conference "https": it is none.
            return URL.matcher(text).matches() ? null : asBadge(text);
        }
        Reading inside = asCode(carried);
        return inside != null ? inside : asBadge(carried);
    }

    /** R3, wider: codes that count where exactly one attendee has one of them. */
    private static List<String> elsewhereInIt(String text) {
        List<String> codes = new ArrayList<>();
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String query = url.group(2) == null ? "" : url.group(2);
            for (String pair : query.split("&")) {
                codes.add(pair.contains("=") ? decoded(pair.substring(pair.indexOf('=') + 1).replace('+', ' ')) : "");
            }
            for (String segment : url.group(1).split("/")) {
                codes.add(decoded(segment.replace('+', ' ')));
            }
        } else if (text.startsWith("{")) {
            JSON_TEXT.matcher(text).results().forEach(value -> codes.add(value.group(1)));
        } else if (text.indexOf('/') > 0) {
            codes.add(text.split("/", 2)[0]);
        }
        String plain = plain(text);
        if (!plain.equals(text)) {
            codes.add(plain);
            codes.add(carried(plain) == null ? "" : carried(plain));
            Matcher badge = BADGE.matcher(plain);
            codes.add(badge.matches() ? badge.group(2) : "");
        }
        codes.add(plain.replaceAll("[\\s\\p{Pd}]", ""));
        return codes;
    }

    /** Full-width forms, other scripts' digits and what nobody sees, as plain characters. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> plain.append(Character.isDigit(c) ? Integer.toString(Character.digit(c, 10))
                        : Character.toString(c)));
        return plain.toString();
    }

    /** R1: exactly, here and then elsewhere, before in another case. Null where nobody fits, here or elsewhere. */
    private Reading asCode(String code) {
        if (here.people().containsKey(code)) {
            return Reading.of(here.people().get(code));
        }
        if (elsewhere.people().containsKey(code)) {
            return Reading.WRONG_CONFERENCE;
        }
        List<Person> fitting = folded.getOrDefault(fold(code), List.of());
        if (fitting.size() == 1) {
            return Reading.of(fitting.getFirst());
        }
        if (fitting.size() > 1) {
            return Reading.UNKNOWN;
        }
        return foreign.containsKey(fold(code)) ? Reading.WRONG_CONFERENCE : null;
    }

    /** R2. Null where it is no badge, or one of this conference with a code that nobody has. */
    private Reading asBadge(String text) {
        Matcher badge = BADGE.matcher(text);
        if (!badge.matches()) {
            return null;
        }
        if (fold(badge.group(1)).equals(fold(here.slug()))) {
            return asCode(badge.group(2));
        }
        return SCHEMES.contains(fold(badge.group(1))) ? null : Reading.WRONG_CONFERENCE;
    }

    /** The code that a payload is about, whatever it is wrapped in. */
    private String code(String text) {
        String carried = carried(text);
        String inner = carried == null ? text : carried;
        Matcher badge = BADGE.matcher(inner);
        return badge.matches() && !SCHEMES.contains(fold(badge.group(1))) ? badge.group(2) : inner;
    }

    /** R3: what a URL carries; null where it is no URL or carries nothing. */
    private static String carried(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return null;
        }
        for (String name : List.of("code", "c", "access_code")) {
            String value = parameter(url.group(2) == null ? "" : url.group(2), name + "=");
            if (!value.isEmpty()) {
                return decoded(value);
            }
        }
        String last = null;
        for (String segment : url.group(1).split("/")) {
            last = segment.isEmpty() ? last : segment;
        }
        return last == null ? null : decoded(last);
    }

    private static String parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.regionMatches(true, 0, name, 0, name.length()) && pair.length() > name.length()) {
                return pair.substring(name.length());
            }
        }
        return "";
    }

    /** What is no escape stays as it stands. */
    private static String decoded(String text) {
        Matcher escape = ESCAPE.matcher(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        for (; escape.find(); from = escape.end()) {
            bytes.writeBytes(text.substring(from, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escape.group(1), 16));
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** R6: exactly one code by undoing a layout, else null. A character by itself says nothing of a layout. */
    private Reading layoutUndone(String text) {
        if (text.length() < 2) {
            return null;
        }
        List<Person> found = Keyboard.UNDERSTOOD.stream().map(layout -> layout.undone(text))
                .filter(undone -> !undone.equals(text)).map(undone -> understood(stripped(undone)))
                .filter(reading -> reading != null && reading.person() != null).map(Reading::person).distinct()
                .toList();
        return found.size() == 1 ? Reading.of(found.getFirst()) : null;
    }

    /** R6: somebody to offer, unless two could be meant. */
    private Reading offered(String code) {
        List<Person> alike = confused.getOrDefault(lookAlike(code), List.of());
        return alike.size() == 1 ? new Reading("unknown_code", null, alike.getFirst()) : Reading.UNKNOWN;
    }

    private static String lookAlike(String code) {
        return fold(code).replace('o', '0').replace('i', '1').replace('s', '5').replace('b', '8');
    }

    /** ASCII only: a dotless i is no I. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        for (char c : text.toCharArray()) {
            folded.append(c < 128 ? String.valueOf(c).toLowerCase(Locale.ROOT) : c);
        }
        return folded.toString();
    }
}
