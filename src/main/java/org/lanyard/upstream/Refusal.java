package org.lanyard.upstream;

import java.util.Locale;
import java.util.Optional;
import org.lanyard.scan.Sentence;

/**
 * The server's reason for saying no.
 *
 * @param orderStatus of the person's order, where the server told it
 */
public record Refusal(Kind kind, Sentence sentence, Optional<String> orderStatus) {

    public enum Kind {
        /** the person's order is not active */
        ORDER,
        USED_UP,
        /** nobody there has the access code */
        PERSON,
        /** the person's order there has no such item */
        ITEM,
        /** the code cannot be put into a question to this server */
        UNASKABLE,
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Refusal of(Kind kind, Sentence sentence) {
        return new Refusal(kind, sentence, Optional.empty());
    }
}
