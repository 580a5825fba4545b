package org.lanyard.roster;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.scan.Sentence;

/** Holds what a file states against what is known, and notes what differs; it writes nothing. */
final class Comparison {

    // Ours as we export it, as the server timed it, or perhaps ours while its answer is missing.
    private static final String OWN_CHECK_IN = """
            SELECT 1 FROM check_in LEFT JOIN delivery USING (seq) WHERE check_in.attendee_id = ?1
               AND (checked_in_at = ?2 OR state IN ('sent', 'in_doubt'))
            UNION ALL SELECT 1 FROM own_check_in_time WHERE attendee_id = ?1 AND at = ?2
            """;

    private final Db db;
    private final StatedRoster stated;
    private final KnownRoster known;
    private final ConferenceSettings settings;
    private final boolean partial;
    private final Changes changes = new Changes();
    private final Tally attendees = new Tally();
    private final Tally orders = new Tally();
    private final List<Sentence> warnings = new ArrayList<>();
    private final StatedProducts products;
    private final Map<String, Long> orderIds = new HashMap<>();
    private final Map<String, Long> attendeeIds = new HashMap<>();
    private final LineComparison lines;
    private final CodeComparison furtherCodes;
    private final NameGuard names;
    private final Set<String> linked = new HashSet<>();
    private final List<UnusableRow> unusable;

    Comparison(Db db, StatedRoster stated, KnownRoster known, ConferenceSettings settings, boolean partial) {
        this.db = db;
        this.stated = stated;
        this.known = known;
        this.settings = settings;
        this.partial = partial;
        this.products = new StatedProducts(known, changes);
        this.names = new NameGuard(db);
        this.unusable = linkedElsewhere();
        this.furtherCodes = new CodeComparison(stated, known, changes, warnings, partial);
        this.lines = new LineComparison(db, stated, known, changes, warnings, partial);
    }

    // The source's own, and rows whose code is linked here to somebody else (R35).
    List<UnusableRow> unusable() {
        return unusable;
    }

    private List<UnusableRow> linkedElsewhere() {
        List<UnusableRow> all = new ArrayList<>(stated.unusable());
        known.codes.forEach((code, its) -> {
            if (stated.hasPerson(code) && !known.attendees.containsKey(code)) {
                all.add(new UnusableRow(0, "access_code", code,
                        Sentence.of("row.code-linked", code, known.name(its.attendee()))));
                linked.add(code);
            }
        });
        return List.copyOf(all);
    }

    Comparison noting(CorrectedRoster corrected) {
        warnings.addAll(corrected.warnings());
        corrected.note(changes);
        return this;
    }

    Changes changes() {
        return changes;
    }

    ImportReport report(boolean applied) {
        return new ImportReport(known.conference.slug(), attendees.count(), orders.count(), lines.tally.count(),
                unusable, List.copyOf(warnings), applied, List.of());
    }

    /** @throws NotPossible when too many would vanish, unless {@code force} */
    void run(boolean force) throws SQLException {
        conference();
        products.addAll(stated.products());
        TimesComparison times = new TimesComparison(db, known.conference.id(), changes);
        stated.times().forEach((key, stated) -> times.compare(products.of(key), stated));
        for (var attendee : stated.people()) {
            if (linked.contains(attendee.accessCode())) {
                continue;
            }
            KnownRoster.Attendee before = known.attendees.get(attendee.accessCode());
            attendeeIds.put(attendee.accessCode(), before != null ? before.id : known.nextId("attendee"));
        }
        KnownOrders knownOrders = new KnownOrders(stated, known);
        for (var order : stated.orders()) {
            order(usable(order), knownOrders.of(order));
        }
        lines.dropTheRest();
        UnitsElsewhere elsewhere = new UnitsElsewhere(stated, known, lines, changes, !partial);
        for (var attendee : stated.people()) {
            if (attendeeIds.containsKey(attendee.accessCode())) {
                attendee(attendee, elsewhere);
            }
        }
        for (BlockedCode code : stated.blockedCodes()) {
            if (attendeeIds.containsKey(code.owner())) {
                BlockedCodes.compare(db, code, known.conference.id(), attendeeIds.get(code.owner()), changes);
            }
        }
        if (!partial) {
            withdraw(force);
        }
        if (!force) {
            names.check();
        }
        shared();
    }

