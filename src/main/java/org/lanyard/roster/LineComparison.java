package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.roster.KnownRoster.KnownLine;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/**
 * Recognises the lines of an order that is stated again: by the upstream id, else as the n-th of that product and holder,
 * else as the n-th of that product in the order.
 */
final class LineComparison {

    // The most that one attendee had of a line, or all of them where the conference counts per line; as the guard.
    private static final String MOST_REDEEMED = """
            SELECT ifnull(iif(?1, sum(units), max(units)), 0) FROM (SELECT sum(units) AS units FROM (
              SELECT attendee_id, count(*) AS units FROM counted_unit
               WHERE order_line_item_id = ?2 GROUP BY attendee_id
              UNION ALL SELECT attendee_id, units FROM redeemed_elsewhere WHERE order_line_item_id = ?2)
             GROUP BY attendee_id)
            """;

    final Comparison.Tally tally = new Comparison.Tally();
    private final Db db;
    private final StatedRoster stated;
    private final KnownRoster known;
    private final Changes changes;
    private final List<Sentence> warnings;
    private final boolean partial;
    private final Set<Long> recognised = new HashSet<>();
    private final Map<Long, List<Part>> parts = new HashMap<>();
    private final Map<KnownRoster.Order, String> statedOrders = new LinkedHashMap<>();

    LineComparison(Db db, StatedRoster stated, KnownRoster known, Changes changes, List<Sentence> warnings,
            boolean partial) {
        this.db = db;
        this.stated = stated;
        this.known = known;
        this.changes = changes;
        this.warnings = warnings;
        this.partial = partial;
    }

    boolean compare(long order, StatedOrder stated, KnownRoster.@Nullable Order before, StatedProducts products,
            Map<String, Long> attendees) throws SQLException {
        if (before != null) {
            statedOrders.put(before, stated.reference());
        }
        @Nullable KnownLine[] matches = new @Nullable KnownLine[stated.lines().size()];
        recognise(stated, before == null ? List.of() : before.lines, products, attendees, matches);
        boolean differs = false;
        int position = -1;
        for (int i = 0; i < matches.length; i++) {
            StatedLine line = stated.lines().get(i);
            position = place(position, matches[i], before, matches);
            Product product = products.of(line.product());
            Long holder = line.holder().map(attendees::get).orElse(null);
            long id = matches[i] != null ? matches[i].id() : known.nextId("order_line_item");
            Long upstreamId = line.upstreamId().orElse(matches[i] != null ? matches[i].upstreamId() : null);
            KnownLine now = new KnownLine(id, order, position, upstreamId, holder, product.kind(),
                    product.id(), line.description(), line.quantity(), line.status(), whole(line, matches[i]));
            line.partThere().ifPresent(there -> parts.computeIfAbsent(there, _ -> new ArrayList<>(1))
                    .add(new Part(id, line.holder(), line.quantity())));
            differs |= write(matches[i], now, stated.reference());
        }
        return differs;
    }

    // Lines that still follow each other keep their places, and so do those dropped between them.
    private static int place(int last, @Nullable KnownLine match, KnownRoster.@Nullable Order before,
            @Nullable KnownLine[] matches) {
        if (match != null && match.position() > last) {
            return match.position();
        }
        List<@Nullable KnownLine> stated = Arrays.asList(matches);
        int place = last + 1;
        while (before != null && taken(before, stated, place)) {
            place++;
        }
        return place;
    }

    private static boolean taken(KnownRoster.Order before, List<@Nullable KnownLine> stated, int place) {
        for (KnownLine line : before.lines) {
            if (line.position() == place && !stated.contains(line)) {
                return true;
            }
        }
        return false;
    }

    /** A line here of one there; of a shared one each sharer may have their own. */
    record Part(long id, Optional<String> holder, int quantity) {}

    private @Nullable Long whole(StatedLine line, @Nullable KnownLine before) {
        return line.partOf().map(there -> parts.getOrDefault(there, List.of())).flatMap(its -> its.stream().findFirst())
                .map(Part::id).orElse(before == null ? null : before.partOf());
    }

