package org.lanyard.roster.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Folding;
import org.lanyard.scan.Product;
import org.lanyard.scan.SpreadsheetText;
import org.lanyard.scan.Times;

final class StatedRosterCsv {

    private static final List<Field> OF_ORDER = List.of(Field.TICKET_TYPE, Field.ORDER_REFERENCE, Field.ORDER_STATUS,
            Field.TICKET_STATUS, Field.ITEMS, Field.SHARED_ITEMS);
    private static final List<Field> OF_PERSON = List.of(Field.CODES, Field.CHECKED_IN_AT, Field.WITHDRAWN);

    private final StatedRoster roster;
    private final CsvWriter csv;
    private final Map<ProductKey, String> words = new HashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();

    StatedRosterCsv(StatedRoster roster, Writer out) {
        this.roster = roster;
        this.csv = CsvWriter.builder().build(out);
        Map<String, Long> names = roster.products().entrySet().stream()
                .collect(Collectors.groupingBy(each -> each.getKey().kind() + each.getValue(), Collectors.counting()));
        roster.products().forEach((key, name) -> words.put(key,
                key.named() || names.getOrDefault(key.kind() + name, 1L) > 1 || !comesBack(name) ? key.word() : name));
        roster.people().forEach(person -> shown.addAll(person.details().shown().keySet()));
    }

    // True for a name that an import reads as it stands, also among others in one cell.
    private static boolean comesBack(String name) {
        return name.equals(Answers.product(name)) && name.indexOf(';') < 0
                && (name.indexOf(':') < 0 || name.indexOf(',') < 0)
                && !Folding.slug(name).isEmpty() && !Words.key(name).isEmpty() && !name.startsWith("'");
    }

    private record OrderCells(String ticket, String reference, String status, String own, String items, String shared) {

        static final OrderCells NONE = new OrderCells("", "", "", "", "", "");

        Stream<String> texts() {
            return Stream.of(ticket, reference, status, own, items, shared);
        }
    }

    void write() throws IOException {
        csv.writeRecord(Stream.of(Stream.of(Field.ACCESS_CODE.word()), Stream.of(Detail.values()).map(Detail::word),
                Stream.concat(OF_ORDER.stream(), OF_PERSON.stream()).map(Field::word),
                shown.stream().map(name -> SpreadsheetText.neutralize("show:" + name))).flatMap(each -> each).toList());
        for (StatedPerson person : roster.people()) {
            List<OrderCells> rows = person.orders().stream().flatMap(reference -> roster.order(reference).stream())
                    .flatMap(order -> rows(order, person).stream()).toList();
            (rows.isEmpty() ? List.of(OrderCells.NONE) : rows).forEach(row -> write(person, row));
        }
        csv.flush();
    }

    private void write(StatedPerson person, OrderCells row) {
        Stream<String> details = Stream.of(Detail.values()).map(person.details()::text);
        Stream<String> fields = shown.stream().map(name -> person.details().shown().getOrDefault(name, ""));
        String codes = person.furtherCodes().stream().map(StatedRosterCsv::code).collect(Collectors.joining(";"));
        String checkedIn = person.checkIn() instanceof StatedPerson.CheckIn.At(var at) ? Times.iso(at) : "";
        csv.writeRecord(Stream.of(Stream.of(code(person.accessCode())),
                Stream.concat(details, row.texts()).map(SpreadsheetText::neutralize),
                Stream.of(codes, checkedIn, person.withdrawn() ? "yes" : ""),
                fields.map(SpreadsheetText::neutralize)).flatMap(each -> each).toList());
    }

    // An apostrophe of the code's own is kept by one more, since an import takes one away.
    private static String code(String code) {
        String harmless = SpreadsheetText.neutralize(code);
        return harmless.equals(code) && code.startsWith("'") ? "'" + code : harmless;
    }

    // One for each ticket of the person, and for each status of their lines.
    private List<OrderCells> rows(StatedOrder order, StatedPerson person) {
        Map<String, List<StatedLine>> byStatus = new LinkedHashMap<>();
        for (StatedLine line : order.lines()) {
            if (line.holder().map(person.accessCode()::equals).orElse(isTicket(line))) {
                byStatus.computeIfAbsent(line.status().orElse(""), _ -> new ArrayList<>(2)).add(line);
            }
        }
        if (byStatus.isEmpty()) {
            byStatus.put("", List.of());
        }
        String shared = items(order.lines(), line -> line.holder().isEmpty());
        List<OrderCells> rows = new ArrayList<>(1);
        byStatus.forEach((status, lines) -> {
            String items = items(lines, _ -> true);
            for (String ticket : tickets(lines)) {
                rows.add(new OrderCells(ticket, order.reference(), order.status(), status, items, shared));
            }
        });
        return rows;
    }

    private List<String> tickets(List<StatedLine> lines) {
        List<String> tickets = lines.stream().filter(StatedRosterCsv::isTicket)
                .map(line -> words.getOrDefault(line.product(), line.product().word())).distinct().toList();
        return tickets.isEmpty() ? List.of("") : tickets;
    }

    private String items(List<StatedLine> lines, Predicate<StatedLine> which) {
        return lines.stream().filter(line -> !isTicket(line)).filter(which)
                .map(line -> words.getOrDefault(line.product(), line.product().word()) + ":" + line.quantity())
                .collect(Collectors.joining("; "));
    }

    private static boolean isTicket(StatedLine line) {
        return line.product().kind() == Product.Kind.TICKET_TYPE;
    }
}
