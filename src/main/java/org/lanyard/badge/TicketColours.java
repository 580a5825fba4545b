package org.lanyard.badge;

import java.awt.Color;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanyard.roster.Catalogue;
import org.lanyard.scan.Product;

/** The colour of each ticket type: the one that a lead chose, or else one of its own for as long as there are any. */
public final class TicketColours {

    // Told apart also by people who do not tell red from green; white letters are read on each (Okabe and Ito,
    // darkened).
    private static final List<Color> COLOURS = List.of(new Color(0x0B5FA5), new Color(0x8A3B12), new Color(0x0F6B4F),
            new Color(0x6A3D9A), new Color(0x7A5C00), new Color(0xA3195B), new Color(0x1B4D5C), new Color(0x4A4A4A));

    private final Map<String, Color> bySlug = new HashMap<>();

    /** @param catalogue in the order its entries came into being: a new ticket type changes no other's colour */
    public TicketColours(List<Catalogue.Entry> catalogue) {
        Set<Color> taken = new HashSet<>();
        for (Catalogue.Entry entry : catalogue) {
            if (entry.product().kind() == Product.Kind.TICKET_TYPE) {
                String slug = entry.product().slug();
                Color own = free(slug, taken);
                taken.add(own);
                bySlug.put(slug, entry.colour().map(chosen -> new Color(Integer.parseInt(chosen, 16))).orElse(own));
            }
        }
    }

    public Color of(String ticket) {
        return bySlug.getOrDefault(ticket, COLOURS.getFirst());
    }

    // By the slug, so that stations whose rosters grew in another order mostly agree.
    private static Color free(String slug, Set<Color> taken) {
        int first = Math.floorMod(slug.hashCode(), COLOURS.size());
        for (int i = 0; i < COLOURS.size(); i++) {
            Color next = COLOURS.get((first + i) % COLOURS.size());
            if (!taken.contains(next)) {
                return next;
            }
        }
        return COLOURS.get(first);
    }
}
