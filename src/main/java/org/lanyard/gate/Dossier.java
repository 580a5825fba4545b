package org.lanyard.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.roster.PersonAccess;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Item;
import org.lanyard.scan.Party;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;

/**
 * Everything about one attendee, as of one transaction.
 *
 * @param checkedInAt the first check-in
 * @param checkIns    live ones, one made elsewhere included
 * @param orderReference of the latest order
 * @param codes       the access code first
 */
public record Dossier(Attendee attendee, Optional<Instant> checkedInAt, int checkIns, List<Item> items,
        Optional<String> orderReference, List<Ticket> tickets, List<PersonAccess.Code> codes, Party party) {

    public record Ticket(Product type, List<ValidTime> valid) {}
}