    private void conference() {
        var conference = known.conference;
        if (known.isNew) {
            changes.add(Changes.ADD_CONFERENCE, conference.id(), conference.slug(), conference.name(),
                    conference.zone().getId());
        } else {
            String name = settings.name().orElse(conference.name());
            String zone = settings.zone().map(ZoneId::getId).orElse(conference.zone().getId());
            if (!name.equals(conference.name()) || !zone.equals(conference.zone().getId())) {
                changes.add(Changes.SET_CONFERENCE, name, zone, conference.id());
            }
        }
    }

    private StatedOrder usable(StatedOrder order) {
        return linked.isEmpty() ? order : order.withLines(order.lines().stream()
                .filter(line -> line.holder().filter(linked::contains).isEmpty()).toList());
    }

    private void order(StatedOrder order, KnownRoster.@Nullable Order before) throws SQLException {
        long id = before != null ? before.id : known.nextId("orders");
        orderIds.put(order.reference(), id);
        boolean linesChanged = lines.compare(id, order, before, products, attendeeIds);
        if (before == null) {
            changes.add(Changes.ADD_ORDER, id, known.conference.id(), order.reference(), order.status());
            orders.added++;
            return;
        }
        String status = !order.named() && Person.isActive(before.status) ? before.status : order.status();
        String statusHere = status.equals(before.statusHere) ? null : before.statusHere;
        boolean differs = !status.equals(before.status) || !Objects.equals(statusHere, before.statusHere);
        if (differs) {
            changes.add(Changes.SET_ORDER, status, statusHere, id);
        }
        if (differs || linesChanged) {
            changes.touchOrder(id);
        }
        orders.changed(differs || linesChanged);
    }

    private void attendee(StatedPerson attendee, UnitsElsewhere elsewhere) throws SQLException {
        KnownRoster.Attendee before = known.attendees.get(attendee.accessCode());
        long id = Objects.requireNonNull(attendeeIds.get(attendee.accessCode()));
        if (before == null) {
            add(id, attendee);
            changes.addPerson(id);
            attendees.added++;
            furtherCodes.compare(id, attendee);
            links(id, attendee, List.of());
            elsewhere.compare(id, attendee, null);
            return;
        }
        boolean differs = fields(id, attendee, before);
        differs |= checkInElsewhere(id, attendee, before);
        differs |= links(id, attendee, before.links);
        differs |= elsewhere.compare(id, attendee, before);
        differs |= furtherCodes.compare(id, attendee);
        if (differs) {
            changes.touchPerson(id);
        }
        attendees.changed(differs);
    }

    private void add(long id, StatedPerson attendee) {
        Instant checkedIn = checkedInAt(attendee).orElse(null);
        List<Object> row = new ArrayList<>(Arrays.asList(id, known.conference.id(), attendee.accessCode(),
                source(attendee).word(), attendee.withdrawn(), checkedIn, checkedIn != null));
        row.addAll(DetailColumns.values(attendee.details().over(PersonDetails.NONE)));
        changes.add(Changes.ADD_ATTENDEE, row.toArray());
    }

    private boolean fields(long id, StatedPerson attendee, KnownRoster.Attendee before) throws SQLException {
        PersonDetails details = attendee.details().over(before.details);
        names.see(id, attendee.accessCode(), before.details.name(), details.name());
        String attentionHere = details.attention().equals(before.attentionHere) ? null : before.attentionHere;
        boolean local = before.source == RosterSource.LOCAL;
        boolean adopts = local ? !keepsOwnOrder(attendee, before) : !partial;
        RosterSource source = adopts ? source(attendee) : before.source;
        boolean differs =
                before.withdrawn != attendee.withdrawn() || source != before.source || !details.equals(before.details)
                        || !Objects.equals(attentionHere, before.attentionHere);
        if (details.blocked().equals(before.blockedHere)) {
            changes.add(Changes.BLOCKED_AS_STATED, id);
            changes.touchPerson(id);
        }
        if (differs) {
            List<Object> row = new ArrayList<>(Arrays.asList(attentionHere, source.word(), attendee.withdrawn()));
            row.addAll(DetailColumns.values(details));
            row.add(id);
            changes.add(Changes.SET_ATTENDEE, row.toArray());
        }
        return differs;
    }

    // R31: whom a lead gave an order is local until the roster has one that entitles, too.
    private boolean keepsOwnOrder(StatedPerson attendee, KnownRoster.Attendee before) {
        return before.links.stream().anyMatch(link -> link.source() == RosterSource.LOCAL)
                && attendee.orders().stream().noneMatch(this::active);
    }

    private boolean active(String reference) {
        return Person.isActive(stated.order(reference).orElseThrow().status());
    }

