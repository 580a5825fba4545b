package org.lanyard.roster.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Folding;

/**
 * Codes made for people whose file has none: the same for the same order reference and name, or for an e-mail address that
 * stands once. The position in the file does not matter.
 */
final class MadeCodes {

    // Without the letters and digits that a hand takes for another (R6).
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXYZ234679";
    private static final int LENGTH = 10;

    private final Mapping mapping;
    private final RowText text;
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> emails = new HashMap<>();

    MadeCodes(Mapping mapping, RowText text, List<Row> rows) {
        this.mapping = mapping;
        this.text = text;
        for (Row row : rows) {
            people.merge(person(row), 1, Integer::sum);
            emails.merge(email(row), 1, Integer::sum);
        }
    }

    private String person(Row row) {
        String order = mapping.text(Field.ORDER_REFERENCE, row).strip();
        String name = text.name(row).strip();
        return order.isEmpty() || name.isEmpty() ? "" : order + '\0' + Folding.fold(name);
    }

    private String email(Row row) {
        return Folding.fold(mapping.text(Field.EMAIL, row).strip());
    }

    /** Empty where the row cannot be told from another. */
    Optional<String> of(Row row) {
        String person = person(row);
        if (!person.isEmpty() && people.getOrDefault(person, 1) == 1) {
            return Optional.of(code("person\0" + person));
        }
        String email = email(row);
        boolean once = person.isEmpty() && !email.isEmpty() && emails.getOrDefault(email, 1) == 1;
        return once ? Optional.of(code("email\0" + email)) : Optional.empty();
    }

    private static String code(String key) {
        byte[] hash = sha256(key.getBytes(StandardCharsets.UTF_8));
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int number = (hash[2 * i] & 0xFF) << 8 | hash[2 * i + 1] & 0xFF;
            code.append(LETTERS.charAt(number % LETTERS.length()));
        }
        return code.toString();
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
