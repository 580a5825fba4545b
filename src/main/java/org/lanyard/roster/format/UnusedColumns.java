package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanyard.scan.Sentence;

/** Columns that nobody uses and that might matter, named with the option that would take them. */
final class UnusedColumns {

    private static final int MOST_NAMED = 12;
    private static final int NEARLY_ALL = 90;
    private static final int MOST_VARIANTS = 12;
    private static final Set<String> SIZES = Set.of("xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl", "x");

    private static final Pattern UNITS = Pattern.compile("[0-9]|1[0-9]");

    private final Mapping mapping;

    UnusedColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    List<Sentence> warnings() {
        List<Sentence> warnings = new ArrayList<>();
        for (Column column : mapping.silent()) {
            ColumnProfile values = mapping.profile(column);
            boolean ofElse = StatusWords.isNegative(column.header()) || saysWhoCame(column);
            if (warnings.size() < MOST_NAMED && !ofElse && (looksLikeItem(values) || looksLikeUnits(values))) {
                warnings.add(Sentence.of("column.item", column.name()));
            }
        }
        mapping.silent().stream().filter(this::looksLikeCheckIn)
                .forEach(column -> warnings.add(Sentence.of("column.no-time", column.name())));
        return warnings;
    }

    private static boolean looksLikeItem(ColumnProfile values) {
        long sizes = values.words().keySet().stream().filter(word -> SIZES.contains(Words.key(word))).count();
        boolean choice = values.words().size() <= MOST_VARIANTS && sizes * 2 > values.words().size();
        boolean bought = values.words().keySet().stream().anyMatch(word -> !StatusWords.KNOWN.isNo(word));
        return bought && values.filled > 0 && (values.mostly(values.yesOrNo, NEARLY_ALL) || choice);
    }

    // Numbers of something that each bought, and some none.
    private static boolean looksLikeUnits(ColumnProfile values) {
        boolean none = values.words().containsKey("0") || values.filled < values.rows;
        return none && values.distinct() * 2 <= values.filled
                && values.words().keySet().stream().allMatch(word -> UNITS.matcher(word).matches())
                && values.words().keySet().stream().anyMatch(word -> !word.equals("0"));
    }

    private boolean looksLikeCheckIn(Column column) {
        return mapping.profile(column).filled > 0 && !mapping.has(Field.CHECKED_IN_AT) && saysWhoCame(column);
    }

    private static boolean saysWhoCame(Column column) {
        return Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field() == Field.CHECKED_IN_AT);
    }
}
