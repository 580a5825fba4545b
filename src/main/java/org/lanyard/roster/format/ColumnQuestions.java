package org.lanyard.roster.format;

import static org.lanyard.roster.format.Question.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.format.Question.About;
import org.lanyard.roster.format.Question.Choice;
import org.lanyard.scan.Sentence;

final class ColumnQuestions {

    private static final int MOST_CHOICES = 6;
    private static final Set<String> MORE_PEOPLE =
            Set.of("guests", "numberofguests", "plusones", "additionalguests", "gaste",
                    "begleitpersonen", "invites", "accompagnants", "acompanantes", "invitados", "ospiti", "convidados",
                    "acompanhantes",
                    "gasten", "gaster", "hoste", "goscie", "同伴者数");

    private final Table table;
    private final Mapping mapping;
    private final Answers answers;

    ColumnQuestions(Table table, Mapping mapping, Answers answers) {
        this.table = table;
        this.mapping = mapping;
        this.answers = answers;
    }

    static Question header(Table table) {
        return new Question(About.HEADER, "", "", table.rows().size(), Sentence.of("ask.header"),
                option("--map", "#1=access_code") + " " + option("--map", "#2=name") + " …", List.of());
    }

    List<Question> ask() {
        List<Question> questions = new ArrayList<>();
        if (!mapping.has(Field.ACCESS_CODE) && !answers.makeCodes()) {
            questions.add(noCode());
        }
        if (!mapping.codeRivals().isEmpty()) {
            questions.add(whichCode());
        }
        mapping.silent().stream().filter(this::mayCountPeople).forEach(column -> questions.add(party(column)));
        boolean noTicket = !mapping.has(Field.TICKET_TYPE) && answers.ticket().isEmpty() && !answers.refusingAll();
        if (noTicket && !table.rows().isEmpty()) {
            questions.add(noTicket());
        }
        return questions;
    }

    private Question noCode() {
        List<Choice> choices = new ArrayList<>(table.columns().stream().filter(this::mayBeCode).limit(MOST_CHOICES)
                .map(column -> use(column, Field.ACCESS_CODE)).toList());
        mapping.columns(Field.EMAIL).stream().findFirst().ifPresent(email -> choices.add(Choice.of(
                given -> given.with(email.name(), new Use.As(Field.EMAIL)).with(email.name(), new Use.As(Field.ACCESS_CODE)),
                "choose.email", email.name())));
        choices.add(Choice.of(Answers::withMadeCodes, "choose.make-codes"));
        String columns = Stream.concat(table.columns().stream().filter(this::mayBeCode).limit(2),
                mapping.columns(Field.EMAIL).stream())
                .map(column -> option("--map", column.name() + "=access_code") + " or ")
                .collect(Collectors.joining());
        return new Question(About.ACCESS_CODE, "", "", table.rows().size(), Sentence.of("ask.no-code"),
                columns + "--make-codes", choices);
    }

    private boolean mayBeCode(Column column) {
        ColumnProfile values = mapping.profile(column);
        boolean taken = mapping.uses(column).stream().anyMatch(use -> use instanceof Use.As(Field field)
                && field != Field.ORDER_REFERENCE);
        return !taken && values.filled > 0 && values.distinct() == values.filled && values.filled * 10L >= values.rows * 9L
                && mapping.plausible(Field.ACCESS_CODE, column);
    }

    private static Choice use(Column column, Field field) {
        return Choice.of(given -> given.with(column.name(), new Use.As(field)), "choose.column", column.name());
    }

    private Question whichCode() {
        Column guessed = mapping.columns(Field.ACCESS_CODE).getFirst();
        List<Column> columns = Stream.concat(Stream.of(guessed), mapping.codeRivals().stream()).toList();
        String answer = columns.stream().map(column -> option("--map", column.name() + "=access_code"))
                .collect(Collectors.joining(" or "));
        return new Question(About.ACCESS_CODE, guessed.name(), "", table.rows().size(), Sentence.of("ask.which-code",
                columns.stream().map(Column::name).collect(Collectors.joining(", "))), answer,
                columns.stream().map(column -> use(column, Field.ACCESS_CODE)).toList());
    }

    private boolean mayCountPeople(Column column) {
        boolean named = Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field() == Field.PARTY);
        boolean more = MORE_PEOPLE.contains(Words.key(column.header()));
        return named && mapping.profile(column).words().keySet().stream()
                .anyMatch(word -> Quantity.of(word.replaceFirst("[.,]0+$", "")).filter(number -> number > (more ? 0 : 1))
                        .isPresent());
    }

    private Question party(Column column) {
        String value = mapping.profile(column).words().keySet().stream().filter(word -> !word.equals("1")).findFirst()
                .orElse("");
        return new Question(About.PARTY, column.name(), value, table.rows().size(), Sentence.of("ask.party", column.name()),
                option("--map", column.name() + "=party") + " or " + option("--map", column.name() + "="),
                List.of(use(column, Field.PARTY), Choice.of(given -> given.withOnly(column.name(), Use.UNUSED),
                        "choose.unused", column.name())));
    }

    private Question noTicket() {
        List<Choice> choices = new ArrayList<>(mapping.silent().stream()
                .filter(column -> mapping.plausible(Field.TICKET_TYPE, column) && mapping.profile(column).filled > 0)
                .limit(MOST_CHOICES).map(column -> use(column, Field.TICKET_TYPE)).toList());
        choices.add(Choice.of(given -> given.withTicket("Ticket"), "choose.one-ticket"));
        return new Question(About.TICKET, "", "", table.rows().size(), Sentence.of("ask.no-ticket", table.rows().size()),
                option("--ticket", "Ticket"), choices);
    }

    List<Question> refusedAll(Outcome outcome, StatusReading statuses) {
        boolean right =
                outcome.admitted() > 0 || outcome.people() == 0 || answers.refusingAll() || !answers.statuses().isEmpty();
        if (right) {
            return List.of();
        }
        Outcome.Refused reason = outcome.refused().getFirst();
        Choice all = Choice.of(Answers::withRefusingAll, "choose.refuse-all");
        return List.of(new Question(About.ADMITTED, statuses.stated() ? statuses.columnName() : "", reason.status(),
                outcome.people(), Sentence.of("ask.all-refused", outcome.people(),
                        reason.reason()),
                "--force", List.of(all)));
    }
}
