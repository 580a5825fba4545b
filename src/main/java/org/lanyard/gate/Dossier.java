package org.lanyard.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Item;

/**
 * Everything about one attendee, as of one transaction.
 *
 * @param checkedInAt the first check-in
 * @param checkIns    live ones, one made elsewhere included
 */
public record Dossier(Attendee attendee, Optional<Instant> checkedInAt, int checkIns, List<Item> items) {}
