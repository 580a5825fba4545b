package org.lanyard.roster;

import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.carry.Carrying;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import tools.jackson.databind.json.JsonMapper;

final class Conferences {

    private static final String ROSTER_CHANGED = "UPDATE conference SET roster_version = roster_version + 1 WHERE id = ?";
    private static final String PEOPLE_CHANGED = """
            UPDATE attendee SET changed_in = (SELECT roster_version FROM conference WHERE id = ?1)
             WHERE id IN (SELECT value FROM json_each(?2))
                OR id IN (SELECT attendee_id FROM attendee_order WHERE order_id IN (SELECT value FROM json_each(?3)))
            """;

    private final Ledger ledger;
    private final Maker maker;
    private volatile Consumer<Conference> beforeCounting = _ -> {};

    Conferences(Ledger ledger, Maker maker) {
        this.maker = maker;
        this.ledger = ledger;
    }

    void beforeCounting(Consumer<Conference> guard) {
        beforeCounting = guard;
    }

    static List<Conference> all(Db db) throws SQLException {
        return db.list(row -> new Conference(row.getLong(1), row.getString(2), row.getString(3),
                ZoneId.of(row.getString(4)), Conference.RedeemPer.of(row.getString(5))),
                "SELECT id, slug, name, timezone, redeem_per FROM conference ORDER BY id");
    }

    /** Whoever writes to a roster's tables says so here, in the same work. */
    static void rosterChanged(Db db, long conference) throws SQLException {
        db.run(ROSTER_CHANGED, conference);
        db.outdate();
    }

    static void rosterChanged(Db db, long conference, Collection<Long> people, Collection<Long> orders)
            throws SQLException {
        rosterChanged(db, conference);
        if (!people.isEmpty() || !orders.isEmpty()) {
            JsonMapper json = JsonMapper.shared();
            db.run(PEOPLE_CHANGED, conference, json.writeValueAsString(people), json.writeValueAsString(orders));
        }
    }

    static boolean isSlug(String text) {
        return text.matches("[A-Za-z0-9_-]{1,100}");
    }

    static String checkedSlug(String slug) {
        if (!isSlug(slug)) {
            throw new NotPossible("conference.slug", slug);
        }
        return slug;
    }

    Conference only(List<Conference> all) {
        return switch (all.size()) {
            case 0 -> throw new NotPossible("conference.none");
            case 1 -> all.getFirst();
            default -> throw new NotPossible("conference.which",
                    String.join(", ", all.stream().map(Conference::slug).toList()));
        };
    }

    Conference find(@Nullable String slug) {
        List<Conference> all = ledger.read(Conferences::all);
        if (slug == null) {
            return only(all);
        }
        return all.stream().filter(conference -> conference.slug().equalsIgnoreCase(slug)).findFirst()
                .orElseThrow(() -> new NotPossible("conference.unknown", slug));
    }

    Conference findOrBegin(@Nullable String slug, ZoneId zone) {
        if (slug != null) {
            ledger.writeNow(db -> db.number("SELECT 1 FROM conference WHERE slug = ?", slug) != 0 ? 0
                    : db.run("INSERT INTO conference (slug, name, timezone) VALUES (?, ?, ?)", checkedSlug(slug), slug,
                            zone.getId()));
        }
        return find(slug);
    }

    void set(Conference conference, TermsChange change) {
        ledger.writeNow(db -> {
            set(db, conference.id(), change);
            return true;
        });
    }

    static void set(Db db, long conference, TermsChange change) throws SQLException {
        set(db, "redeem_after_entry", change.redeemAfterEntry(), conference);
        set(db, "everybody_out", change.everybodyOut().map(time -> time.map(LocalTime::toString)), conference);
        set(db, "currency", change.currency(), conference);
        db.outdate();
    }

    private static void set(Db db, String column, Optional<?> value, long conference) throws SQLException {
        if (value.isPresent()) {
            db.run("UPDATE conference SET " + column + " = ? WHERE id = ?",
                    value.get() instanceof Optional<?> inner ? inner.orElse(null) : value.get(), conference);
        }
    }

    /** Only what is given: the record of a conference that a screen holds may be older than the file. */
    void set(Conference conference, Optional<String> name, Optional<ZoneId> zone, Optional<Conference.RedeemPer> per) {
        if (per.isPresent() && ledger.read(db -> counting(db, conference.id())) != per.get()) {
            beforeCounting.accept(conference);
        }
        try {
            ledger.writeNow(db -> {
                set(db, maker, conference.id(), name, zone, per);
                return true;
            });
        } catch (StationFault fault) {
            throw perLine(fault);
        }
    }

    static void set(Db db, Maker maker, long conference, Optional<String> name, Optional<ZoneId> zone,
            Optional<Conference.RedeemPer> per) throws SQLException {
        set(db, "name", name, conference);
        set(db, "timezone", zone.map(ZoneId::getId), conference);
        if (per.isPresent() && counting(db, conference) != per.get()) {
            set(db, "redeem_per", per.map(Conference.RedeemPer::word), conference);
            Carrying.recount(db, maker, new Maker.By(conference, Optional.empty(), Optional.empty(),
                    "redeem per " + per.get().word()));
        }
        db.outdate();
    }

    static RuntimeException perLine(StationFault fault) {
        return fault.refusedBy("redeem_per") ? new NotPossible(fault, "conference.per-line") : fault;
    }

    private static Conference.RedeemPer counting(Db db, long conference) throws SQLException {
        return db.one(row -> Conference.RedeemPer.of(row.getString(1)), "SELECT redeem_per FROM conference WHERE id = ?",
                conference).orElseThrow();
    }
}
