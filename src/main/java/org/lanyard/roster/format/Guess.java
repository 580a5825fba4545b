package org.lanyard.roster.format;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanyard.roster.format.Synonyms.Match;

final class Guess {

    // In this order: what is hardest to mistake comes first.
    private static final List<Field> GUESSED = List.of(Field.EMAIL, Field.ACCESS_CODE, Field.ORDER_REFERENCE,
            Field.ORDER_STATUS, Field.TICKET_STATUS, Field.STATUS, Field.TICKET_TYPE, Field.VARIATION, Field.NAME,
            Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.CHECKED_IN_AT, Field.ATTENTION, Field.NOTE);

    private static final int MOSTLY = 80;
    private static final int NEARLY_ALL = 95;
    private static final int HALF = 50;
    private static final int SOME = 10;
    private static final int FEW_ROWS = 3;
    private static final Set<String> PLACES = Set.of("state", "etat", "estado", "stato", "stan", "stav");

    private final List<Column> columns;
    private final List<ColumnProfile> profiles;
    private final Set<Column> taken = new HashSet<>();
    private final Map<Field, Column> guessed = new EnumMap<>(Field.class);

    private record Candidate(Column column, Match match) {}

    Guess(Table table, List<ColumnProfile> profiles) {
        this.columns = table.columns();
        this.profiles = profiles;
    }

    /**
     * The columns of the fields that nobody said.
     *
     * @param spoken   columns that somebody said something of
     * @param answered fields that have a column
     */
    Map<Field, Column> run(Set<Column> spoken, Set<Field> answered) {
        taken.addAll(spoken);
        canonical(answered);
        for (Field field : GUESSED) {
            if (!answered.contains(field) && !guessed.containsKey(field)) {
                best(field).ifPresent(column -> take(field, column));
            }
        }
        settleNames(answered);
        return guessed;
    }

    private void take(Field field, Column column) {
        guessed.put(field, column);
        taken.add(column);
    }

    // Our own names mean what they say, whatever stands below them; plain ones where no column is more clearly it.
    private void canonical(Set<Field> answered) {
        boolean ours = columns.stream().anyMatch(column -> column.name().equals(Field.SHARED_ITEMS.word()))
                && columns.stream().anyMatch(column -> column.name().equals(Field.ACCESS_CODE.word()));
        for (Column column : columns) {
            for (Field field : Field.values()) {
                boolean free = !answered.contains(field) && !guessed.containsKey(field) && !taken.contains(column);
                if (free && column.name().equalsIgnoreCase(field.word())
                        && (ours || isOurs(column) || best(field).filter(column::equals).isPresent())) {
                    take(field, column);
                }
            }
        }
    }

    // A name with an underscore is hardly another system's; "name", "email", "status" are.
    private static boolean isOurs(Column column) {
        return column.name().indexOf('_') > 0 || Set.of("items", "codes", "withdrawn", "blocked", "attention", "party")
                .contains(column.name());
    }

    private Optional<Column> best(Field field) {
        return candidates(field).map(Candidate::column).findFirst();
    }

    private java.util.stream.Stream<Candidate> candidates(Field field) {
        return columns.stream().filter(column -> !taken.contains(column))
                .flatMap(column -> Synonyms.KNOWN.of(column.header()).stream()
                        .filter(match -> match.field() == field).map(match -> new Candidate(column, match)))
                .filter(candidate -> plausible(field, candidate.column())
                        && !isHardlyCode(field, candidate.column(), candidate.match().weaker()))
                .sorted(Comparator.comparingInt(candidate -> candidate.match().rank()));
    }

    // Numbers of rows, and vouchers that some have paid with, are nobody's code unless somebody says so.
    private boolean isHardlyCode(Field field, Column column, boolean weaker) {
        ColumnProfile values = profiles.get(column.index());
        return field == Field.ACCESS_CODE
                && (values.countsRows() || weaker && values.filled * 100L < (long) values.rows * MOSTLY);
    }

    List<Column> rivals() {
        Column code = guessed.get(Field.ACCESS_CODE);
        if (code == null || code.name().equalsIgnoreCase(Field.ACCESS_CODE.word())) {
            return List.of();
        }
        boolean weaker = isWeaker(code);
        return columns.stream().filter(column -> !column.equals(code))
                .filter(column -> Synonyms.KNOWN.of(column.header()).stream()
                        .anyMatch(match -> match.field() == Field.ACCESS_CODE && match.weaker() == weaker))
                .filter(column -> !guessed.containsValue(column) && plausible(Field.ACCESS_CODE, column)
                        && !isHardlyCode(Field.ACCESS_CODE, column, weaker))
                .filter(column -> profiles.get(column.index()).filled > 0).toList();
    }

