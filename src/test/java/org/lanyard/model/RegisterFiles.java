package org.lanyard.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.lanyard.model.Register.Kind;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a register as a roster file, in the fuller JSON form or as CSV. */
final class RegisterFiles {

    private RegisterFiles() {}

    static Path json(Register register, Path file) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putObject("conference").put("slug", register.slug()).put("timezone", register.timezone());
        ArrayNode tickets = root.putArray("ticket_types");
        RegisterMaker.TICKETS.forEach(product -> tickets.addObject().put("slug", product.slug()));
        ArrayNode addons = root.putArray("addons");
        RegisterMaker.ADDONS.forEach(product -> addons.addObject().put("slug", product.slug()));
        ArrayNode orders = root.putArray("orders");
        register.orders().values().forEach(order -> put(order, orders.addObject()));
        ArrayNode attendees = root.putArray("attendees");
        register.people().values().forEach(person -> put(person, attendees.addObject()));
        return Files.writeString(file, JsonMapper.shared().writeValueAsString(root));
    }

    private static void put(Order order, ObjectNode node) {
        node.put("reference", order.reference()).put("status", order.status());
        ArrayNode items = node.putArray("items");
        for (Line line : order.lines()) {
            ObjectNode item = items.addObject().put("id", line.id()).put("description", line.description())
                    .put("quantity", line.quantity());
            item.put(line.product().kind() == Kind.TICKET ? "ticket_type" : "addon", line.product().slug());
            if (line.holder() != null) {
                item.put("attendee", line.holder());
            }
        }
    }

    private static void put(Person person, ObjectNode node) {
        node.put("access_code", person.code()).put("name", person.name()).put("email", person.email())
                .put("attention", person.attention())
                .put("checked_in_at", person.checkedInAt());
        person.orders().forEach(node.putArray("orders")::add);
    }

    static Path csv(Register register, Path file) throws IOException {
        String rows = register.people().values().stream().map(person -> row(register, person))
                .collect(Collectors.joining("\r\n"));
        return Files.writeString(file, "\uFEFFName;Access Code;TicketType;order-reference;order_status;items\r\n"
                + rows);
    }

    private static String row(Register register, Person person) {
        Order order = register.ordersOf(person).getFirst();
        String items = order.lines().stream().filter(line -> line.product().kind() == Kind.ADDON)
                .map(line -> line.product().slug() + ":" + line.quantity()).collect(Collectors.joining("; "));
        return "\"%s\";%s;Student;%s;%s;\"%s\"".formatted(person.name().replace("\"", "\"\""), person.code(),
                order.reference(), order.status(), items);
    }
}
