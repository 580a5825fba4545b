package org.lanyard.roster;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.ValidTime;

/** Settings of a conference and of its products that another station of the venue has changed. */
public final class SharedTerms {

    private static final Catalogue.Change NOTHING =
            new Catalogue.Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Maker maker;

    public SharedTerms(Maker maker) {
        this.maker = maker;
    }

    /** @param conference slug */
    public Optional<Conference> conference(Db db, String conference) throws SQLException {
        return Conferences.all(db).stream().filter(known -> known.slug().equalsIgnoreCase(conference)).findFirst();
    }

    /** @param name {@code ticket:SLUG} or {@code addon:SLUG} */
    public Optional<Product> product(Db db, Conference conference, String name) throws SQLException {
        return Products.read(db, conference.id()).all().stream()
                .filter(product -> name.equals(product.kind().prefix() + ":" + product.slug())).findFirst();
    }

    /**
     * @param  field a column of the view {@code shared_setting}
     * @return       false where this version has no such field
     * @throws NotPossible where the value does not hold here
     */
    public boolean set(Db db, Conference conference, String field, Optional<String> value) throws SQLException {
        try {
            switch (field) {
                case "name" -> set(db, conference, value, Optional.empty(), Optional.empty());
                case "timezone" -> set(db, conference, Optional.empty(), value.map(ZoneId::of), Optional.empty());
                case "redeem_per" ->
                        set(db, conference, Optional.empty(), Optional.empty(), value.map(Conference.RedeemPer::of));
                case "redeem_after_entry" -> Conferences.set(db, conference.id(),
                        new TermsChange(value.map("1"::equals), Optional.empty(), Optional.empty()));
                case "everybody_out" -> Conferences.set(db, conference.id(), new TermsChange(Optional.empty(),
                        Optional.of(value.map(LocalTime::parse)), Optional.empty()));
                case "currency" -> Conferences.set(db, conference.id(),
                        new TermsChange(Optional.empty(), Optional.empty(), value));
                default -> {
                    return false;
                }
            }
            return true;
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new NotPossible(malformed, "hub.setting.unknown");
        }
    }

    private void set(Db db, Conference conference, Optional<String> name, Optional<ZoneId> zone,
            Optional<Conference.RedeemPer> per) throws SQLException {
        Conferences.set(db, maker, conference.id(), name, zone, per);
    }

    /** As {@link #set(Db, Conference, String, Optional)}; what is empty stays as it is. */
    public boolean set(Db db, Conference conference, Product product, String field, Optional<String> value)
            throws SQLException {
        Optional<Catalogue.Change> change = change(field, value);
        if (change.isPresent()) {
            Catalogue.set(db, conference.id(), product, change.get());
        }
        return change.isPresent();
    }

    private static Optional<Catalogue.Change> change(String field, Optional<String> value) {
        try {
            return switch (field) {
                case "name" -> Optional.of(new Catalogue.Change(value, NOTHING.colour(), NOTHING.valid(), NOTHING.perDay()));
                case "colour" -> Optional.of(new Catalogue.Change(NOTHING.name(), value, NOTHING.valid(), NOTHING.perDay()));
                case "valid" -> Optional.of(new Catalogue.Change(NOTHING.name(), NOTHING.colour(),
                        value.map(SharedTerms::times), NOTHING.perDay()));
                case "per_day" -> Optional.of(new Catalogue.Change(NOTHING.name(), NOTHING.colour(), NOTHING.valid(),
                        value.map(Integer::valueOf)));
                default -> Optional.empty();
            };
        } catch (NumberFormatException malformed) {
            throw new NotPossible(malformed, "hub.setting.unknown");
        }
    }

    private static List<ValidTime> times(String line) {
        List<ValidTime> times = ValidTime.ofLine(line);
        if (!ValidTime.line(times).equals(line)) {
            throw new NotPossible("hub.setting.unknown");
        }
        return times;
    }

    /** The refusal behind a fault of the database, where it is one of those that are foreseen. */
    public static RuntimeException refusal(StationFault fault) {
        return Conferences.perLine(fault);
    }
}
