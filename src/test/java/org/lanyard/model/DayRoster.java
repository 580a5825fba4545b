package org.lanyard.model;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the people of {@link DayRules} as a roster. */
final class DayRoster {

    private DayRoster() {}

    static String of(DayRules rules) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree("""
                {"conference": {"slug": "conf", "timezone": "Europe/Berlin"},
                 "ticket_types": [{"slug": "all"}, {"slug": "sat", "valid": [{"from": "2027-05-15", "to": "2027-05-15"}]}],
                 "addons": [{"slug": "lunch", "per_day": 1, "valid": [{"from": "2027-05-14T11:00", "to": "2027-05-14T15:00"},
                  {"from": "2027-05-15", "to": "2027-05-16"}]}, {"slug": "room"}, {"slug": "hall"}]}""");
        ArrayNode orders = root.putArray("orders");
        rules.orders.keySet().forEach(reference -> {
            ArrayNode items = orders.addObject().put("reference", reference).put("status", "paid").putArray("items");
            rules.items.stream().filter(item -> item.order.equals(reference)).forEach(item -> items.addObject()
                    .put(item.isTicket() ? "ticket_type" : "addon", item.what).put("quantity", item.quantity)
                    .put("attendee", item.holder.code));
        });
        ArrayNode attendees = root.putArray("attendees");
        for (DayRules.Person person : rules.people.values()) {
            attendees.addObject().put("access_code", person.code).put("name", "N").put("party", person.party)
                    .putArray("orders").add(person.orders.getFirst());
        }
        return root.toString();
    }
}
