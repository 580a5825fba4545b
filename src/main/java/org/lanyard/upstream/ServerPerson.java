package org.lanyard.upstream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person as the server knows them.
 *
 * @param orderStatus    of the order; empty where there is none
 * @param orderReference where the server tells it
 */
public record ServerPerson(String accessCode, String name, String email, Optional<Instant> firstCheckIn,
        Optional<String> orderStatus, Optional<String> orderReference, List<ServerLine> lines) {

    /**
     * @param ticketType slug
     * @param addon      slug; both are empty where the product was deleted
     * @param redeemed   units that the server counts; -1 where it does not count them
     */
    public record ServerLine(long id, Optional<String> ticketType, Optional<String> addon, String description, int quantity,
            int redeemed) {

        boolean isCounted() {
            return redeemed >= 0;
        }
    }

    /** The line that can be redeemed there: by the server's id, else by its place among as many lines of the add-on. */
    Optional<ServerLine> match(Delivery.Item item) {
        if (item.idThere().isPresent()) {
            return line(item.idThere().get()).filter(ServerLine::isCounted);
        }
        List<ServerLine> alike =
                lines.stream().filter(line -> line.isCounted() && line.addon().equals(Optional.of(item.addon())))
                        .sorted(Comparator.comparingLong(ServerLine::id)).toList();
        return alike.size() == item.alike() ? Optional.of(alike.get(item.place())) : Optional.empty();
    }

    Optional<ServerLine> line(long id) {
        return lines.stream().filter(line -> line.id() == id).findFirst();
    }
}
