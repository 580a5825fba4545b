package org.lanyard.upstream;

import java.util.Locale;
import java.util.Optional;
import org.lanyard.scan.Sentence;

/**
 * The server's reason for saying no.
 *
 * @param orderStatus of the person's order, where the server told it
 */
public record Refusal(Reason reason, Sentence sentence, Optional<String> orderStatus) {

    public enum Reason {
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

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Refusal of(Reason reason, Sentence sentence) {
        return new Refusal(reason, sentence, Optional.empty());
    }
}