    private static boolean isWeaker(Column column) {
        return Synonyms.KNOWN.of(column.header()).stream()
                .anyMatch(match -> match.field() == Field.ACCESS_CODE && match.weaker());
    }

    boolean plausible(Field field, Column column) {
        ColumnProfile values = profiles.get(column.index());
        if (values.rows == 0) {
            return true;
        }
        if (values.filled == 0 || values.mostly(values.yesOrNo, HALF) && !field.isStatus()) {
            return false;
        }
        return switch (field) {
            case ACCESS_CODE -> isCode(values);
            case EMAIL -> values.mostly(values.at, MOSTLY);
            case ORDER_REFERENCE -> !values.mostly(values.at, SOME) && !values.mostly(values.dates, HALF)
                    && values.mostly(values.withDigit, HALF) | values.mostly(values.filled - values.spaced, NEARLY_ALL);
            case TICKET_TYPE -> isTicket(values);
            case NAME, FIRST_NAME, LAST_NAME, COMPANY, VARIATION -> values.mostly(values.withLetter, HALF)
                    && !values.mostly(values.at, HALF) && !values.mostly(values.statuses, NEARLY_ALL);
            case CHECKED_IN_AT -> values.mostly(values.dates, HALF);
            case STATUS, ORDER_STATUS, TICKET_STATUS -> isStatus(column, values);
            default -> true;
        };
    }

    private static boolean isCode(ColumnProfile values) {
        boolean unique = values.distinct() * 100L >= (long) values.filled * HALF || values.mostly(values.ruined, SOME);
        return unique && values.filled * 2 >= values.rows && values.mostly(values.filled - values.spaced, MOSTLY)
                && !values.mostly(values.at, HALF) && !values.mostly(values.dates, HALF)
                && !values.mostly(values.tooLong, HALF);
    }

    private static boolean isTicket(ColumnProfile values) {
        boolean codes = values.rows > FEW_ROWS && values.distinct() == values.filled
                && values.mostly(values.withDigit, NEARLY_ALL) && values.mostly(values.filled - values.spaced, NEARLY_ALL);
        return values.mostly(values.withLetter, HALF) && !values.mostly(values.money, HALF)
                && !values.mostly(values.statuses + free(values), NEARLY_ALL) && !values.mostly(values.dates, HALF)
                && !values.mostly(values.at, HALF) && !codes;
    }

    // Counts cells that say "free" or "donation", which ticketing systems write beside "paid" for a kind of ticket.
    private static int free(ColumnProfile values) {
        return values.words().entrySet().stream().filter(word -> isPriceKind(word.getKey())).mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isPriceKind(String word) {
        return Set.of("free", "donation", "paid").contains(Words.key(word));
    }

    // Eventyay's "Ticket Type" says whether a ticket is free.
    boolean isPriceKind(Column column) {
        return Synonyms.KNOWN.of(column.header()).stream().anyMatch(match -> match.field() == Field.TICKET_TYPE)
                && profiles.get(column.index()).words().keySet().stream().allMatch(Guess::isPriceKind);
    }

    private static boolean isStatus(Column column, ColumnProfile values) {
        return values.statuses + values.yesOrNo > 0
                || !PLACES.contains(Words.key(column.header())) && !values.mostly(values.dates, HALF);
    }

    // "Nom" and "Name" are whole names or family names, "Nome" and "Nombre" whole or given names.
    private void settleNames(Set<Field> answered) {
        boolean parts = answered.contains(Field.FIRST_NAME) || answered.contains(Field.LAST_NAME);
        if (parts) {
            guessed.remove(Field.NAME);
        } else if (!answered.contains(Field.NAME)) {
            settleNames(Field.FIRST_NAME, Field.LAST_NAME);
            settleNames(Field.LAST_NAME, Field.FIRST_NAME);
        }
    }

    // A part without the other is a whole name, or has the other in what looked like one.
    private void settleNames(Field part, Field other) {
        Column half = guessed.get(part);
        Column whole = guessed.get(Field.NAME);
        if (half == null || guessed.containsKey(other)) {
            return;
        }
        if (whole != null && !containsName(whole, half)) {
            move(Field.NAME, other);
        } else if (whole == null && (part == Field.LAST_NAME || isWholeName(half))) {
            move(part, Field.NAME);
        }
    }

    private void move(Field from, Field to) {
        Optional.ofNullable(guessed.remove(from)).ifPresent(column -> guessed.put(to, column));
    }

    private boolean isWholeName(Column first) {
        ColumnProfile values = profiles.get(first.index());
        return values.mostly(values.spaced, HALF);
    }

    private boolean containsName(Column whole, Column first) {
        List<String> names = profiles.get(whole.index()).samples();
        List<String> given = profiles.get(first.index()).samples();
        return given.stream().anyMatch(name -> names.stream().anyMatch(full -> full.contains(name)));
    }
}
