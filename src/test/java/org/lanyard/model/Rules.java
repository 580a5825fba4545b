package org.lanyard.model;

import org.lanyard.model.Register.Kind;
import java.util.Optional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanyard.model.Book.Entry;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;
import org.lanyard.model.Register.Product;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of one conference as behaviour.md words them, on plain lists: what every scan has to be answered with. */
final class Rules {

    private final Book book = new Book();
    private final Map<Product, Integer> capacities = new HashMap<>();
    private final Set<String> leads = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private Register register;
    private Reader reader;
    private boolean perLine;
    private Entry recorded;

    /** Notes that this station itself gave. */
    private final Map<String, String> notes = new HashMap<>();
    private final Purchases purchases;

    Rules(Register register, Register elsewhere) {
        this.register = register;
        reader = new Reader(register, elsewhere);
        purchases = new Purchases(book, register);
    }

    /** The other conference's roster was read. */
    void meanwhile(Register elsewhere) {
        reader = new Reader(register, elsewhere);
    }

    /** A roster of this conference was read; what was used moves with the purchase (R38). */
    void replace(Register now, Register elsewhere) {
        Map<String, String> taken = TakenOver.between(register, now,
                person -> person.checkedInAt() != null || !book.checkIns(person).isEmpty());
        register = now;
        reader = new Reader(now, elsewhere);
        purchases.settle(now, perLine);
        taken.forEach((code, by) -> {
            String known = attention(register.people().get(code));
            notes.put(code, (known == null ? "" : known + " ") + "Entered with " + by);
        });
    }

    int takenOver() {
        return notes.size();
    }

    private String attention(Person person) {
        return notes.getOrDefault(person.code(), person.attention());
    }

    Register register() {
        return register;
    }

    Book book() {
        return book;
    }

    Map<Product, Integer> capacities() {
        return capacities;
    }

    Set<String> leads() {
        return leads;
    }

    boolean perLine() {
        return perLine;
    }

    void perLine(boolean shared) {
        perLine = shared;
        purchases.settle(shared);
    }

    /** R19: whether what was redeemed fits into the quantities, shared by line. */
    boolean maySharePerLine() {
        return register.orders().values().stream().flatMap(order -> order.lines().stream())
                .allMatch(line -> book.units(line, null).size() <= line.quantity());
    }

    void beginRun() {
        seen.clear();
    }

    /** What the program has to answer; what it records is in the book afterwards. */
    ObjectNode answer(Run run, String payload) {
        recorded = null;
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.put("payload", cut(payload));
        String verdict = verdict(run, payload, answer);
        answer.put("verdict", verdict).put("recorded", recorded != null);
        if (recorded == null && !verdict.equals("choose_item") && !verdict.equals("repeat_scan")) {
            book.refuse(verdict);
        }
        return answer;
    }

    /** A character is a code point. */
    private static String cut(String payload) {
        int length = payload.codePointCount(0, payload.length());
        return length <= 512 ? payload : payload.substring(0, payload.offsetByCodePoints(0, 512));
    }

    /** The record of the last answer; null where nothing was recorded. */
    Entry recorded() {
        return recorded;
    }

    private String verdict(Run run, String payload, ObjectNode answer) {
        Reader.Reading reading = reader.read(payload);
        if ("unreadable".equals(reading.refusal())) {
            return reading.refusal();
        }
        if (run.has("--repeat-window") && !seen.add(Reader.stripped(payload))) {
            about(run, reading.person(), answer);
            return "repeat_scan";
        }
        if (reading.lookAlike() != null) {
            answer.putObject("look_alike").put("access_code", reading.lookAlike().code())
                    .put("name", reading.lookAlike().name());
        }
        if (reading.refusal() != null) {
            return reading.refusal();
        }
        Person person = reading.person();
        String stop = stop(person, answer);
        String verdict = stop != null ? stop : entitled(run, person, answer);
        about(run, person, answer);
        return verdict;
    }

    private void about(Run run, Person person, ObjectNode answer) {
        if (person != null) {
            answer.put("access_code", person.code()).put("name", person.name()).put("count", count(run, person));
        }
    }

    /** After the scan. What was handed out counts, whatever became of the order since. */
    private int count(Run run, Person person) {
        return switch (run.mode()) {
            case CHECK_IN -> book.checkIns(person).size() + (person.checkedInAt() == null ? 0 : 1);
            case DOOR -> book.admissions(person, run.product()).size();
            case REDEEM -> redeemed(person, register.everBought(person).stream()
                    .filter(line -> line.product().equals(run.product())).toList());
            case CHOOSE -> redeemed(person, register.everBought(person));
        };
    }

    /** R9, the part that holds everywhere. */
    private String stop(Person person, ObjectNode answer) {
        List<Order> orders = register.ordersOf(person);
        if (orders.isEmpty()) {
            return "no_order";
        }
        if (person.withdrawn() || orders.stream().noneMatch(Order::active)) {
            answer.put("order_status", person.withdrawn() ? "withdrawn" : orders.getLast().status());
            return "order_not_active";
        }
        return null;
    }

