package org.lanyard.roster.format;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Sentence;

final class Understander {

    private final Table table;
    private final List<ColumnProfile> profiles;
    private final Answers answers;

    private Understander(Table table, List<ColumnProfile> profiles, Answers answers) {
        this.table = table;
        this.profiles = profiles;
        this.answers = answers;
    }

    /**
     * @param zone     of times without an offset
     * @param progress told the number of rows read
     */
    static Understanding run(Table table, List<ColumnProfile> profiles, Answers answers, ZoneId zone,
            LongConsumer progress) {
        return new Understander(table, profiles, answers).run(zone, progress);
    }

    private Understanding run(ZoneId zone, LongConsumer progress) {
        Mapping mapping = new Mapping(table, profiles, answers);
        boolean noHeader = table.headerRow() == 0 && answers.columns().isEmpty();
        if (noHeader) {
            return new Understanding(columns(mapping), List.of(ColumnQuestions.header(table)), table.notices(),
                    StatedRoster.builder().build(), Outcome.EMPTY);
        }
        ColumnQuestions asked = new ColumnQuestions(table, mapping, answers);
        StatusReading statuses = new StatusReading(mapping, answers);
        table.rows().forEach(statuses::look);
        List<Question> questions = new ArrayList<>(asked.ask());
        questions.addAll(new StatusQuestions(table, mapping, statuses, answers).ask());
        RowsReader reader = new RowsReader(table, mapping, answers, statuses, zone);
        questions.addAll(reader.questions());
        StatedRoster roster = reader.read(progress);
        Outcome outcome = Outcome.of(roster);
        if (questions.isEmpty()) {
            questions.addAll(asked.refusedAll(outcome, statuses));
        }
        return new Understanding(columns(mapping), questions, warnings(mapping, statuses, reader), roster, outcome);
    }

    private List<ColumnMeaning> columns(Mapping mapping) {
        return table.columns().stream().map(column -> new ColumnMeaning(column, mapping.uses(column),
                mapping.isGuessed(column), mapping.profile(column).samples())).toList();
    }

    private List<Sentence> warnings(Mapping mapping, StatusReading statuses, RowsReader reader) {
        List<Sentence> warnings = new ArrayList<>();
        if (!statuses.stated() && !table.rows().isEmpty()) {
            warnings.add(Sentence.of("status.none"));
        }
        if (!mapping.hasName() && !table.rows().isEmpty()) {
            warnings.add(Sentence.of("name.none"));
        }
        if (statuses.empty() > 0) {
            warnings.add(Sentence.of("status.empty", Field.ORDER_STATUS.word(), statuses.empty()));
        }
        warnings.addAll(table.notices());
        warnings.addAll(reader.warnings());
        warnings.addAll(new UnusedColumns(mapping).warnings());
        return warnings;
    }
}
