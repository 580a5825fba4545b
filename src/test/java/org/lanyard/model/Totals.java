package org.lanyard.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lanyard.model.Book.Entry;
import org.lanyard.model.Register.Kind;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;
import org.lanyard.model.Register.Product;
import tools.jackson.databind.JsonNode;

/** What {@code stats --json} has to add up to, and the same read from an answer: figures by name. */
final class Totals {

    private Totals() {}

    static Map<String, String> expected(Rules rules) {
        Map<String, String> figures = new TreeMap<>();
        Register register = rules.register();
        List<Person> attendees = register.people().values().stream()
                .filter(person -> !person.withdrawn() && register.hasTicket(person)).toList();
        List<Person> inside = register.people().values().stream()
                .filter(person -> person.checkedInAt() != null || !rules.book().checkIns(person).isEmpty()).toList();
        long today = register.people().values().stream().filter(person -> !rules.book().checkIns(person).isEmpty())
                .count();
        figures.put("attendees", "" + attendees.size());
        figures.put("checked_in", "" + inside.size());
        figures.put("today", "" + today);
        figures.put("rate", rate(inside.size(), attendees.size()));
        putRecords(rules, figures);
        rules.book().refusals().forEach((verdict, count) -> figures.put("refused " + verdict, "" + count));
        return figures;
    }

    private static String rate(int part, int whole) {
        return whole == 0 ? "0.0" : BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP).toString();
    }

    private static void putRecords(Rules rules, Map<String, String> figures) {
        Map<String, Integer> stations = new TreeMap<>();
        rules.book().live().forEach(entry -> stations.merge(entry.run.station(), entry.isCheckIn() ? 1 : 0,
                Integer::sum));
        stations.forEach((station, count) -> figures.put("at " + station, "" + count));
        rules.book().live().filter(Entry::isDoor).map(entry -> entry.run.product()).distinct()
                .forEach(door -> putDoor(rules, door, figures));
        rules.capacities().keySet().forEach(door -> putDoor(rules, door, figures));
        RegisterMaker.ADDONS.forEach(product -> putItem(rules, product, figures));
    }

    private static void putDoor(Rules rules, Product door, Map<String, String> figures) {
        String name = RegisterMaker.WORKSHOP.contains(door) ? door.qualified() : door.slug();
        figures.put("door " + name, rules.book().peopleIn(door) + " of " + rules.capacities().get(door));
    }

    private static void putItem(Rules rules, Product product, Map<String, String> figures) {
        long redeemed = rules.book().live().filter(entry -> entry.line != null && entry.line.product().equals(product))
                .count();
        int purchased = lines(rules, product).mapToInt(Line::quantity).sum();
        if (redeemed > 0 || purchased > 0) {
            figures.put("item " + product.slug(), redeemed + " of " + purchased);
        }
    }

    /** Each line once, or once for everybody entitled to it. */
    private static Stream<Line> lines(Rules rules, Product product) {
        Register register = rules.register();
        return rules.perLine()
                ? register.orders().values().stream().filter(Order::active).flatMap(order -> order.lines().stream())
                        .filter(line -> line.product().equals(product) && line.product().kind() == Kind.ADDON)
                : register.people().values().stream().filter(person -> !person.withdrawn())
                        .flatMap(person -> register.linesOf(person, product).stream());
    }

    static Map<String, String> of(JsonNode stats) {
        Map<String, String> figures = new TreeMap<>();
        List.of("attendees", "checked_in", "today", "rate")
                .forEach(name -> figures.put(name, stats.path(name).asString()));
        stats.path("stations").forEach(at -> figures.put("at " + at.path("station").asString(),
                at.path("check_ins").asString()));
        stats.path("doors").forEach(door -> figures.put("door " + door.path("door").asString(),
                door.path("admitted").asString() + " of " + door.path("capacity")));
        stats.path("items").forEach(item -> figures.put("item " + item.path("item").asString(),
                item.path("redeemed").asString() + " of " + item.path("purchased").asString()));
        stats.path("refusals").forEach(refusal -> figures.put("refused " + refusal.path("verdict").asString(),
                refusal.path("count").asString()));
        return figures;
    }
}