    private String entitled(Run run, Person person, ObjectNode answer) {
        return switch (run.mode()) {
            case CHECK_IN -> checkIn(run, person, answer);
            case DOOR -> door(run, person, answer);
            case REDEEM -> redeem(run, person, answer);
            case CHOOSE -> choose(person, answer);
        };
    }

    /** R9 to R12. */
    private String checkIn(Run run, Person person, ObjectNode answer) {
        if (!register.hasTicket(person)) {
            Optional<Order> held = register.ordersOf(person).reversed().stream().filter(order -> order.lines().stream()
                    .anyMatch(line -> Register.serves(line, person) && line.product().kind() == Kind.TICKET
                            && line.quantity() > 0))
                    .findFirst();
            held.ifPresent(order -> answer.put("order_status", order.status()));
            return held.isPresent() ? "order_not_active" : "no_ticket";
        }
        List<Entry> before = book.checkIns(person);
        String attention = attention(person);
        boolean open = attention != null && before.stream().noneMatch(entry -> attention.equals(entry.acknowledged));
        if (open && !run.has("--acknowledge")) {
            return "needs_attention";
        }
        record(run, person, null, open ? attention : null);
        if (!before.isEmpty()) {
            put(before.getLast(), answer.putObject("last"));
            return "re_entry";
        }
        if (person.checkedInAt() != null) {
            answer.putObject("last").put("at", person.checkedInAt()).putNull("station").putNull("staff");
            return "re_entry";
        }
        return "checked_in";
    }

    private static void put(Entry entry, ObjectNode node) {
        node.put("at", entry.at).put("station", entry.run.station()).put("staff", entry.run.staff());
    }

    /** R15 to R17. */
    private String door(Run run, Person person, ObjectNode answer) {
        Product door = run.product();
        if (!register.holds(person, door)) {
            return "not_purchased";
        }
        List<Entry> before = book.admissions(person, door);
        Integer capacity = capacities.get(door);
        if (before.isEmpty() && capacity != null && book.peopleIn(door) >= capacity && !mayOverride(run)) {
            return "door_full";
        }
        record(run, person, null, null);
        if (before.isEmpty()) {
            return "admitted";
        }
        put(before.getLast(), answer.putObject("last"));
        return "admitted_again";
    }

    /** R17: a lead may; who gives no name acts as administrator. */
    private boolean mayOverride(Run run) {
        return run.has("--override") && (run.staff() == null || leads.contains(run.staff()));
    }

    /** R18 to R22: the lines in the order bought, a unit at a time. */
    private String redeem(Run run, Person person, ObjectNode answer) {
        List<Line> lines = register.linesOf(person, run.product()).stream().filter(line -> bought(person, line))
                .toList();
        if (lines.isEmpty()) {
            return "not_purchased";
        }
        Line open = lines.stream().filter(line -> remaining(person, line) > 0).findFirst().orElse(null);
        if (open != null) {
            record(run, person, open, null);
        }
        put(person, run.product(), lines, answer);
        if (open != null) {
            return "redeemed";
        }
        ArrayNode units = answer.putArray("units");
        List<Entry> had = lines.stream().flatMap(line -> units(person, line)).toList();
        book.live().filter(had::contains).forEach(unit -> put(unit, units.addObject()));
        return "fully_redeemed";
    }

    /** A line with something on it: bought, or handed out before the quantity was lowered to nothing (R23). */
    private boolean bought(Person person, Line line) {
        return line.quantity() > 0 || units(person, line).findAny().isPresent();
    }

    private List<Line> addons(Person person) {
        return register.linesOf(person).stream().filter(line -> line.product().kind() == Register.Kind.ADDON).toList();
    }

    /** R22. The rules leave open what somebody without add-ons is told: to choose among nothing. */
    private String choose(Person person, ObjectNode answer) {
        Map<Product, List<Line>> items = new LinkedHashMap<>();
        addons(person).stream().filter(line -> bought(person, line))
                .forEach(line -> items.computeIfAbsent(line.product(), _ -> new ArrayList<>()).add(line));
        ArrayNode list = answer.putArray("items");
        items.forEach((product, lines) -> {
            ObjectNode item = list.addObject().put("description", lines.getFirst().description())
                    .put("redeemed", redeemed(person, lines));
            put(person, product, lines, item);
        });
        return "choose_item";
    }

    private void put(Person person, Product product, List<Line> lines, ObjectNode answer) {
        answer.put("item", product.slug()).put("quantity", lines.stream().mapToInt(Line::quantity).sum())
                .put("remaining", lines.stream().mapToInt(line -> remaining(person, line)).sum());
    }

    /** R19: who shares the quantity of a line. */
    private Stream<Entry> units(Person person, Line line) {
        return book.units(line, perLine ? null : person).stream();
    }

    private int redeemed(Person person, List<Line> lines) {
        return (int) lines.stream().flatMap(line -> units(person, line)).count();
    }

    private int remaining(Person person, Line line) {
        return Math.max(0, line.quantity() - (int) units(person, line).count());
    }

    private void record(Run run, Person person, Line line, String acknowledged) {
        recorded = book.add(new Entry(run, person.code(), line, acknowledged));
    }
}
