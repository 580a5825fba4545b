package org.lanyard.roster.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lanyard.scan.Folding;

final class Words {

    private Words() {}

    /** A word as it is compared: without case, accents, punctuation and spaces. */
    static String key(String word) {
        String folded = Folding.fold(word);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    static Map<String, List<String>> read(String resource) {
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, List<String>> parse(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            String text = withoutComment(line);
            if (text.startsWith("[")) {
                words = sections.computeIfAbsent(text.substring(1, text.indexOf(']')), _ -> new ArrayList<>());
            } else {
                for (String word : text.split(",")) {
                    addKey(words, key(word));
                }
            }
        }
        return sections;
    }

    private static void addKey(List<String> words, String key) {
        if (!key.isEmpty() && !words.contains(key)) {
            words.add(key);
        }
    }

    // A comment begins at the line's start or after spaces, so that "Order #" stays a word.
    private static String withoutComment(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf("   #");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