    // R10: a check-in made elsewhere, unless it is one of our own coming back.
    private boolean checkInElsewhere(long id, StatedPerson attendee, KnownRoster.Attendee before)
            throws SQLException {
        Long at = checkedInAt(attendee).map(Instant::toEpochMilli).orElse(null);
        boolean same = attendee.checkIn().equals(StatedPerson.NOT_STATED) || Objects.equals(at, before.elsewhereAt);
        if (same || at != null && db.number(OWN_CHECK_IN, id, at) != 0) {
            return false;
        }
        changes.add(Changes.SET_ELSEWHERE, at, at != null, id);
        return true;
    }

    private boolean links(long id, StatedPerson attendee, List<KnownRoster.Link> before) {
        Map<Long, KnownRoster.Link> known = new HashMap<>(4);
        before.forEach(link -> known.put(link.order().id, link));
        int position = partial ? before.stream().mapToInt(KnownRoster.Link::position).max().orElse(-1) + 1 : 0;
        boolean differs = false;
        boolean active = false;
        for (String reference : attendee.orders()) {
            long order = Objects.requireNonNull(orderIds.get(reference));
            KnownRoster.Link link = known.remove(order);
            active |= active(reference);
            if (link == null) {
                changes.add(Changes.ADD_LINK, id, order, position++, source(attendee).word());
                differs = true;
            } else if (!partial) {
                if (link.position() != position || link.source() != source(attendee)) {
                    changes.add(Changes.SET_LINK, position, source(attendee).word(), id, order);
                    differs = true;
                }
                position++;
            }
        }
        boolean keeps = partial || stated.inUnusableRow(attendee.accessCode());
        return endLinks(id, known, active, keeps) || differs;
    }

    // A full import states all of an attendee's orders; a lead's own ends once the roster has a paid one (R31).
    private boolean endLinks(long id, Map<Long, KnownRoster.Link> unstated, boolean active, boolean keeps) {
        boolean differs = false;
        for (KnownRoster.Link link : unstated.values()) {
            boolean superseded = link.source() == RosterSource.LOCAL && active;
            if (!keeps && (link.source().yieldsToRoster() || superseded)) {
                changes.add(Changes.END_LINK, id, link.order().id);
                orders.withdrawn++;
                differs = true;
            }
        }
        return differs;
    }

    // More than a fifth of a source vanishing at once is a broken download more often than it is true.
    private void withdraw(boolean force) {
        int active = 0;
        for (var entry : known.attendees.entrySet()) {
            KnownRoster.Attendee before = entry.getValue();
            if (before.source == source() && !before.withdrawn) {
                active++;
                if (!stated.hasPerson(entry.getKey()) && !stated.inUnusableRow(entry.getKey())) {
                    changes.add(Changes.WITHDRAW, before.id);
                    changes.touchPerson(before.id);
                    attendees.withdrawn++;
                }
            }
        }
        if (!force && attendees.withdrawn * 5 > active) {
            throw new NotPossible("roster.vanishing", attendees.withdrawn, active);
        }
    }

    // R19: an organizer who meant one lunch for two people should hear of it now.
    private void shared() {
        Map<String, Integer> people = new HashMap<>();
        stated.people().forEach(attendee -> Set.copyOf(attendee.orders())
                .forEach(reference -> people.merge(reference, 1, Integer::sum)));
        Set<String> shared = new HashSet<>();
        people.forEach((reference, sharers) -> {
            boolean items = stated.order(reference).orElseThrow().lines().stream()
                    .anyMatch(line -> line.product().kind() == Product.Kind.ADDON && line.holder().isEmpty());
            if (sharers > 1 && items) {
                shared.add(reference);
            }
        });
        int count = shared.size();
        if (count > 0) {
            warnings.add(Sentence.of(known.conference.redeemPer() == Conference.RedeemPer.LINE ? "import.shared.line"
                    : "import.shared.attendee", count));
        }
    }

    private RosterSource source(StatedPerson attendee) {
        return partial ? source() : attendee.source().orElse(source());
    }

    private RosterSource source() {
        return partial ? RosterSource.PARTIAL : stated.source();
    }

    private static Optional<Instant> checkedInAt(StatedPerson attendee) {
        return attendee.checkIn() instanceof StatedPerson.CheckIn.At(Instant at) ? Optional.of(at) : Optional.empty();
    }

    static final class Tally {
        int added;
        int changed;
        int unchanged;
        int withdrawn;

        void changed(boolean differs) {
            changed += differs ? 1 : 0;
            unchanged += differs ? 0 : 1;
        }

        ImportReport.Count count() {
            return new ImportReport.Count(added, changed, unchanged, withdrawn);
        }
    }
}
