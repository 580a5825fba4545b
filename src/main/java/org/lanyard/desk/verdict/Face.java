package org.lanyard.desk.verdict;

import java.util.List;
import org.lanyard.desk.ShownText;

/**
 * The content of a {@link VerdictPane}.
 *
 * @param title   the person's name, or what stands in its place
 * @param spoken  all of it for a screen reader
 * @param chips   ticket type, company and the like
 * @param details lines to be read below, such as a note
 */
public record Face(Look look, String headline, String title, String sentence, String spoken, List<String> chips,
        List<String> details) {

    // Longest sentence that keeps its place beside the name, in characters; a longer one is read below.
    private static final int LONGEST_SENTENCE = 120;

    // Bounds all that comes from outside, for every screen that shows a verdict.
    public Face {
        title = ShownText.line(title);
        sentence = ShownText.text(sentence);
        spoken = ShownText.text(spoken);
        chips = chips.stream().map(ShownText::line).toList();
        details = details.stream().map(ShownText::text).toList();
    }

    public Face(Look look, String headline, String title, String sentence, String spoken) {
        this(look, headline, title, sentence, spoken, List.of(), List.of());
    }

    boolean longSentence() {
        return sentence.length() > LONGEST_SENTENCE;
    }
}
