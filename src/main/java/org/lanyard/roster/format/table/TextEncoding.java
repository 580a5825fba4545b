package org.lanyard.roster.format.table;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.lanyard.scan.NotPossible;

/** Decodes a text file: a byte-order mark decides, else valid UTF-8, else the best of the older encodings. */
final class TextEncoding {

    record Decoded(String text, String encoding) {}

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final List<String> OTHERS = List.of("windows-1250", "windows-1251", "windows-1253", "windows-1254",
            "windows-1255", "windows-1256", "windows-1257", "ISO-8859-15", "ISO-8859-2", "windows-31j", "GB18030", "EUC-KR",
            "Big5", "EUC-JP", "KOI8-R");
    // Alike but for some letters: a detector cannot tell them by a few names, so they have to show what is odd
    // otherwise.
    private static final List<String> LATIN = List.of("windows-1250", "windows-1254", "windows-1257", "ISO-8859-15",
            "ISO-8859-2");
    private static final List<String> LIKE_WESTERN = List.of("windows-1252", "windows-1254", "ISO-8859-15");
    private static final Map<String, String> SAME = Map.of("ISO-8859-1", "windows-1252", "Shift_JIS", "windows-31j",
            "ISO-8859-9", "windows-1254", "ISO-8859-7", "windows-1253", "ISO-8859-6", "windows-1256", "ISO-8859-8",
            "windows-1255");
    private static final int SAMPLE = 1 << 16;
    // In percent: an invalid UTF-8 text of which more is valid is a damaged one, and no other encoding.
    private static final int DAMAGED = 60;
    private static final int HEADER_WORD = 40;
    private static final int WESTERN_FIRST = 15;
    private static final int ODD_CHARACTER = 12;
    private static final int CZECH_LETTER = 40;

    private final byte[] bytes;
    private final ToIntFunction<String> headerWords;

    TextEncoding(byte[] bytes, ToIntFunction<String> headerWords) {
        this.bytes = bytes;
        this.headerWords = headerWords;
    }

    /** @throws NotPossible when it is no text, or a damaged one */
    Decoded decode() {
        for (var mark : Map.of("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8, "\u00FE\u00FF", StandardCharsets.UTF_16BE,
                "\u00FF\u00FE", StandardCharsets.UTF_16LE).entrySet()) {
            if (startsWith(mark.getKey())) {
                return marked(mark.getValue(), mark.getKey().length());
            }
        }
        Optional<String> utf8 = strictly(StandardCharsets.UTF_8, 0, bytes.length);
        return utf8.map(text -> new Decoded(text, "UTF-8")).orElseGet(this::older);
    }

    private boolean startsWith(String mark) {
        return bytes.length >= mark.length()
                && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
    }

    private Decoded marked(Charset charset, int from) {
        String name = charset.name().replaceAll("[BL]E$", "");
        return new Decoded(strictly(charset, from, bytes.length)
                .orElseThrow(() -> new NotPossible("file.damaged-text", name, validLines(charset, from))), name);
    }

