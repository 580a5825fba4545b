package org.lanyard.redemption;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lanyard.checkin.Rule;
import org.lanyard.checkin.Ruling;
import org.lanyard.ledger.Db;
import org.lanyard.redemption.Units.LineUnits;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** Hands out one unit of an add-on, of the first line that has one left (R18 to R22, R32, R39). */
public record RedeemRule(Roster roster, Product addon) implements Rule {

    private static final String RECORD = """
            INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at,
                                            redeemed_by, station_id, note, overridden, day_from, day_to)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = """
            SELECT unit.attendee_id = ? AND line.addon_id = ?, unit.overridden FROM product_redemption unit
              JOIN order_line_item line ON line.id = unit.order_line_item_id WHERE unit.id = ?
            """;

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        List<LineUnits> lines = Units.linesOf(db, post.conference(), person, person.activeOrders(), addon);
        if (lines.isEmpty()) {
            return new Ruling.Answered(new Verdict.NotPurchased(person.attendee(), addon.name(), person.bought(),
                    person.inactiveStatusOf(addon).orElse(null)));
        }
        if (!EntryFirst.allows(db, roster, post, person)) {
            return new Ruling.Answered(new Verdict.NotCheckedIn(person.attendee()));
        }
        Optional<LineUnits> free = lines.stream().filter(line -> line.remaining() > 0).findFirst();
        if (free.isEmpty()) {
            return new Ruling.Answered(new Verdict.FullyRedeemed(person.attendee(), Units.sum(addon, lines),
                    Units.whereabouts(db, post.conference(), person, lines)));
        }
        Day day = Day.of(roster.terms(db, post.conference()), addon, scan);
        Optional<Verdict> notNow = day.refuse(db, person, addon);
        return notNow.isPresent() && !post.overrides(scan) ? new Ruling.Answered(notNow.get())
                : new Ruling.Allowed((recording, overridden) -> record(recording, post, scan, person,
                        new Marks(free.get(), overridden || notNow.isPresent(), day)), true);
    }

    private record Marks(LineUnits line, boolean overridden, Day day) {}

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person, Marks marks) throws SQLException {
        boolean recorded = db.insertOnce(RECORD, db.place(), scan.id(), post.conference().id(), person.id(),
                marks.line().id(), scan.at(), post.staffId(), post.stationId(), scan.note(), marks.overridden(),
                marks.day().from(), marks.day().to());
        return recorded ? Optional.of(answer(db, post, scan, person, marks.overridden())) : Optional.empty();
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        record Recorded(boolean same, boolean overridden) {}
        Optional<Recorded> known = db.one(row -> new Recorded(row.getInt(1) != 0, row.getInt(2) != 0), RECORDED,
                person.id(), addon.id(), scan.id());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!known.get().same()) {
            throw new StationFault("item.scan-used");
        }
        return Optional.of(answer(db, post, scan, person, known.get().overridden()));
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return Units.redeemed(db, post.conference(), person, addon::is);
    }

    private Verdict answer(Db db, Post post, Scan scan, Person person, boolean overridden) throws SQLException {
        List<LineUnits> active = Units.linesOf(db, post.conference(), person, person.activeOrders(), addon);
        List<LineUnits> lines = active.isEmpty()   // refunded since
                ? Units.linesOf(db, post.conference(), person, person.orders().stream(), addon) : active;
        return new Verdict.Redeemed(person.attendee(), scan.at(), Units.sum(addon, lines), overridden);
    }
}
