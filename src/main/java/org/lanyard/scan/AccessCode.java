package org.lanyard.scan;

import java.util.Optional;

/** Identifies an attendee: 1 to 128 characters, compared exactly first and folded second (R1). */
public record AccessCode(String text) {

    /** Longest access code, in characters (code points); the upstream server's own have at most 20. */
    public static final int MAX_LENGTH = 128;

    private static final String CONFUSED = "OISB";
    private static final String TAKEN_FOR = "0158";

    /** The code a roster's cell holds, trimmed; empty where it holds none or no usable one. */
    public static Optional<AccessCode> of(String cell) {
        String text = Reading.trim(withoutFormat(cell));
        boolean usable = !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.codePoints().noneMatch(Character::isISOControl);
        return usable ? Optional.of(new AccessCode(text)) : Optional.empty();
    }

    // No scanner sends what nobody sees: zero-width and bidirectional marks.
    private static String withoutFormat(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT) ? text
                : text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** ASCII letters in upper case, all else as it is: exactly what SQLite's {@code upper} does. */
    public static String fold(String code) {
        StringBuilder folded = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            folded.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return folded.toString();
    }

    /** The folded code with each letter that a hand takes for a digit as that digit (R6). */
    public static String lookAlike(String code) {
        StringBuilder key = new StringBuilder(fold(code));
        for (int i = 0; i < key.length(); i++) {
            int confused = CONFUSED.indexOf(key.charAt(i));
            if (confused >= 0) {
                key.setCharAt(i, TAKEN_FOR.charAt(confused));
            }
        }
        return key.toString();
    }
}
