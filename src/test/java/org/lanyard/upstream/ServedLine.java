package org.lanyard.upstream;

import java.util.Map;

/**
 * A line of an order.
 *
 * @param ticketType slug; null for an add-on
 * @param addOn      slug; null for a ticket
 */
public record ServedLine(long id, String description, int quantity, String ticketType, String addOn) {

    public static ServedLine ticket(long id, String description, String slug) {
        return new ServedLine(id, description, 1, slug, null);
    }

    public static ServedLine addOn(long id, String description, String slug, int quantity) {
        return new ServedLine(id, description, quantity, null, slug);
    }

    /** The same line once this product was deleted. */
    ServedLine without(String slug) {
        return new ServedLine(id, description, quantity, slug.equals(ticketType) ? null : ticketType,
                slug.equals(addOn) ? null : addOn);
    }

    Map<String, Object> json() {
        return ServedAnswer.object("id", id, "description", description, "quantity", quantity,
                "ticket_type_slug", ticketType, "addon_slug", addOn);
    }

    Map<String, Object> json(int redeemed) {
        Map<String, Object> json = json();
        json.put("redeemed_count", redeemed);
        json.put("remaining", quantity - redeemed);
        return json;
    }
}