    /** The lines here of which a person uses what the server counts for one of its own. */
    List<Part> partsOf(long upstreamId, String accessCode) {
        List<Part> all = Objects.requireNonNull(parts.get(upstreamId));
        List<Part> theirs = all.stream().filter(part -> part.holder().filter(holder -> !holder.equals(accessCode)).isEmpty())
                .toList();
        return theirs.isEmpty() ? all.subList(0, 1) : theirs;
    }

    /** Lines of stated orders that the file no longer has: their quantity becomes 0 (R23). */
    void dropTheRest() throws SQLException {
        if (partial) {
            return;
        }
        for (var order : statedOrders.entrySet()) {
            for (KnownLine line : order.getKey().lines) {
                if (!recognised.contains(line.id()) && line.quantity() > 0 && !isTicketWithoutProduct(line)) {
                    changes.add(Changes.DROP_LINE, line.id());
                    changes.touchOrder(line.order());
                    tally.withdrawn++;
                    warn(line, 0, order.getValue());
                }
            }
        }
    }

    // Who bought a ticket whose type was deleted at the server since still holds it.
    private boolean isTicketWithoutProduct(KnownLine line) {
        return line.kind() == Product.Kind.TICKET_TYPE && line.upstreamId() != null
                && stated.withoutProduct(line.upstreamId());
    }

    private boolean write(@Nullable KnownLine before, KnownLine now, String reference) throws SQLException {
        Long ticket = now.kind() == Product.Kind.TICKET_TYPE ? now.product() : null;
        Long addon = now.kind() == Product.Kind.ADDON ? now.product() : null;
        if (before == null) {
            tally.added++;
            changes.add(Changes.ADD_LINE, now.id(), now.order(), now.position(), now.upstreamId(), now.holder(), ticket,
                    addon, now.description(), now.quantity(), now.status().orElse(null), now.partOf());
            return true;
        }
        boolean differs = !now.equals(before);
        tally.changed(differs);
        if (differs) {
            changes.touchOrder(before.order());
            changes.add(Changes.SET_LINE, now.order(), now.position(), now.upstreamId(), now.holder(), ticket, addon,
                    now.description(), now.quantity(), now.status().orElse(null), now.partOf(), now.id());
        }
        if (now.quantity() < before.quantity()) {
            warn(before, now.quantity(), reference);
        }
        return differs;
    }

    private void recognise(StatedOrder stated, List<KnownLine> before,
            StatedProducts products, Map<String, Long> attendees,
            @Nullable KnownLine[] matches) {
        for (int i = 0; i < matches.length; i++) {
            KnownLine same = stated.lines().get(i).upstreamId().map(known.linesByUpstreamId::get).orElse(null);
            if (same != null && recognised.add(same.id())) {
                matches[i] = same;
            }
        }
        for (boolean sameHolder : new boolean[] {true, false}) {
            List<KnownLine> left = new ArrayList<>(before);
            for (int i = 0; i < matches.length; i++) {
                StatedLine line = stated.lines().get(i);
                Product product = products.of(line.product());
                Long holder = line.holder().map(attendees::get).orElse(null);
                if (matches[i] == null) {
                    matches[i] = take(left, known -> known.kind() == product.kind() && known.product() == product.id()
                            && (line.upstreamId().isEmpty() || known.upstreamId() == null)
                            && (!sameHolder || Objects.equals(known.holder(), holder)));
                }
            }
        }
    }

    private @Nullable KnownLine take(List<KnownLine> left, Predicate<KnownLine> fits) {
        for (var lines = left.iterator(); lines.hasNext();) {
            KnownLine line = lines.next();
            if (recognised.contains(line.id())) {
                lines.remove();
            } else if (fits.test(line)) {
                lines.remove();
                recognised.add(line.id());
                return line;
            }
        }
        return null;
    }

    private void warn(KnownLine line, int quantity, String reference) throws SQLException {
        boolean perLine = known.conference.redeemPer() == Conference.RedeemPer.LINE;
        long redeemed = line.kind() == Product.Kind.ADDON ? db.number(MOST_REDEEMED, perLine, line.id()) : 0;
        if (redeemed > quantity) {
            warnings.add(Sentence.of("import.beyond", reference, redeemed, line.description(), quantity));
        }
    }
}
