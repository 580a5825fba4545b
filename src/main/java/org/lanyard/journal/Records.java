package org.lanyard.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lanyard.ledger.Db;

/** The live records of one kind and conference, read once each. Ticket types as doors have negative product numbers. */
final class Records {

    record Source(String newer, String voided) {}

    static final Source CHECK_INS = source("check_in", "checked_in_at", "0", "");
    static final Source DOOR_CHECKS = source("door_check", "checked_at", "ifnull(-r.ticket_type_id, r.addon_id)", "");
    static final Source CHECK_OUTS =
            source("check_out", "checked_out_at", "ifnull(ifnull(-r.ticket_type_id, r.addon_id), 0)", "");
    static final Source REDEMPTIONS = source("product_redemption", "redeemed_at", "line.addon_id",
            " JOIN order_line_item line ON line.id = r.order_line_item_id");

    private final Source source;
    private final LinkedHashMap<Long, Entry> live = new LinkedHashMap<>();
    private long last;

    Records(Source source) {
        this.source = source;
    }

    /** @param at milliseconds since 1970, UTC */
    record Entry(long seq, long attendee, long station, long at, long product) {}

    private static Source source(String table, String at, String product, String join) {
        return new Source("SELECT r.seq, r.attendee_id, r.station_id, r." + at + ", " + product
                + ", r.voided_at IS NOT NULL FROM " + table
                + " r" + join + " WHERE r.seq > ? AND r.conference_id = ? ORDER BY r.seq",
                "SELECT seq FROM " + table + " WHERE voided_at IS NOT NULL");
    }

    /**
     * Reads what is new.
     *
     * @param added told each of these
     * @return whether one that was read before has been voided
     */
    boolean refresh(Db db, long conference, Consumer<Entry> added) throws SQLException {
        int[] voided = new int[1];
        db.each(row -> {
            last = row.getLong(1);
            return row.getLong(6) == 0 ? add(row, added) : null;
        }, source.newer(), last, conference);
        db.each(row -> live.remove(row.getLong(1)) == null ? null : voided[0]++, source.voided());
        return voided[0] > 0;
    }

    private Entry add(ResultSet row, Consumer<Entry> added) throws SQLException {
        Entry entry = new Entry(last, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        added.accept(entry);
        return live.put(last, entry);
    }

    Stream<Entry> latestFirst() {
        return live.sequencedValues().reversed().stream();
    }

    Collection<Entry> live() {
        return live.values();
    }
}
