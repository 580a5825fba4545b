package org.lanyard.roster.format;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lanyard.scan.Sentence;

/**
 * Something about a file that a program cannot know.
 *
 * @param column its name; empty where the question is of the whole file
 * @param value  the word or name in question; empty where it is of a column
 * @param rows   how many it is about
 * @param answer the command line's options that answer it
 */
public record Question(About about, String column, String value, int rows, Sentence text, String answer,
        List<Choice> choices) {

    public enum About {
        HEADER, ACCESS_CODE, STATUS, COLUMN, PARTY, TICKET, PRODUCT, ADMITTED, SHEET;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Choice(Sentence label, UnaryOperator<Answers> answer) {

        static Choice of(UnaryOperator<Answers> answer, String key, Object... about) {
            return new Choice(Sentence.of(key, about), answer);
        }
    }

    public static String option(String name, String value) {
        return name + " '" + value.replace("'", "'\\''") + "'";
    }
}
