package org.lanyard.roster.format;

import static org.lanyard.roster.format.Question.option;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.UnusableRow;
import org.lanyard.roster.format.Answers.ProductUse;
import org.lanyard.roster.format.BoughtItems.Bought;
import org.lanyard.roster.format.Question.About;
import org.lanyard.roster.format.Question.Choice;
import org.lanyard.roster.format.table.Row;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Sentence;

/** Makes a roster of a table's rows: either all of a row goes into it or none. */
final class RowsReader {

    private static final int PROGRESS_STEP = 1000;
    private static final int MOST_WARNINGS = 20;

    private final Table table;
    private final Mapping mapping;
    private final Answers answers;
    private final StatusReading statuses;
    private final RowText text;
    private final BoughtItems items;
    private final StatedRoster.Builder roster = StatedRoster.builder();
    private final PersonRows people;
    private final OrderRows orders = new OrderRows(roster);
    private final Extras extras;
    private final List<Extras.Candidate> candidates;
    private final Extras.Holders holders = new Extras.Holders();
    private final CodeColumn codes;
    private final MadeCodes madeCodes;
    private final List<Sentence> warnings = new ArrayList<>();
    private final boolean unreadableTimes;

    RowsReader(Table table, Mapping mapping, Answers answers, StatusReading statuses, ZoneId zone) {
        this.table = table;
        this.mapping = mapping;
        this.answers = answers;
        this.statuses = statuses;
        this.text = new RowText(mapping, answers.ticket());
        this.items = new BoughtItems(mapping);
        List<String> times = table.rows().stream().map(row -> mapping.text(Field.CHECKED_IN_AT, row).strip())
                .filter(time -> !time.isEmpty()).toList();
        CheckInTimes readable = new CheckInTimes(zone, times);
        this.unreadableTimes = mapping.columns(Field.CHECKED_IN_AT).stream().anyMatch(RowsReader.this::isForeignGuess)
                && times.stream().anyMatch(time -> readable.read(time).isEmpty());
        this.people = new PersonRows(mapping, text, roster, readable, unreadableTimes);
        this.extras = new Extras(mapping, text, table.rows());
        this.candidates = extras.candidates();
        if (!answers.products().containsValue(ProductUse.ITEM)) {
            extras.forget();
        }
        this.codes = CodeColumn.of(() -> table.rows().stream().filter(row -> use(row) == ProductUse.TICKET)
                .map(row -> mapping.text(Field.ACCESS_CODE, row)));
        this.madeCodes = new MadeCodes(mapping, text, mapping.has(Field.ACCESS_CODE) ? List.of()
                : table.rows().stream().filter(row -> use(row) == ProductUse.TICKET).toList());
    }

    private boolean isForeignGuess(Column column) {
        return mapping.isGuessed(column) && !column.name().equals(Field.CHECKED_IN_AT.word());
    }

    private ProductUse use(Row row) {
        return answers.products().getOrDefault(text.ticket(row), ProductUse.TICKET);
    }

    List<Question> questions() {
        return candidates.stream().filter(candidate -> !answers.products().containsKey(candidate.product()))
                .map(RowsReader::question).toList();
    }

    private static Question question(Extras.Candidate candidate) {
        String name = candidate.product();
        return new Question(About.PRODUCT, "", name, candidate.rows(), Sentence.of("ask.product", name, candidate.rows()),
                option("--item", name) + " or " + option("--product", name + "=ticket|ignore"),
                List.of(product(name, ProductUse.ITEM, "choose.item"), product(name, ProductUse.TICKET, "choose.ticket"),
                        product(name, ProductUse.IGNORE, "choose.ignore")));
    }

    private static Choice product(String name, ProductUse use, String key) {
        return Choice.of(given -> given.withProduct(name, use), key);
    }

    List<Sentence> warnings() {
        List<Sentence> all = new ArrayList<>(warnings);
        if (mapping.has(Field.ACCESS_CODE) && codes.mayLackZeros()) {
            all.add(Sentence.of("code.zeros", mapping.name(Field.ACCESS_CODE)));
        }
        if (unreadableTimes) {
            all.add(Sentence.of("column.no-time", mapping.name(Field.CHECKED_IN_AT)));
        }
        return all;
    }

    StatedRoster read(LongConsumer progress) {
        if (!mapping.has(Field.ACCESS_CODE) && !answers.makeCodes()) {
            return roster.build();
        }
        noteHolders();
        long count = 0;
        for (Row row : table.rows()) {
            read(row);
            if (++count % PROGRESS_STEP == 0) {
                progress.accept(count);
            }
        }
        progress.accept(count);
        orders.finish();
        return roster.build();
    }

