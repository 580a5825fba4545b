package org.lanyard.roster.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

final class StatusWords {

    static final StatusWords KNOWN = new StatusWords(Words.read("statuses.txt"));

    // Beginnings of the names of columns in which "yes" is bad news, as keys.
    private static final List<String> NEGATIVE = List.of("void", "isvoid", "cancel", "positioncancel", "storn", "annul",
            "anul", "cancelad", "geannul", "avbok");
    // The same within a name that speaks of nothing else.
    private static final String PAID_BACK = "refund|erstatt|rembours|reembols|rimbors|terugbetaal|aterbetal|vracen|zwroc"
            + "|返金|払戻|palautettu|tilbagebetal|tilbakebetal|возвра|visszaterit|iade|επιστροφ|退款|환불";
    private static final Pattern BAD_NEWS =
            Pattern.compile("cancel|storn|annul|geannul|avbok|zrusen|revoked|deleted|キャンセル|取消"
                    + "|peruttu|peruutet|kansell|avbest|отмен|torolve|torolt|lemond|iptal|ακυρω|취소"
                    + "|" + PAID_BACK);
    private static final Pattern REFUND = Pattern.compile(PAID_BACK);
    private static final Pattern OF_BOTH = Pattern.compile("status|paid|payment|zahl|pag[ao]do|paye");
    private static final Pattern OF_STATUS = Pattern.compile("status|statut|zustand|ステータス|状況|状态|狀態|상태|статус");
    // Terms of cancelling, which cancel nobody.
    private static final Pattern TERMS =
            Pattern.compile("polic|protect|insur|versicher|assurance|terms|fee|deadline|until|frist");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ,].*)?");
    private static final Pattern NOTHING = Pattern.compile("[^0-9\\p{L}]*0+([.,]0+)?[^0-9\\p{L}]*([A-Za-z]{3})?|-");
    private static final Set<String> DECLINING = Set.of("rsvp", "rsvpstatus", "attending", "zusage", "出欠");

    private final Map<String, State> states = new HashMap<>();
    private final Set<String> yes;
    private final Set<String> no;

    private StatusWords(Map<String, List<String>> sections) {
        for (State state : State.values()) {
            sections.getOrDefault(state.word(), List.of()).forEach(key -> states.put(key, state));
        }
        this.yes = Set.copyOf(sections.getOrDefault("yes", List.of()));
        this.no = Set.copyOf(sections.getOrDefault("no", List.of()));
    }

    /** The word's state in a column of that name; empty where nobody can know. */
    Optional<State> state(String column, String word) {
        String key = Words.key(word);
        if (yes.contains(key) || no.contains(key)) {
            return ofAnswer(column, yes.contains(key));
        }
        Optional<State> known = Optional.ofNullable(states.get(key));
        return known.isPresent() || !isNegative(column) ? known : ofBadNews(column, word.strip());
    }

    // The day of a cancellation, or that nothing was paid back; what an amount means, nobody can know.
    private static Optional<State> ofBadNews(String column, String value) {
        if (DATE.matcher(value).matches()) {
            return Optional.of(out(column));
        }
        return NOTHING.matcher(value).matches() ? Optional.of(State.PAID) : Optional.empty();
    }

    private static State out(String column) {
        return REFUND.matcher(Words.key(column)).find() ? State.REFUNDED : State.CANCELLED;
    }

    private Optional<State> ofAnswer(String column, boolean yes) {
        String key = Words.key(column);
        if (isNegative(column)) {
            return Optional.of(yes ? out(column) : State.PAID);
        }
        if (yes) {
            return Optional.of(State.PAID);
        }
        boolean asksForPaymentOrPlace = Synonyms.KNOWN.of(column).stream().anyMatch(match -> match.field().isStatus());
        if (!asksForPaymentOrPlace) {
            return Optional.empty();
        }
        return Optional.of(DECLINING.contains(key) ? State.CANCELLED : State.PENDING);
    }

    /** True where "yes" in a column of that name is bad news. */
    static boolean isNegative(String column) {
        String key = Words.key(column);
        boolean bad = NEGATIVE.stream().anyMatch(key::startsWith)
                || BAD_NEWS.matcher(key).find() && !OF_BOTH.matcher(key).find();
        return bad && !TERMS.matcher(key).find();
    }

    /** True where the name speaks of a status, be it of a person, a membership or a payment. */
    static boolean isOfStatus(String column) {
        return OF_STATUS.matcher(Words.key(column)).find();
    }

    boolean isYesOrNo(String word) {
        String key = Words.key(word);
        return yes.contains(key) || no.contains(key);
    }

    boolean isYes(String word) {
        return yes.contains(Words.key(word));
    }

    boolean isNo(String word) {
        return no.contains(Words.key(word));
    }

    boolean isStatus(String word) {
        return states.containsKey(Words.key(word));
    }
}