    private Optional<String> strictly(Charset charset, int from, int to) {
        try {
            CharBuffer text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, from, to - from));
            return Optional.of(text.toString());
        } catch (CharacterCodingException invalid) {
            return Optional.empty();
        }
    }

    // The line of the first byte that cannot be read.
    private int validLines(Charset charset, int from) {
        CharBuffer text = CharBuffer.allocate(bytes.length - from + 1);
        charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, true);
        return 1 + (int) text.flip().chars().filter(c -> c == '\n').count();
    }

    private Decoded older() {
        if (looksLikeDamagedUtf8()) {
            throw new NotPossible("file.damaged-text", "UTF-8", validLines(StandardCharsets.UTF_8, 0));
        }
        Map<Charset, Integer> scores = new LinkedHashMap<>();
        scores.put(WESTERN, WESTERN_FIRST);
        detected().forEach((charset, confidence) -> scores.merge(charset, confidence, Math::max));
        OTHERS.forEach(name -> scores.putIfAbsent(Charset.forName(name), 0));
        Charset best = WESTERN;
        int most = Integer.MIN_VALUE;
        for (var each : scores.entrySet()) {
            int score = score(each.getKey(), each.getValue());
            if (score > most) {
                best = each.getKey();
                most = score;
            }
        }
        String name = best.name();
        return new Decoded(strictly(best, 0, bytes.length).orElseThrow(() -> new NotPossible("file.no-text")), name);
    }

    private int score(Charset charset, int confidence) {
        int sure = LATIN.contains(charset.name()) ? 0 : confidence;
        Optional<String> text = strictly(charset, 0, bytes.length);
        return text.map(decoded -> sure - (LIKE_WESTERN.contains(charset.name()) ? CZECH_LETTER * czechLetters(decoded) : 0)
                + HEADER_WORD * headerWords.applyAsInt(decoded)
                - ODD_CHARACTER * oddCharacters(decoded)).orElse(Integer.MIN_VALUE);
    }

    // Charsets that ICU detects in the lines that are not plain ASCII, with their confidence from 0 to 100.
    private Map<Charset, Integer> detected() {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(nonAsciiLines());
        Map<Charset, Integer> found = new LinkedHashMap<>();
        for (CharsetMatch match : detector.detectAll()) {
            String name = SAME.getOrDefault(match.getName(), match.getName());
            if (Charset.isSupported(name) && (OTHERS.contains(name) || name.equals(WESTERN.name()))) {
                found.merge(Charset.forName(name), match.getConfidence(), Math::max);
            }
        }
        return found;
    }

    private byte[] nonAsciiLines() {
        List<String> lines = new ArrayList<>();
        int[] length = {0};
        new String(bytes, StandardCharsets.ISO_8859_1).lines()
                .filter(line -> line.chars().anyMatch(c -> c >= 0x80))
                .takeWhile(line -> (length[0] += line.length()) < SAMPLE).forEach(lines::add);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean looksLikeDamagedUtf8() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == '\uFFFD').count();
        long intact = text.codePoints().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        return intact * 100 > (intact + damaged) * DAMAGED;
    }

    // Counts Czech letters that look western in another encoding: ř as ø, č as è, beside š and ž, which look the same.
    private static int czechLetters(String text) {
        boolean carons = text.chars().anyMatch(c -> "šžŠŽ".indexOf(c) >= 0);
        return (int) text.chars().filter(c -> c == 'ì' || carons && "øèùòØÈ".indexOf(c) >= 0).count();
    }

    // Counts, up to a limit, characters that hardly stand in names: signs within words, controls, mixed scripts.
    private static int oddCharacters(String text) {
        int odd = 0;
        for (int i = 1; i + 1 < text.length() && odd < 100; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && isOdd(text.charAt(i - 1), c, text.charAt(i + 1))) {
                odd++;
            }
        }
        return odd;
    }

    private static boolean isOdd(char before, char c, char after) {
        if (Character.isISOControl(c) || !Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE) {
            return true;
        }
        boolean within = Character.isLetter(before) && Character.isLetter(after);
        boolean sign = !Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK
                && "’‘–—-·・\u00AD".indexOf(c) < 0;
        boolean capital = Character.isUpperCase(c) && Character.isLowerCase(before);
        return within && sign || capital || Stream.of(before, after).anyMatch(next -> otherScript(c, next));
    }

    private static boolean otherScript(char c, char next) {
        Character.UnicodeScript one = Character.UnicodeScript.of(c);
        Character.UnicodeScript other = Character.UnicodeScript.of(next);
        return Character.isLetter(c) && Character.isLetter(next) && one != other && isAlphabet(one) && isAlphabet(other);
    }

    private static boolean isAlphabet(Character.UnicodeScript script) {
        return switch (script) {
            case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC -> true;
            default -> false;
        };
    }
}