    // Extras may stand before the ticket of their person.
    private void noteHolders() {
        Set<String> items = answers.products().entrySet().stream().filter(each -> each.getValue() == ProductUse.ITEM)
                .map(Map.Entry::getKey).collect(Collectors.toCollection(HashSet::new));
        if (items.isEmpty()) {
            return;
        }
        for (Row row : table.rows()) {
            if (use(row) == ProductUse.TICKET) {
                try {
                    holders.add(extras.person(row), code(row));
                } catch (Unusable told) {
                    continue;
                }
            }
        }
    }

    private void read(Row row) {
        ProductUse use = use(row);
        if (use == ProductUse.IGNORE) {
            return;
        }
        try {
            if (table.isMoved(row)) {
                throw new Unusable("", row.cells().getLast(), "row.cells");
            }
            add(row, use == ProductUse.ITEM);
        } catch (Unusable unusable) {
            String code = codes.repair(mapping.text(Field.ACCESS_CODE, row));
            if (!code.isEmpty()) {
                roster.unusableCode(code);
            }
            roster.unusable(new UnusableRow(row.number(), unusable.column, unusable.value, unusable.reason));
        }
    }

    private void add(Row row, boolean extra) throws Unusable {
        List<String> held = extra ? holders.of(extras.person(row)) : List.of();
        String code = held.isEmpty() ? code(row) : held.getFirst();
        String ticket = text.ticket(row);
        List<Bought> bought = items.of(row);
        List<Bought> shared = items.listed(Field.SHARED_ITEMS, row);
        if (!ticket.isEmpty() && Folding.slug(ticket).isEmpty()) {
            throw new Unusable(mapping.name(Field.TICKET_TYPE), ticket, "row.product", ticket);
        }
        String reference = reference(row, code, ticket, bought);
        if (held.isEmpty()) {
            people.check(code, row);
        }
        check(row, reference, code, bought, shared);
        if (held.size() > 1 && warnings.size() < MOST_WARNINGS) {
            warnings.add(Sentence.of("extra.several", row.number(), ticket, code));
        }
        if (held.isEmpty()) {
            roster.put(reference.isEmpty() ? people.add(code, row) : people.add(code, row).withOrder(reference));
        }
        if (!reference.isEmpty()) {
            order(row, reference, code, extra, bought, shared);
        }
    }

    private String code(Row row) throws Unusable {
        if (!mapping.has(Field.ACCESS_CODE)) {
            return madeCodes.of(row).orElseThrow(() -> new Unusable("", text.name(row), "code.ambiguous", text.name(row)));
        }
        String cell = mapping.text(Field.ACCESS_CODE, row);
        String code = codes.repair(cell);
        Optional<Sentence> fault = codes.fault(code);
        if (fault.isPresent()) {
            throw new Unusable(mapping.name(Field.ACCESS_CODE), cell, fault.get());
        }
        if (TotalRows.isSaid(cell) && text.name(row).isBlank()) {
            throw new Unusable(mapping.name(Field.ACCESS_CODE), cell, "row.total");
        }
        return code;
    }

    // The order's, or the code where somebody has a ticket or items without an order.
    private String reference(Row row, String code, String ticket, List<Bought> bought) {
        String reference = text.text(Field.ORDER_REFERENCE, row).strip();
        return reference.isEmpty() && (!ticket.isEmpty() || !bought.isEmpty()) ? code : reference;
    }

    private void check(Row row, String reference, String code, List<Bought> bought, List<Bought> shared) throws Unusable {
        Optional<String> differing = orders.contradiction(reference, holder(code), bought)
                .or(() -> orders.contradiction(reference, "", shared));
        if (differing.isPresent()) {
            throw new Unusable(mapping.name(Field.ITEMS), differing.get(), "row.other-quantity", reference, differing.get());
        }
    }

    private void order(Row row, String reference, String code, boolean extra, List<Bought> bought, List<Bought> shared) {
        State state = statuses.ofRow(row);
        orders.add(reference, statuses.ofOrder(row), state);
        String ticket = text.ticket(row);
        if (extra) {
            orders.extra(reference, code, ticket, state);
        } else if (!ticket.isEmpty()) {
            orders.ticket(reference, code, ticket, state);
        }
        orders.items(reference, holder(code), bought, state);
        orders.items(reference, "", shared, state);
    }

    private String holder(String code) {
        return answers.itemsPerOrder() ? "" : code;
    }
}
