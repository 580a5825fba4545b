package org.lanyard.roster.format;

import static org.lanyard.roster.format.Question.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanyard.roster.format.Question.About;
import org.lanyard.roster.format.Question.Choice;
import org.lanyard.roster.format.StatusReading.Unknown;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Sentence;

final class StatusQuestions {

    // More unknown words in one column are no statuses.
    private static final int MOST_WORDS = 20;
    // In percent of the filled cells.
    private static final int STATUS_LIKE = 66;
    private static final String ANSWERS = "paid|pending|cancelled";

    private final Table table;
    private final Mapping mapping;
    private final StatusReading statuses;
    private final Answers answers;

    StatusQuestions(Table table, Mapping mapping, StatusReading statuses, Answers answers) {
        this.table = table;
        this.mapping = mapping;
        this.statuses = statuses;
        this.answers = answers;
    }

    List<Question> ask() {
        Map<Column, List<Unknown>> words = statuses.unknown().keySet().stream().collect(Collectors.groupingBy(
                Unknown::column, java.util.LinkedHashMap::new, Collectors.toList()));
        List<Question> questions = new ArrayList<>();
        words.forEach((column, unknown) -> {
            if (unknown.size() > MOST_WORDS) {
                questions.add(column(column));
            } else {
                unknown.forEach(word -> questions.add(word(word)));
            }
        });
        mapping.silent().stream().filter(this::looksLikeStatus).forEach(column -> questions.add(column(column)));
        mapping.silent().stream().filter(column -> !looksLikeStatus(column) && saysWhoIsBlocked(column))
                .forEach(column -> questions.add(column(column, Field.BLOCKED)));
        return questions;
    }

    private Question word(Unknown unknown) {
        int rows = statuses.unknown().getOrDefault(unknown, 0);
        List<Choice> choices = List.of(choice(unknown, State.PAID, "choose.in"),
                choice(unknown, State.PENDING, "choose.waiting"), choice(unknown, State.CANCELLED, "choose.out"));
        Sentence text = unknown.word().isEmpty() ? Sentence.of("ask.status.empty", unknown.column().name(), rows)
                : Sentence.of("ask.status", unknown.word(), unknown.column().name(), rows);
        return new Question(About.STATUS, unknown.column().name(), unknown.word(), rows, text,
                option("--status", unknown.word() + "=" + ANSWERS), choices);
    }

    private static Choice choice(Unknown unknown, State state, String key) {
        return Choice.of(given -> given.withStatus(unknown.word(), state), key);
    }

    private boolean saysWhoIsBlocked(Column column) {
        return Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field() == Field.BLOCKED)
                && mapping.profile(column).words().keySet().stream().anyMatch(word -> !StatusWords.KNOWN.isNo(word));
    }

    private Question column(Column column) {
        return column(column, Field.STATUS);
    }

    private Question column(Column column, Field field) {
        List<Choice> choices = List.of(use(column, field, "choose.status"),
                Choice.of(given -> given.withOnly(column.name(), Use.UNUSED), "choose.unused", column.name()));
        return new Question(About.COLUMN, column.name(), String.join(", ", mapping.profile(column).samples()),
                mapping.profile(column).filled, Sentence.of("ask.status-column", column.name()),
                option("--map", column.name() + "=" + field.word()) + " or " + option("--map", column.name() + "="),
                choices);
    }

    private static Choice use(Column column, Field field, String key) {
        return Choice.of(given -> given.withOnly(column.name(), new Use.As(field)), key, column.name());
    }

    // A status column's name, or words of the table, and something else than the used columns say.
    private boolean looksLikeStatus(Column column) {
        ColumnProfile values = mapping.profile(column);
        boolean named = Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field().isStatus())
                && mapping.plausible(Field.STATUS, column)
                || StatusWords.isOfStatus(column.header()) && (refusesSomebody(column) || isOnlyStatus(column));
        boolean worded = values.mostly(values.statuses, STATUS_LIKE);
        boolean bad = StatusWords.isNegative(column.header());
        return values.filled > 0 && (named || worded && !saysOnlyWhoCame(column) || bad) && !mapping.isPriceKind(column)
                && !agrees(column);
    }

    // Words that nobody knows, in a file that says in no other column who may come in.
    private boolean isOnlyStatus(Column column) {
        return !statuses.stated() && !saysOnlyWhoCame(column) && mapping.profile(column).words().keySet().stream()
                .anyMatch(word -> StatusWords.KNOWN.state(column.header(), word).isEmpty());
    }

    private boolean saysOnlyWhoCame(Column column) {
        return Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field() == Field.CHECKED_IN_AT)
                && !refusesSomebody(column);
    }

    private boolean refusesSomebody(Column column) {
        return mapping.profile(column).words().keySet().stream()
                .anyMatch(
                        word -> StatusWords.KNOWN.state(column.header(), word).filter(state -> !state.admits()).isPresent());
    }

    // True if it would refuse nobody else than the used columns do.
    private boolean agrees(Column column) {
        return (statuses.stated() || StatusWords.isNegative(column.header()))
                && table.rows().stream().allMatch(row -> agrees(column, row));
    }

    private boolean agrees(Column column, Row row) {
        String word = row.cell(column.index()).strip();
        State known = statuses.ofRow(row);
        Function<String, Optional<State>> said =
                each -> Optional.ofNullable(answers.statuses().get(Answers.statusKey(each)));
        Optional<State> state = said.apply(word).or(() -> StatusWords.KNOWN.state(column.header(), word));
        boolean refusedAnyway = state.isEmpty() && known != State.PAID;
        return word.isEmpty() || refusedAnyway || state.map(known::worse).filter(known::equals).isPresent();
    }
}
